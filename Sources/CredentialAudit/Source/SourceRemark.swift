/// Something about a source that works today and is still worth a warning.
package struct SourceRemark: Sendable, Hashable {
  /// The stable words.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case fileReadableByOthers = "file-readable-by-others"
    case fileWritableByOthers = "file-writable-by-others"
    case looksLikeSecretID = "secret-looks-like-id"
    case placeholder = "secret-placeholder"
    case quoted = "secret-quoted"
    case blankAtEnd = "secret-blank-at-end"
    case carriageReturn = "secret-carriage-return"
    case severalLines = "secret-several-lines"
    case controlCharacter = "secret-control-character"
    case notASCII = "secret-not-ascii"
  }

  package let code: Code
  /// What was seen, without the value.
  package let summary: String
  /// What to do.
  package let fix: String

  package init(_ code: Code, summary: String, fix: String) {
    self.code = code
    self.summary = summary
    self.fix = fix
  }
}
