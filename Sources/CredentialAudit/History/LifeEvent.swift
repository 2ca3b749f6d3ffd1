package import Foundation

/// A step of a life with what can only be told from the steps before it.
package struct LifeEvent: Sendable, Hashable {
  package let step: LifeChange
  /// Since when the answer before it had been given; nil where there was none.
  package let oldSince: Date?
  /// What is another on the credential; nil but for a rotation.
  package let rotation: Rotation?
  /// Whether it is seen for the first time again, after it was gone.
  package let isReturn: Bool

  /// Tells a life's steps, oldest first.
  package static func events(of steps: [LifeChange]) -> [LifeEvent] {
    var events: [LifeEvent] = []
    var answer: LifeChange.Answer?
    var since: Date?
    var traits: CredentialTraits?
    for step in steps {
      events.append(
        LifeEvent(
          step: step, oldSince: step.old == nil ? nil : since,
          rotation: step.change == .rotated ? Rotation(from: traits, to: step.traits) : nil,
          isReturn: step.change == .firstSeen && !events.isEmpty))
      // A rotation that changes no answer does not begin another one; coming back does.
      if step.old == nil || step.new != answer {
        answer = step.new
        since = step.at
      }
      traits = step.traits?.remembering(traits) ?? traits
    }
    return events
  }
}
