import Foundation

/// One document from the network, bounded in time and size.
struct DocumentFetch: Sendable {
  let transport: any HTTPTransport
  let time: any TimeSource
  let timeout: Duration
  let retry: RetryPolicy
  let deadline: Date?

  /// A document that came whole and is JSON by its label.
  struct Document: Sendable {
    let object: [String: JSONValue]
    private let response: HTTPResponse
    private let host: String
    private let requestID: String

    var body: [UInt8] { response.body }

    init(
      object: [String: JSONValue], response: HTTPResponse, host: String, requestID: String
    ) {
      self.object = object
      self.response = response
      self.host = host
      self.requestID = requestID
    }

    /// The error for a document that came whole and cannot be used.
    func unusable(_ reason: UnexpectedResponse.Reason) -> IdentityError {
      .unexpected(
        UnexpectedResponse(
          reason: reason, status: response.status,
          contentType: response.header("content-type")?.printable(limit: 80), host: host,
          requestID: requestID))
    }
  }

  /// Asks, and asks again where the policy says so.
  /// - Parameters:
  ///   - url: The document's address, which a check has passed.
  ///   - maximumBytes: The longest body that is accepted.
  /// - Returns: The document.
  /// - Throws: Why there is none.
  func callAsFunction(
    _ url: EndpointURL, maximumBytes: Int
  ) async throws(IdentityError) -> Document {
    try await self(url, maximumBytes: maximumBytes, recalling: { _ in nil }, reading: { $0 })
  }

  /// Asks for a document whose bytes may be known from elsewhere, and need not be read anew then.
  /// - Parameters:
  ///   - url: The document's address, which a check has passed.
  ///   - maximumBytes: The longest body that is accepted.
  ///   - known: What a body means that was read before; nil for another one.
  ///   - read: Makes of a new document what it means.
  /// - Returns: What the document means.
  /// - Throws: Why there is none.
  func callAsFunction<Value: Sendable>(
    _ url: EndpointURL, maximumBytes: Int, recalling known: ([UInt8]) -> Value?,
    reading read: (Document) -> Value
  ) async throws(IdentityError) -> Value {
    try await retry.run(time: time, deadline: deadline, host: url.host) {
      _ async throws(IdentityError) in
      let requestID = UUID.random().text
      let response = try await self.attempt(url, maximumBytes: maximumBytes, requestID)
      let reader = ResponseReader(host: url.host, requestID: requestID, now: time.now)
      if (200..<300).contains(response.status) {
        _ = try reader.readsAsJSON(response)
        if let value = known(response.body) { return value }
      }
      return read(
        Document(
          object: try reader.object(of: response), response: response, host: url.host,
          requestID: requestID))
    }
  }

  private func attempt(
    _ url: EndpointURL, maximumBytes: Int, _ requestID: String
  ) async throws(IdentityError) -> HTTPResponse {
    let request = HTTPRequest(
      method: .get, url: url,
      headers: [("Accept", "application/json"), ("client-request-id", requestID)],
      timeout: timeout, maximumResponseBytes: maximumBytes)
    do {
      return try await transport.send(request)
    } catch {
      throw .transport(error)
    }
  }
}
