/// The members of a `$batch`.
struct GraphBatch: Sendable {
  private struct Member: Sendable {
    let id: String
    let exchange: Exchange
    let predecessors: [String]
  }
  private let members: [Member]

  static let most = 20

  init(_ exchange: Exchange) throws(GraphError) {
    guard exchange.request.method == "POST" else {
      throw GraphError(405, "BadRequest", "A batch is posted.")
    }
    guard let requests = JSONParser.parse(exchange.request.body)?["requests"]?.elements else {
      throw GraphError(400, "BadRequest", "Invalid batch payload format.")
    }
    guard requests.count <= Self.most else {
      throw GraphError(
        400, "BadRequest",
        "Number of batch request steps exceeds the maximum value of \(Self.most).")
    }
    var members: [Member] = []
    for request in requests {
      guard let id = request["id"]?.text, let method = request["method"]?.text,
        let url = request["url"]?.text, !members.contains(where: { $0.id == id })
      else { throw GraphError(400, "BadRequest", "Invalid batch payload format.") }
      members.append(
        Member(
          id: id, exchange: Self.exchange(exchange, method, url, headers: request["headers"]),
          predecessors: request["dependsOn"]?.elements?.compactMap(\.text) ?? []))
    }
    self.members = members
  }

  private static func exchange(
    _ outer: Exchange, _ method: String, _ url: String, headers: JSONValue?
  ) -> Exchange {
    var fields: [(name: String, value: String)] = []
    if case .object(let members) = headers {
      fields = members.map { ($0.name, $0.value.text ?? "") }
    }
    let request = SimulatedRequest(
      method: method, authority: outer.request.authority,
      target: "/v1.0" + (url.hasPrefix("/") ? url : "/" + url), headers: fields)
    return Exchange(request, place: outer.place, now: outer.now)
  }

  /// All answers in one response, the last one first: a client must go by their ids.
  func response(_ answer: (Exchange) -> SimulatedResponse) -> SimulatedResponse {
    var failed: Set<String> = []
    var responses: [JSONValue] = []
    for member in members {
      let response =
        failed.isDisjoint(with: member.predecessors)
        ? answer(member.exchange)
        : GraphError(424, "FailedDependency", "A request that this one depends on failed.")
          .response(member.exchange)
      if response.status >= 400 { failed.insert(member.id) }
      responses.append(Self.value(member.id, response))
    }
    return .json(["responses": .array(responses.reversed())])
  }

  private static func value(_ id: String, _ response: SimulatedResponse) -> JSONValue {
    [
      "id": .string(id), "status": JSONValue(response.status),
      "headers": .object(
        response.headers.map { JSONValue.Member(name: $0.name, value: .string($0.value)) }),
      "body": response.json ?? .string(String(decoding: response.bytes, as: UTF8.self)),
    ]
  }
}
