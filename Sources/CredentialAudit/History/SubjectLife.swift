package import Foundation

/// All that the history tells of one subject.
package struct SubjectLife: Sendable, Hashable {
  package let subject: SubjectName
  /// The start of the first run in which it stood, be it that it was not looked at.
  package let firstSeenAt: Date
  /// Nil where no run has looked at it yet.
  package let state: SubjectState?
  /// Oldest first.
  package let events: [LifeEvent]

  package init(
    subject: SubjectName, firstSeenAt: Date, state: SubjectState?, steps: [LifeChange]
  ) {
    self.subject = subject
    self.firstSeenAt = firstSeenAt
    self.state = state
    events = LifeEvent.events(of: steps)
  }
}
