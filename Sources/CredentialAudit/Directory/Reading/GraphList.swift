import EntraIdentity

/// A list of Graph's, which is read to its end.
struct GraphList {
  let session: GraphSession
  /// What it is called in a failure.
  let name: String
  /// Paths and queries for it, the best first; the next one is asked where the service does not
  /// understand one.
  let queries: [String]
  /// Whether its entries come with certificates and keys, which has a limit of its own.
  var readsKeys = false

  /// In bytes. A link is the service's own and may be longer than any endpoint.
  private static let longestLink = 32_768

  /// Reads every page.
  /// - Parameter entry: Hears each entry, in order.
  /// - Throws: Why it was not read to its end. What was heard until then is not all.
  func forEach(
    _ entry: (GraphFields) throws(GraphMalformation) -> Void
  ) async throws(DirectoryFailure) {
    var place = GraphPlace(collection: name)
    var url = try session.url(queries[0], at: place)
    var seen: Set<EndpointURL> = []
    while true {
      // The body goes with its turn: two pages at once would be the largest part of all memory.
      let body =
        place.page == 1
        ? try await first(&url, at: place).body
        : try await session.get(url, at: place, readsKeys: readsKeys).body
      seen.insert(url)
      let page: GraphPage
      do throws(GraphMalformation) {
        page = try GraphPage(body, entry)
      } catch {
        throw place.failure(.malformed(error.text))
      }
      guard let link = page.nextLink else { return }
      url = try next(link, after: url, at: place)
      guard !seen.contains(url) else { throw place.failure(.loop) }
      guard place.page < session.limits.pages else {
        throw place.failure(.tooMuch("there are more than \(session.limits.pages) pages"))
      }
      place.page += 1
    }
  }

  private func first(
    _ url: inout EndpointURL, at place: GraphPlace
  ) async throws(DirectoryFailure) -> HTTPResponse {
    for query in queries.dropLast() {
      url = try session.url(query, at: place)
      do throws(DirectoryFailure) {
        return try await session.get(url, at: place, readsKeys: readsKeys)
      } catch {
        guard error.isNotUnderstood else { throw error }
      }
    }
    url = try session.url(queries[queries.count - 1], at: place)
    return try await session.get(url, at: place, readsKeys: readsKeys)
  }

  /// A token is sent to where a link leads: only to the host that was asked, and never in the clear.
  private func next(
    _ link: String, after url: EndpointURL, at place: GraphPlace
  ) throws(DirectoryFailure) -> EndpointURL {
    let next: EndpointURL
    do throws(EndpointURL.Problem) {
      next = try EndpointURL(link, longest: Self.longestLink)
    } catch {
      throw place.failure(.malformed("@odata.nextLink is no https URL"))
    }
    guard next.origin == url.origin else {
      let host = next.host + (next.port.map { ":\($0)" } ?? "")
      throw place.failure(.foreignLink(host: host.cleaned(maximum: 100)))
    }
    return next
  }
}
