import CredentialAudit
import EntraIdentity
import Foundation

/// What is known of a code, whoever's it is.
struct Explanation {
  /// Names and values, in the order in which they are shown.
  let fields: [(name: String, value: String)]

  init?(_ code: String) {
    // As it stands in a log: what follows the colon is the service's sentence.
    let word = String(code.prefix { $0 != ":" }).trimmingCharacters(in: .whitespaces)
    if let meaning = Self.number(in: word).flatMap(AADSTSCatalog.meaning(of:)) {
      fields = Self.fields(of: meaning)
    } else if let check = CheckID(rawValue: word.lowercased()),
      let entry = CheckCatalog.entry(check)
    {
      fields = [
        ("check", check.rawValue), ("question", entry.question), ("reference", entry.reference),
      ]
    } else if let meaning = CodeMeaning.all[word.lowercased()] {
      fields = [("code", meaning.code), ("cause", meaning.cause), ("fix", meaning.fix)]
    } else if let meaning = OAuthErrorMeaning.meaning(of: word.lowercased()) {
      fields = [
        ("error", word.lowercased()), ("class", meaning.category.rawValue),
        ("cause", meaning.cause), ("fix", meaning.fix),
      ]
    } else {
      return nil
    }
  }

  /// `7000222` or `AADSTS7000222`: a whole number, never a prefix of one.
  private static func number(in word: String) -> Int? {
    let upper = word.uppercased()
    return Int(upper.hasPrefix("AADSTS") ? String(upper.dropFirst(6)) : upper)
  }

  private static func fields(of meaning: RefusalMeaning) -> [(name: String, value: String)] {
    var fields = [("code", "AADSTS\(meaning.code)")]
    if let name = meaning.name { fields.append(("name", name)) }
    fields += [
      ("class", meaning.category.rawValue), ("cause", meaning.cause), ("fix", meaning.fix),
      ("retryable", meaning.isRetryable ? "yes" : "no"),
      (
        "client_credentials",
        meaning.appliesToClientCredentials ? "can get it" : "do not get it as far as is known"
      ),
    ]
    return fields
  }

  /// Everything that is explained, but for the service's numbers.
  static var words: [String] {
    CheckID.allCases.map(\.rawValue) + CodeMeaning.all.keys.sorted()
      + OAuthErrorMeaning.all.map(\.error)
  }

  /// What to type instead.
  static func suggestion(for code: String) -> String {
    if let near = Suggestion.nearest(to: code.lowercased(), among: words) {
      return "did you mean '\(near)'?"
    }
    return "write an AADSTS number, an OAuth error, a check's id or a finding's code"
  }

  /// For people: a name, its text, wrapped to the terminal.
  func text(columns: Int) -> String {
    let indent = (fields.map(\.name.count).max() ?? 0) + 2
    return fields.map { name, value in
      var lines: [String] = []
      var line = ""
      for word in value.split(separator: " ") {
        if !line.isEmpty, line.count + word.count + 1 > max(20, columns - indent) {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      lines.append(line)
      let head = name.padding(toLength: indent, withPad: " ", startingAt: 0)
      let gap = "\n" + String(repeating: " ", count: indent)
      return head + lines.joined(separator: gap) + "\n"
    }.joined()
  }
}
