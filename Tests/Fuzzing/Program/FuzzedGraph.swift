import EntraIdentity

/// A Graph that answers one question with the fuzzer's bytes, and everything else with an empty list.
struct FuzzedGraph: HTTPTransport {
  static let origin = "https://graph.microsoft.com"

  /// How the question's path ends, and what its query says.
  let question: (path: String, query: String)
  let status: Int
  let bytes: [UInt8]

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    // Wherever a link leads, the token goes to nobody else.
    precondition(request.url.origin == Self.origin, "another host is asked")
    precondition(request.method == .get, "something but reading is asked for")
    let headers = [(name: "Content-Type", value: "application/json")]
    let path = request.url.path
    if path.hasSuffix(question.path), request.url.query?.contains(question.query) ?? true {
      return HTTPResponse(status: status, headers: headers, body: bytes)
    }
    // No list is of the length that the fuzzer's has.
    let isCount = path.hasSuffix("$count")
    let body =
      isCount ? #"{"error":{"code":"Request_BadRequest"}}"# : #"{"value":[],"isEnabled":false}"#
    return HTTPResponse(status: isCount ? 400 : 200, headers: headers, body: Array(body.utf8))
  }
}
