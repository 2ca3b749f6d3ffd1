import Foundation

/// An error that repeats the request, as careless services do: what a client prints of it must not
/// hold the credential in any of its spellings, nor take over the terminal.
struct EchoedForm {
  private let exchange: Exchange
  private let form: Misbehaviour.EchoForm

  init(_ exchange: Exchange, _ form: Misbehaviour.EchoForm) {
    self.exchange = exchange
    self.form = form
  }

  var response: SimulatedResponse {
    switch form {
    case .page: .page("<html><body><pre>\(plain)</pre></body></html>", status: 500)
    case .plain: error(plain)
    case .percentEncoded: error(raw)
    case .base64: error(base64)
    case .jsonEscaped: error(jsonEscaped)
    case .decorated: error(decorated)
    case .everything: error([plain, raw, base64, jsonEscaped, decorated].joined(separator: " | "))
    }
  }

  private func error(_ text: String) -> SimulatedResponse {
    Refusal(90013, "invalid_request", 400, "The input \(text) is not valid").response(exchange)
  }

  private var raw: String { String(decoding: exchange.request.body, as: UTF8.self) }

  private var plain: String {
    exchange.form.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
  }

  private var base64: String {
    let values = exchange.form.fields.map { Data($0.value.utf8).base64EncodedString() }
    return ([Data(exchange.request.body).base64EncodedString()] + values).joined(separator: " ")
  }

  /// The form as JSON inside a JSON string, so that it is still escaped after one reading.
  private var jsonEscaped: String {
    JSONValue.object(
      exchange.form.fields.map { JSONValue.Member(name: $0.name, value: .string($0.value)) }
    ).serialized
  }

  private var decorated: String {
    "\u{1B}[2J\u{1B}[31m\u{202E}\(plain)\u{202C}\u{7}\u{0}\r\u{1B}]0;owned\u{7}"
  }
}
