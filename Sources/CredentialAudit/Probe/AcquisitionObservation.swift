package import EntraIdentity
import Foundation

/// One attempt to get a token for one resource, retries included.
package struct AcquisitionObservation: Sendable {
  /// How it ended.
  package enum Outcome: Sendable {
    /// A token came; what it says and who signed it.
    case token(ObservedToken)
    /// None came.
    case failed(IdentityError)
    /// The federated assertion could not be read at the moment of use.
    case unreadable(SourceProblem)
  }

  /// What was asked for; empty for a generic issuer without scopes.
  package let scopes: [Scope]
  package let outcome: Outcome
  /// How many times the token endpoint was asked.
  package let attempts: Int
  /// The `client-request-id` of the last attempt.
  package let correlationID: String

  package init(scopes: [Scope], outcome: Outcome, attempts: Int, correlationID: String) {
    self.scopes = scopes
    self.outcome = outcome
    self.attempts = attempts
    self.correlationID = correlationID
  }
}
