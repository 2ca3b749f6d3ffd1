import Foundation

/// Reads a platform's response: a token, or why there is none. The status is looked at first.
struct PlatformResponseReader {
  private let source: ManagedIdentitySource
  private let host: String
  private let requestID: String?
  private let now: Date
  private let scrubber: SecretScrubber
  private let reader: ResponseReader

  /// The metadata service is back within 70 seconds after a 410: three repeats at this distance see
  /// it.
  private static let updatePause: Duration = .seconds(24)

  /// Makes a reader for one response.
  /// - Parameters:
  ///   - source: Which platform answered.
  ///   - host: The host that answered.
  ///   - requestID: The `x-ms-client-request-id` that was sent.
  ///   - now: The time of the response.
  ///   - sent: The secrets that were sent, to be taken out of what the platform says.
  init(
    source: ManagedIdentitySource, host: String, requestID: String?, now: Date, sent: [Secret]
  ) {
    self.source = source
    self.host = host
    self.requestID = requestID
    self.now = now
    scrubber = SecretScrubber(sent)
    reader = ResponseReader(host: host, requestID: requestID, now: now, sent: sent)
  }

  /// The token of a response.
  /// - Throws: ``IdentityError/platformRefused(_:)`` for a refusal;
  ///   ``IdentityError/unexpected(_:)`` for a response that no platform gives.
  func token(of response: HTTPResponse) throws(IdentityError) -> TokenResponse {
    guard (200..<400).contains(response.status) else { throw refusal(response) }
    let object: [String: JSONValue]
    do {
      object = try reader.object(of: response)
    } catch {
      // An error under a good status is still the platform's.
      if case .refused = error { throw refusal(response) }
      throw error
    }
    return try TokenResponse(
      platform: object, response, reader: reader, requestID: requestID, now: now)
  }

  /// The refusal in a response that is none with a token.
  func refusal(_ response: HTTPResponse) -> IdentityError {
    let object = (try? JSONValue.parse(response.body))?.object ?? [:]
    // `{"error": "word"}`, `{"error": {"code": "Word"}}`, `{"statusCode": 400}`
    let inner = object["error"]?.object ?? object
    let error = object["error"]?.string ?? inner["code"]?.string
    let message = object["error_description"]?.string ?? inner["message"]?.string
    guard source.isRepeated(response.status) || error != nil || message != nil else {
      return reader.unexpected(response.body.isEmpty ? .empty : .notJSON, response)
    }
    let code = message.flatMap(ServiceCode.init(startOf:))
    let entry = code?.number.flatMap(AADSTSCatalog.meaning)
    let correlationID = inner["correlationId"]?.string ?? object["correlation_id"]?.string
    return .platformRefused(
      PlatformRefusal(
        source: source,
        reason: PlatformRefusal.Reason(
          status: response.status, error: error, entry: entry, at: source),
        status: response.status, error: shown(error, maximum: 100),
        message: shown(message, maximum: 500), code: code?.text, entry: entry,
        correlationID: shown(correlationID, maximum: 100), retryAfter: retryAfter(response),
        requestID: requestID, host: host))
  }

  private func retryAfter(_ response: HTTPResponse) -> Duration? {
    let asked = reader.retryAfter(response)
    guard asked == nil, source == .virtualMachine, response.status == 410 else { return asked }
    return Self.updatePause
  }

  private func shown(_ text: String?, maximum: Int) -> String? {
    guard let text else { return nil }
    let shown = scrubber.shown(text, maximum: maximum)
    return shown.isEmpty ? nil : shown
  }
}
