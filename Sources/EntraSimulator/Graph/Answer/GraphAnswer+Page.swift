extension GraphAnswer {
  /// Entries on a page unless the query says otherwise.
  private static let usualPage = 100

  /// One page of a collection, and the link to the next.
  func page(_ listing: GraphListing, _ fault: GraphFault?) throws(GraphError) -> SimulatedResponse {
    let size = query.top ?? Self.usualPage
    let start = min(query.skipped, listing.count)
    var end = min(start + size, listing.count)
    var link: String? = end < listing.count ? self.link(skipping: end) : nil
    switch fault {
    case .emptyPage: (end, link) = (start, self.link(skipping: start))
    case .shortened(let count): end = max(start, end - count)
    case .loop: link = exchange.request.url
    case .foreignLink(let host):
      let own = self.link(skipping: end)
      link = "https://\(host)" + own.dropFirst(exchange.request.base.count)
    default: break
    }
    let selection = GraphSelection(query.select)
    var values: [JSONValue] = []
    for number in start..<end {
      let entry = listing.entry(number)
      values.append(
        .object(try selection.apply(to: entry, type: listing.type) + expansion(of: entry)))
    }
    var body: JSONValue = [
      "@odata.context": .string(metadata(listing.context + selection.context))
    ]
    if query.wantsCount, query.page == 1 {
      let count = if case .counted(let count) = fault { count } else { listing.count }
      body["@odata.count"] = JSONValue(count)
    }
    if let link { body["@odata.nextLink"] = .string(link) }
    if case .withoutValue = fault { return .json(body) }
    body["value"] = .array(values)
    var response = SimulatedResponse.json(body)
    if case .truncated = fault {
      response.body = .bytes(Array(response.bytes.prefix(response.bytes.count / 2)))
    }
    return response
  }

  private func link(skipping count: Int) -> String {
    query.link(exchange.request, skipping: count, page: query.page + 1)
  }
}

extension SimulatedRequest {
  /// What was asked for, as a URL.
  var url: String { base + path + (query.map { "?" + $0 } ?? "") }
}
