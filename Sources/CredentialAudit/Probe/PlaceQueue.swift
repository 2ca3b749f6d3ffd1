/// A number of places, taken and given back, first come, first served. A place that is given back
/// goes straight to whoever waits longest, so that no newcomer overtakes and none is lost.
struct PlaceQueue {
  private var limit: Int
  private var taken = 0
  private var waiting: [(number: Int, continuation: CheckedContinuation<Bool, Never>)] = []

  init(limit: Int) {
    self.limit = max(1, limit)
  }

  /// Sets how many places there are. Fewer than are taken: as they are given back, they are gone.
  mutating func limit(to places: Int) {
    limit = max(1, places)
    while taken < limit, !waiting.isEmpty {
      taken += 1
      waiting.removeFirst().continuation.resume(returning: true)
    }
  }

  /// Takes a place, if there is one.
  mutating func take() -> Bool {
    guard taken < limit else { return false }
    taken += 1
    return true
  }

  /// Waits for a place; the continuation resumes with true when it is handed over.
  mutating func wait(_ number: Int, _ continuation: CheckedContinuation<Bool, Never>) {
    waiting.append((number, continuation))
  }

  mutating func giveBack() {
    guard waiting.isEmpty || taken > limit else {
      waiting.removeFirst().continuation.resume(returning: true)
      return
    }
    taken -= 1
  }

  /// Lets somebody go who no longer waits; nothing where the place was handed over already.
  mutating func abandon(_ number: Int) {
    guard let position = waiting.firstIndex(where: { $0.number == number }) else { return }
    waiting.remove(at: position).continuation.resume(returning: false)
  }
}
