/// The names of tenants, applications and credentials. `tenant/application/credential` is an
/// identity through time and globs select by it, so neither a slash nor a glob's characters may
/// be in one.
enum Name {
  static let limit = 128
  static let allowed =
    "1 to \(limit) characters, none of / \\ * ? [ ] and no control characters, no blanks at the ends"

  static func isValid(_ text: String) -> Bool {
    guard (1...limit).contains(text.unicodeScalars.count), !text.contains("\\") else {
      return false
    }
    guard text.first?.isWhitespace == false, text.last?.isWhitespace == false else { return false }
    return text.unicodeScalars.allSatisfy {
      PrintableText.isHarmless($0) && !"/*?[]".unicodeScalars.contains($0)
    }
  }
}
