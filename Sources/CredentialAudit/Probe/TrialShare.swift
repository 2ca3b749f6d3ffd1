import Synchronization

/// How many credentials are tried at the same time over all tenants. Each that is tried holds some
/// fifty kilobytes, so that their number is bounded beside that of the requests: a tenant may always
/// try one, and more only while there is room for them.
final class TrialShare: Sendable {
  private let room: Int
  private let taken = Atomic(0)

  /// - Parameter room: From how many on each tenant tries one at a time.
  init(room: Int) { self.room = room }

  /// Takes a place. One that has none under way never waits: those of a throttled tenant keep
  /// nobody else from being looked at.
  /// - Parameter running: How many its tenant has under way.
  /// - Returns: Whether there is a place.
  func take(running: Int) -> Bool {
    if taken.add(1, ordering: .relaxed).oldValue < room || running == 0 { return true }
    giveBack()
    return false
  }

  func giveBack() { taken.subtract(1, ordering: .relaxed) }
}
