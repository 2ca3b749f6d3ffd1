import EntraIdentity

/// How many entries a collection has by Graph's own count, so that a list that ends too early is not
/// taken for the whole.
///
/// The count comes from an index that lags behind by some seconds, and a directory goes on living while
/// it is read: a list is whole where its number lies within what was counted before and after it.
struct GraphCount {
  private let session: GraphSession
  private let collection: String
  /// What was counted so far; nil where the service does not count (B2C directories).
  private var counted: ClosedRange<Int>?

  private static let looks = 4
  private static let lag: Duration = .seconds(5)

  /// Counts before a list is read.
  init(of collection: String, session: GraphSession) async throws(DirectoryFailure) {
    self.session = session
    self.collection = collection
    do throws(DirectoryFailure) {
      let count = try await Self.ask(collection, session)
      counted = count...count
    } catch {
      guard error.isNotUnderstood else { throw error }
    }
  }

  /// The number of entries, as far as it is known.
  var number: Int? { counted?.upperBound }

  /// Makes sure that a list is whole.
  /// - Parameter found: How many entries were read.
  /// - Throws: Where it is not.
  mutating func check(_ found: Int) async throws(DirectoryFailure) {
    for look in 1...Self.looks {
      guard let range = counted, !range.contains(found) else { return }
      let place = GraphPlace(collection: collection)
      if look > 1 { try await session.sleep(Self.lag, at: place) }
      let count = try await Self.ask(collection, session)
      counted = min(range.lowerBound, count)...max(range.upperBound, count)
    }
    guard let range = counted, !range.contains(found) else { return }
    let nearest = found < range.lowerBound ? range.lowerBound : range.upperBound
    throw GraphPlace(collection: collection).failure(
      .miscounted(expected: nearest, found: found))
  }

  private static func ask(
    _ collection: String, _ session: GraphSession
  ) async throws(DirectoryFailure) -> Int {
    let place = GraphPlace(collection: collection)
    let url = try session.url(collection + "/$count", at: place)
    let body = try await session.get(url, at: place, counts: true).body
    // Some services put a byte order mark before the digits.
    let digits = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body[...]
    guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let count = Int(String(decoding: digits, as: UTF8.self))
    else { throw place.failure(.malformed("$count is no number")) }
    return count
  }
}
