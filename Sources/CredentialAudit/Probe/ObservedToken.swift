package import EntraIdentity
package import Foundation

/// A token that was obtained: what it says, never the token itself.
package struct ObservedToken: Sendable {
  package let verification: TokenVerification
  package let expiresIn: Duration?
  package let receivedAt: Date
  /// Whether the authority's key set was there to verify with.
  package let hadKeys: Bool

  package init(
    verification: TokenVerification, expiresIn: Duration?, receivedAt: Date,
    hadKeys: Bool
  ) {
    self.verification = verification
    self.expiresIn = expiresIn
    self.receivedAt = receivedAt
    self.hadKeys = hadKeys
  }
}
