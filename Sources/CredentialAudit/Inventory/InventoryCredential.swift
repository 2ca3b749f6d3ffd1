package import EntraIdentity
package import Foundation

/// One way for an application to prove itself, with everything that defaults, tenant and
/// application say about it already applied.
package final class InventoryCredential: Sendable {
  package let name: String
  package let kind: CredentialSource
  /// The end that the inventory knows: for a date, that day's end in UTC.
  package let expires: Date?
  package let thresholds: ExpiryThresholds
  /// Nil where none are written: the cloud's own Graph, or none for a generic issuer.
  package let scopes: [Scope]?
  package let expectation: TokenExpectations
  package let owner: String?
  package let runbook: String?
  /// The tenant's, the application's and its own, without repeats, in that order.
  package let tags: [String]
  /// Unknown for longer than this is critical.
  package let unknownFor: Days
  package let location: SourceLocation

  init(
    name: String, kind: CredentialSource, expires: Date?, thresholds: ExpiryThresholds,
    scopes: [Scope]?, expectation: TokenExpectations, owner: String?, runbook: String?,
    tags: [String], location: SourceLocation, unknownFor: Days = Days(3)
  ) {
    self.name = name
    self.kind = kind
    self.expires = expires
    self.thresholds = thresholds
    self.scopes = scopes
    self.expectation = expectation
    self.owner = owner
    self.runbook = runbook
    self.tags = tags
    self.location = location
    self.unknownFor = unknownFor
  }
}
