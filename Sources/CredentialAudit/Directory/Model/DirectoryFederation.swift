package import Foundation

/// An entry of `federatedIdentityCredentials`: whose assertions the application takes. It has no end.
package struct DirectoryFederation: Sendable, Hashable {
  package let id: UUID
  /// Immutable; unique in its application.
  package let name: String
  /// Compared exactly, case and trailing slash included, and so kept as it came: it has to be cleaned
  /// before it is shown, as have the subject and the audiences.
  package let issuer: String
  /// Compared exactly; nil where the entry matches claims by an expression instead.
  package let subject: String?
  package let audiences: [String]

  package init(id: UUID, name: String, issuer: String, subject: String?, audiences: [String]) {
    self.id = id
    self.name = name
    self.issuer = issuer
    self.subject = subject
    self.audiences = audiences
  }
}
