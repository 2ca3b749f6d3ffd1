/// A number of places, taken and given back, first come, first served. A place that is given back
/// goes straight to whoever waits longest, so that no newcomer overtakes and none is lost.
///
/// Whom a change lets on is handed to whoever made it, to be resumed once no lock is held: a task that
/// is cancelled at that moment waits for the lock with its own held, which resuming it takes.
struct PlaceQueue {
  typealias Waiter = CheckedContinuation<Bool, Never>

  private var limit: Int
  private var taken = 0
  private var waiting: [(number: Int, waiter: Waiter)] = []

  init(limit: Int) {
    self.limit = max(1, limit)
  }

  /// Sets how many places there are. Fewer than are taken: as they are given back, they are gone.
  /// - Returns: Who has a place now.
  mutating func limit(to places: Int) -> [Waiter] {
    limit = max(1, places)
    var next: [Waiter] = []
    while taken < limit, !waiting.isEmpty {
      taken += 1
      next.append(waiting.removeFirst().waiter)
    }
    return next
  }

  /// Takes a place, if there is one.
  mutating func take() -> Bool {
    guard taken < limit else { return false }
    taken += 1
    return true
  }

  /// Waits for a place; the waiter resumes with true when it is handed over.
  mutating func wait(_ number: Int, _ waiter: Waiter) {
    waiting.append((number, waiter))
  }

  /// - Returns: Who has the place now.
  mutating func giveBack() -> Waiter? {
    guard waiting.isEmpty || taken > limit else { return waiting.removeFirst().waiter }
    taken -= 1
    return nil
  }

  /// Takes somebody out who no longer waits.
  /// - Returns: Who that was; nil where the place was handed over already.
  mutating func abandon(_ number: Int) -> Waiter? {
    waiting.firstIndex { $0.number == number }.map { waiting.remove(at: $0).waiter }
  }
}
