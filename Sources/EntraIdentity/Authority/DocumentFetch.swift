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
    try await retry.run(time: time, deadline: deadline, host: url.host) {
      _ async throws(IdentityError) in
      try await self.attempt(url, maximumBytes: maximumBytes)
    }
  }

  private func attempt(
    _ url: EndpointURL, maximumBytes: Int
  ) async throws(IdentityError) -> Document {
    let requestID = UUID().uuidString.lowercased()
    let request = HTTPRequest(
      method: .get, url: url,
      headers: [("Accept", "application/json"), ("client-request-id", requestID)],
      timeout: timeout, maximumResponseBytes: maximumBytes)
    let response: HTTPResponse
    do {
      response = try await transport.send(request)
    } catch {
      throw .transport(error)
    }
    let reader = ResponseReader(host: url.host, requestID: requestID, now: time.now)
    return Document(
      object: try reader.object(of: response), response: response, host: url.host,
      requestID: requestID)
  }
}
