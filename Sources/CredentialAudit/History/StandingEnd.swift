package import Foundation

/// A credential that is there, as last seen, and when it ends.
package struct StandingEnd: Sendable, Hashable {
  package let subject: SubjectName
  package let clientID: String
  /// `secret`, `certificate`, `federated` or `managed_identity`.
  package let kind: String
  package let owner: String?
  package let runbook: String?
  /// Nil where no end is known, or where it has none.
  package let expiresAt: Date?
  /// `inventory`, `certificate` or `directory`.
  package let expiresFrom: String?
  package let answer: LifeChange.Answer
  /// The start of the last run that looked at it.
  package let lookedAt: Date

  package init(
    subject: SubjectName, clientID: String, kind: String, owner: String?, runbook: String?,
    expiresAt: Date?, expiresFrom: String?, answer: LifeChange.Answer, lookedAt: Date
  ) {
    self.subject = subject
    self.clientID = clientID
    self.kind = kind
    self.owner = owner
    self.runbook = runbook
    self.expiresAt = expiresAt
    self.expiresFrom = expiresFrom
    self.answer = answer
    self.lookedAt = lookedAt
  }
}
