import Foundation

/// The responses that have nothing to do with what was asked.
struct MisbehavingResponse {
  private let exchange: Exchange

  init(_ exchange: Exchange) { self.exchange = exchange }

  /// The response that takes the place of the regular one, or nil where a regular one is sent.
  var response: SimulatedResponse? {
    switch exchange.behaviour {
    case .normal, .delay, .closeMidResponse, .contentType, .document, .keySet, .token: nil
    case .hang: hanging
    case .throttled(let when): throttled(when)
    case .status(let status):
      SimulatedResponse(
        status: status, headers: [("Content-Type", "text/plain")],
        body: .bytes(Array("The service is out of order (\(status)).".utf8)))
    case .empty(let status): .empty(status)
    case .portalPage: .page(Self.portal, status: 200)
    case .errorPage(let status):
      .page("<html><body><h1>\(status)</h1><p>Ask your proxy.</p></body></html>", status: status)
    case .redirect(let url):
      SimulatedResponse(status: 302, headers: [("Location", url)], body: .bytes([]))
    case .notJSON:
      SimulatedResponse(
        status: 200, headers: [("Content-Type", "application/json; charset=utf-8")],
        body: .bytes(Array("{\"issuer\": https://unquoted,".utf8)))
    case .hugeBody(let megabytes): huge(megabytes)
    case .nestedJSON(let depth):
      SimulatedResponse(
        status: 200, headers: [("Content-Type", "application/json; charset=utf-8")],
        body: .bytes(
          Array(repeating: 0x5B, count: depth) + Array(repeating: 0x5D, count: depth)))
    case .response(let response): response
    case .refusal(let code, let error, let status):
      Refusal(code, error, status, "The simulator was told to refuse this").response(exchange)
    case .oauthError(let error, let status): .json(["error": .string(error)], status: status)
    case .echo(let form): EchoedForm(exchange, form).response
    }
  }

  private var hanging: SimulatedResponse {
    var response = SimulatedResponse.empty(200)
    response.ending = .hang
    return response
  }

  private func throttled(_ when: Misbehaviour.RetryAfter) -> SimulatedResponse {
    let refusal = Refusal(90055, "temporarily_unavailable", 429, "There were too many requests")
    var response =
      exchange.place.endpoint == .graph
      ? GraphError.throttled([]).response(exchange) : refusal.response(exchange)
    switch when {
    case .unsaid: break
    case .seconds(let seconds): response.setHeader("Retry-After", String(seconds))
    case .text(let text): response.setHeader("Retry-After", text)
    case .date(let date): response.setHeader("Retry-After", Moment(date).httpDate)
    }
    return response
  }

  private func huge(_ megabytes: Int) -> SimulatedResponse {
    // JSON that never comes to an end: blanks may go on before the first value for ever.
    SimulatedResponse(
      status: 200, headers: [("Content-Type", "application/json; charset=utf-8")],
      body: .repeated(chunk: Array(repeating: 0x20, count: 1 << 16), count: megabytes * 16))
  }

  private static let portal = """
    <!DOCTYPE html><html><head><title>Guest network</title></head><body>
    <form action="/login"><p>Accept the terms to go on.</p></form></body></html>
    """
}

extension SimulatedResponse {
  /// What a behaviour changes of a response that is regular otherwise.
  mutating func bend(_ behaviour: Misbehaviour) {
    switch behaviour {
    case .delay(let duration): delay = duration
    case .contentType(let type): setHeader("Content-Type", type)
    case .closeMidResponse: ending = .closeMidway
    default: break
    }
  }
}
