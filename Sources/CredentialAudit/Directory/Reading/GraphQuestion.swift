import EntraIdentity

/// Asks a collection for single entries, each counted as a page of it.
struct GraphQuestion {
  private let session: GraphSession
  private let collection: String
  private var queries: [String]
  private var place: GraphPlace

  /// - Parameters:
  ///   - session: Who asks.
  ///   - collection: What is asked.
  ///   - queries: What follows an entry's path, the best first; the next one is used from where the
  ///     service does not understand one.
  init(session: GraphSession, collection: String, queries: [String]) {
    self.session = session
    self.collection = collection
    self.queries = queries
    place = GraphPlace(collection: collection)
  }

  /// Asks for one entry.
  /// - Parameters:
  ///   - entry: What follows the collection's path.
  ///   - read: Reads the entry.
  /// - Returns: The entry; nil where there is none.
  /// - Throws: Why it could not be read.
  mutating func ask<Entry>(
    _ entry: String, _ read: (GraphFields) throws(GraphMalformation) -> Entry
  ) async throws(DirectoryFailure) -> Entry? {
    defer { place.page += 1 }
    while true {
      let body: [UInt8]
      do throws(DirectoryFailure) {
        let url = try session.url(collection + entry + queries[0], at: place)
        // Single entries are asked for with all that they have.
        body = try await session.get(url, at: place, readsKeys: true).body
      } catch {
        if error.isNotThere { return nil }
        guard error.isNotUnderstood, queries.count > 1 else { throw error }
        queries.removeFirst()
        continue
      }
      do throws(GraphMalformation) {
        return try read(GraphFields(answer: body))
      } catch {
        throw place.failure(.malformed(error.text))
      }
    }
  }
}
