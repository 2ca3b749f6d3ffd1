/// One response, and how its connection behaves meanwhile.
package struct SimulatedResponse: Sendable {
  package enum Body: Sendable {
    case bytes([UInt8])
    /// A body that is never held whole: one chunk, so many times.
    case repeated(chunk: [UInt8], count: Int)
    /// What goes over the connection in the place of status, headers and body.
    case wire([UInt8])
  }

  package enum Ending: Sendable, Hashable {
    case complete
    /// Promises the whole body, sends half of it and closes.
    case closeMidway
    /// Sends nothing at all, or after what is to go over the wire nothing more, until the client
    /// goes away.
    case hang
  }

  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: Body
  package var ending = Ending.complete
  /// How long the answer is held back.
  package var delay: Duration?

  package init(status: Int, headers: [(name: String, value: String)] = [], body: Body) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  static func json(
    _ value: JSONValue, status: Int = 200, headers: [(name: String, value: String)] = []
  ) -> Self {
    Self(
      status: status,
      headers: [("Content-Type", "application/json; charset=utf-8")] + headers,
      body: .bytes(Array(value.serialized.utf8)))
  }

  static func page(_ html: String, status: Int) -> Self {
    Self(
      status: status, headers: [("Content-Type", "text/html; charset=utf-8")],
      body: .bytes(Array(html.utf8)))
  }

  static func empty(_ status: Int) -> Self { Self(status: status, body: .bytes([])) }

  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  mutating func setHeader(_ name: String, _ value: String) {
    headers.removeAll { $0.name.lowercased() == name.lowercased() }
    headers.append((name, value))
  }

  /// The body as bytes; of a repeated one, its first chunk.
  package var bytes: [UInt8] {
    switch body {
    case .bytes(let bytes), .wire(let bytes): bytes
    case .repeated(let chunk, _): chunk
    }
  }

  /// The body as JSON, where it is some.
  package var json: JSONValue? { JSONParser.parse(bytes) }
}
