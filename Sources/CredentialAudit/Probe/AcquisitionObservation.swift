package import EntraIdentity
import Foundation

/// One attempt to get a token for one resource, retries included.
package struct AcquisitionObservation: Sendable {
  /// How it ended.
  package enum Outcome: Sendable {
    /// A token came; what it says and who signed it.
    case token(ObservedToken)
    /// None came from the service.
    case failed(IdentityError)
    /// None came from the platform that the run is on: the managed identity's own, or the one that
    /// was to vouch for the application.
    case platformFailed(IdentityError)
    /// The federated assertion could not be read at the moment of use.
    case unreadable(SourceProblem)
  }

  /// What was asked for; empty for a generic issuer without scopes.
  package let scopes: [Scope]
  package let outcome: Outcome
  /// How many times the token endpoint was asked; of a managed identity, the platform.
  package let attempts: Int
  /// The `client-request-id` of the last attempt.
  package let correlationID: String
  /// What a managed identity's token said of itself that was presented as an assertion.
  package let assertion: ForeignAssertion?

  package init(
    scopes: [Scope], outcome: Outcome, attempts: Int, correlationID: String,
    assertion: ForeignAssertion? = nil
  ) {
    self.scopes = scopes
    self.outcome = outcome
    self.attempts = attempts
    self.correlationID = correlationID
    self.assertion = assertion
  }
}
