package import Foundation

/// How a subject has fared until a run, that run included. Decided when it is recorded and stored
/// with it, so that a report of last year says what was known then.
package struct SubjectCourse: Sendable, Hashable {
  /// The start of the first run of the unbroken series that gave this verdict.
  package let since: Date
  /// The start of the first run of the unbroken series that gave another verdict than `pass`; nil
  /// where it passes.
  package let failingSince: Date?
  /// The start of the last run that passed it.
  package let lastPassedAt: Date?
  /// How many runs in a row gave this verdict, this one included.
  package let streak: Int
  /// Whether it goes back and forth: what is red every other night is nobody's news and somebody's
  /// problem.
  package let isFlapping: Bool

  package init(
    since: Date, failingSince: Date? = nil, lastPassedAt: Date? = nil, streak: Int = 1,
    isFlapping: Bool = false
  ) {
    self.since = since
    self.failingSince = failingSince
    self.lastPassedAt = lastPassedAt
    self.streak = streak
    self.isFlapping = isFlapping
  }
}
