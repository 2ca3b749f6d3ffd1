package import Foundation

/// By what a person tells one credential from the next under the same name. Nil is what was not
/// known, such as the thumbprint of a file that could not be read.
package struct CredentialTraits: Sendable, Hashable {
  /// Where it is from: `env NAME`, `file PATH`, `command FIRST-WORD`; never a value.
  package let source: String?
  /// Upper-case hex.
  package let thumbprintSHA256: String?
  package let expiresAt: Date?

  package init(source: String?, thumbprintSHA256: String?, expiresAt: Date?) {
    self.source = source
    self.thumbprintSHA256 = thumbprintSHA256
    self.expiresAt = expiresAt
  }

  /// What is known of it, and from before what is not known of it.
  package func remembering(_ before: CredentialTraits?) -> CredentialTraits {
    CredentialTraits(
      source: source ?? before?.source,
      thumbprintSHA256: thumbprintSHA256 ?? before?.thumbprintSHA256,
      expiresAt: expiresAt ?? before?.expiresAt)
  }
}
