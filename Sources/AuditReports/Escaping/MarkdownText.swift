/// Text from outside within a line of GitHub-flavoured Markdown.
///
/// Nothing is escaped by backslashes, which some renderers show and which keep neither `@name` nor
/// `#12` nor an address from becoming a link (they are looked for after rendering). Whatever could
/// mean something is put into a code span instead: inside, nothing means anything in any dialect.
enum MarkdownText {
  /// A name, a code, an address: the whole text as one code span.
  static func code(_ text: String, maximum: Int = 160) -> String {
    span(PrintableText.clean(text, maximum: maximum))
  }

  /// A sentence: its plain words as they are, each other word in a code span. To stand behind
  /// something else on its line, never first, where a hyphen or a number would begin a list.
  static func prose(_ text: String, maximum: Int = 400) -> String {
    PrintableText.clean(text, maximum: maximum).split(separator: " ").map { word in
      let start = word.prefix(while: opening.contains)
      let rest = word.dropFirst(start.count)
      let end = rest.reversed().prefix(while: closing.contains).count
      let core = rest.dropLast(end)
      guard !core.isEmpty, !isPlain(core.unicodeScalars) else { return String(word) }
      return start + span(String(core)) + rest.suffix(end)
    }.joined(separator: " ")
  }

  /// A link, where the address is one that may be followed; otherwise the address as text.
  static func link(_ label: String, to address: String, maximum: Int = 400) -> String {
    guard let target = WebLink.safe(address), target.utf8.count <= maximum else {
      return code(address, maximum: maximum)
    }
    return "[\(label)](\(destination(target)))"
  }

  private static let opening: Set<Character> = ["(", "\"", "'", "“", "‘", "„"]
  private static let closing: Set<Character> = [
    ")", "\"", "'", "”", "’", ".", ",", ";", ":", "!", "?", "…",
  ]

  /// A code span (CommonMark 0.31, section 6.1): fenced by more backticks in a row than it has.
  private static func span(_ text: String) -> String {
    guard !text.isEmpty else { return "(none)" }
    var (longest, current) = (0, 0)
    for byte in text.utf8 {
      current = byte == UInt8(ascii: "`") ? current + 1 : 0
      longest = max(longest, current)
    }
    let fence = String(repeating: "`", count: longest + 1)
    // A renderer takes one blank away where there is one at both ends. Looked at by bytes: with a
    // mark on it a backtick is another `Character`, and still a backtick to a renderer.
    let ends = [text.utf8.first, text.utf8.last]
    let isTouching = ends.contains(UInt8(ascii: "`"))
    let isPadded = ends.allSatisfy { $0 == UInt8(ascii: " ") }
    let pad = isTouching || isPadded ? " " : ""
    return fence + pad + text + pad + fence
  }

  /// Whether a word is nothing to any renderer: no markup, no address (for some a dot between
  /// letters is enough), no mention, no emoji, and no reference to an issue or a commit.
  private static func isPlain(_ word: Substring.UnicodeScalarView) -> Bool {
    let scalars = Array(word)
    var digits = 0
    var hexadecimal = 0
    for (place, scalar) in scalars.enumerated() {
      guard scalar.isASCII else { continue }
      switch scalar {
      case "0"..."9": digits += 1
      case "a"..."f", "A"..."F": hexadecimal += 1
      case "g"..."z", "G"..."Z", "'", ",", "(", ")", "\"", ";", "/": break
      case "%" where place + 1 == scalars.count: break
      case "-": continue
      case ".":
        guard place > 0, place + 1 < scalars.count else { return false }
        guard isDigit(scalars[place - 1]), isDigit(scalars[place + 1]) else { return false }
      default: return false
      }
    }
    let dashes = scalars.count { $0 == "-" }
    let isHash =
      digits > 0 && hexadecimal > 0 && digits + hexadecimal >= 7
      && digits + hexadecimal + dashes == scalars.count
    let isIssue = dashes == 1 && scalars.count > 3 && String(word.prefix(3)).lowercased() == "gh-"
    return !isHash && !isIssue
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// A link's destination without what would end it, be an entity or break a table.
  private static func destination(_ address: String) -> String {
    var result = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case "(", ")", "<", ">", "[", "]", "\\", "\"", "'", "`", "|", "*":
        result += "%" + String(scalar.value, radix: 16, uppercase: true)
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
