/// The names of tenants, applications and credentials. `tenant/application/credential` is an
/// identity through time and globs select by it, so neither a slash nor a glob's characters may
/// be in one.
enum Name {
  static let limit = 128
  static let allowed =
    "1 to \(limit) characters, none of / \\ * ? [ ] and no control characters, no blanks at the ends"

  static func isValid(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= limit || text.unicodeScalars.count <= limit,
      text.first?.isWhitespace == false, text.last?.isWhitespace == false
    else { return false }
    return PrintableText.isHarmless(text) && !text.utf8.contains(where: isReserved)
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
