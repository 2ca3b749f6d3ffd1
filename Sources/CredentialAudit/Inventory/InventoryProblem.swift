/// One thing that is wrong with an inventory: where, what, and what to write instead. Below
/// `credentials` it quotes keys and kinds, never a value.
package struct InventoryProblem: Error, Sendable, Hashable {
  /// The stable words.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    // The file.
    case unreadableFile = "unreadable-file"
    case fileTooLarge = "file-too-large"
    case encoding
    case tabIndentation = "tab-indentation"
    case syntax
    case severalDocuments = "several-documents"
    case tooDeep = "too-deep"
    case aliasExpansion = "alias-expansion"
    case unknownAnchor = "unknown-anchor"
    case merge = "bad-merge"
    case tag = "unexpected-tag"
    case duplicateKey = "duplicate-key"
    case tooManyProblems = "too-many-problems"
    // Its shape.
    case empty = "empty-inventory"
    case version = "unsupported-version"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case noValue = "no-value"
    case includeMissing = "include-missing"
    case includeLoop = "include-loop"
    case includeContent = "include-content"
    // Values.
    case boolean = "bad-boolean"
    case number = "bad-number"
    case duration = "bad-duration"
    case rate = "bad-rate"
    case date = "bad-date"
    case guid = "bad-guid"
    case name = "bad-name"
    case text = "bad-text"
    case choice = "bad-choice"
    case host = "bad-host"
    case scope = "bad-scope"
    case link = "bad-link"
    case path = "bad-path"
    case fileMissing = "file-missing"
    case duplicateName = "duplicate-name"
    case wrongKind = "not-for-this-kind"
    // Credentials.
    case plainSecret = "plain-secret"
    case credentialKind = "credential-kind"
    case referenceKind = "reference-kind"
    case variable = "bad-variable"
    case command = "bad-command"
    case unknownCredential = "unknown-credential"
    // Suppressions.
    case unknownCheck = "unknown-check"
    case unsuppressible = "unsuppressible-check"
    case suppressionTooLong = "suppression-too-long"
  }

  package let location: SourceLocation
  package let code: Code
  /// The way to it, such as `tenants[2].applications[0].client_id`; empty for the file as a whole.
  package let path: String
  package let message: String
  package let hint: String?

  package init(
    location: SourceLocation, code: Code, path: String = "", message: String, hint: String? = nil
  ) {
    self.location = location
    self.code = code
    self.path = path
    self.message = message
    self.hint = hint
  }

  /// One line for the terminal: `file:line:column: path: message (hint)`.
  package var line: String {
    var text = "\(PrintableText.clean(location.file)):\(location.line):\(location.column): "
    if !path.isEmpty { text += path + ": " }
    text += message
    if let hint { text += " (\(hint))" }
    return text
  }
}
