/// The names of tenants, applications and credentials. `tenant/application/credential` is an
/// identity through time and globs select by it, so neither a slash nor a glob's characters may
/// be in one.
enum Name {
  static let limit = 128
  static let allowed =
    "1 to \(limit) characters, none of / \\ * ? [ ] and no control characters, no blanks at the ends"

  static func isValid(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= limit || text.unicodeScalars.count <= limit,
      !hasBlankEnds(text)
    else { return false }
    return PrintableText.isHarmless(text) && !text.utf8.contains(where: isReserved)
  }

  private static func hasBlankEnds(_ text: String) -> Bool {
    // Where the characters of a text begin takes long to tell, and nearly every name is of ASCII.
    let ends = [text.utf8.first, text.utf8.last].compactMap(\.self)
    return !ends.allSatisfy(PrintableText.isInk)
      && (text.first?.isWhitespace == true || text.last?.isWhitespace == true)
  }

  private static func isReserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "?"),
      UInt8(ascii: "["), UInt8(ascii: "]"):
      true
    default: false
    }
  }
}
