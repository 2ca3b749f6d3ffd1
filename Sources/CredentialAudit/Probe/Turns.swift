import Synchronization

/// Things that many tasks take by turns, each thing once.
final class Turns<Things: RandomAccessCollection & Sendable>: Sendable where Things.Index == Int {
  private let things: Things
  private let taken = Atomic(0)

  init(_ things: Things) { self.things = things }

  /// The next thing; nil when all are taken.
  func next() -> Things.Element? {
    let number = taken.add(1, ordering: .relaxed).oldValue
    return number < things.count ? things[things.startIndex + number] : nil
  }
}
