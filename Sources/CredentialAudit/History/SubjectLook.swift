package import Foundation

/// What one run said of one subject, as far as it is compared with another run's.
package struct SubjectLook: Sendable, Hashable {
  package let subject: SubjectName
  /// The start of the first run that met it.
  package let firstSeenAt: Date
  package let answer: LifeChange.Answer
  /// Whether the run looked for it and found it gone from the inventory.
  package let isGone: Bool
  /// `secret`, `certificate`, …; for an authority `entra`, `b2c`, …
  package let kind: String?
  package let owner: String?
  package let tags: [String]
  /// Nil for an authority.
  package let traits: CredentialTraits?

  package init(
    subject: SubjectName, firstSeenAt: Date, answer: LifeChange.Answer, isGone: Bool,
    kind: String?, owner: String?, tags: [String], traits: CredentialTraits?
  ) {
    self.subject = subject
    self.firstSeenAt = firstSeenAt
    self.answer = answer
    self.isGone = isGone
    self.kind = kind
    self.owner = owner
    self.tags = tags
    self.traits = traits
  }
}
