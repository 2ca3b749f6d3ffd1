import Foundation

/// Why the service says no.
struct Refusal: Error {
  /// The AADSTS number; nil for errors that have none.
  var code: Int?
  /// The OAuth error (RFC 6749, section 5.2).
  var error: String
  var status: Int
  /// One sentence without a full stop.
  var sentence: String
  /// Recorded bodies of some codes lack `error_uri`.
  var hasErrorURI = true
  var more: [JSONValue.Member] = []
  /// The codes of B2C, whose bodies have no numbers of their own.
  var policyCode = "AADB2C90085"

  init(_ code: Int?, _ error: String, _ status: Int, _ sentence: String) {
    self.code = code
    self.error = error
    self.status = status
    self.sentence = sentence
  }

  func with(_ change: (inout Refusal) -> Void) -> Refusal {
    var refusal = self
    change(&refusal)
    return refusal
  }

  /// The response in the form of the family that was asked.
  func response(_ exchange: Exchange) -> SimulatedResponse {
    var response = SimulatedResponse.json(body(exchange), status: status)
    response.setHeader("Cache-Control", "no-store, no-cache")
    response.setHeader("Pragma", "no-cache")
    if status == 401, exchange.basic != nil {
      // RFC 6749, section 5.2: a client that used the header gets the header's challenge.
      response.setHeader("WWW-Authenticate", "Basic realm=\"token\"")
    }
    return response
  }

  private func body(_ exchange: Exchange) -> JSONValue {
    let timestamp = Moment(exchange.now).stamp
    switch exchange.place.family {
    case .adfs, .oidc:
      return ["error": .string(error), "error_description": .string(sentence + ".")]
    case .b2c where exchange.place.endpoint == .token:
      return [
        "error": .string(error),
        "error_description": .string(
          "\(policyCode): \(sentence).\r\nCorrelation ID: \(exchange.correlationID)\r\n"
            + "Timestamp: \(timestamp)\r\n"),
      ]
    case .entra, .b2c, .ciam:
      return platformBody(exchange, timestamp)
    }
  }

  private func platformBody(_ exchange: Exchange, _ timestamp: String) -> JSONValue {
    // Discovery still breaks its lines as all descriptions did until about 2023.
    let gap = exchange.place.endpoint == .token ? " " : "\r\n"
    let code = code ?? 0
    var body: JSONValue = [
      "error": .string(error),
      "error_description": .string(
        "AADSTS\(code): \(sentence).\(gap)Trace ID: \(exchange.traceID)\(gap)"
          + "Correlation ID: \(exchange.correlationID)\(gap)Timestamp: \(timestamp)"),
      "error_codes": [JSONValue(code)],
      "timestamp": .string(timestamp),
      "trace_id": .string(exchange.traceID),
      "correlation_id": .string(exchange.correlationID),
    ]
    if hasErrorURI {
      body["error_uri"] = .string("\(exchange.request.base)/error?code=\(code)")
    }
    for member in more { body[member.name] = member.value }
    return body
  }
}
