package import Foundation

/// What was last said of a subject, and what it was then.
package struct SubjectState: Sendable, Hashable {
  package let answer: LifeChange.Answer
  /// One line: what the worst finding says; nil where it is no longer kept.
  package let summary: String?
  /// Whether only runs that asked nothing of the network have looked at it.
  package let isOffline: Bool
  /// The start of the last run that looked at it.
  package let lookedAt: Date
  package let course: SubjectCourse
  /// When it was found missing from the inventory; nil while it is there.
  package let goneAt: Date?
  /// `secret`, `certificate`, …; for an authority `entra`, `b2c`, …, or nil where that is not known.
  package let kind: String?
  /// The authority's URL; nil for a credential.
  package let authority: String?
  /// Nil for an authority.
  package let clientID: String?
  package let owner: String?
  /// `inventory`, `certificate` or `directory`.
  package let expiresFrom: String?
  /// Nil for an authority.
  package let traits: CredentialTraits?
  /// Nil for an authority, and where its directory tells nothing of one.
  package let rotation: RotationStanding?

  package init(
    answer: LifeChange.Answer, summary: String?, isOffline: Bool, lookedAt: Date,
    course: SubjectCourse, goneAt: Date?, kind: String?, authority: String?, clientID: String?,
    owner: String?, expiresFrom: String?, traits: CredentialTraits?,
    rotation: RotationStanding? = nil
  ) {
    self.answer = answer
    self.summary = summary
    self.isOffline = isOffline
    self.lookedAt = lookedAt
    self.course = course
    self.goneAt = goneAt
    self.kind = kind
    self.authority = authority
    self.clientID = clientID
    self.owner = owner
    self.expiresFrom = expiresFrom
    self.traits = traits
    self.rotation = rotation
  }
}
