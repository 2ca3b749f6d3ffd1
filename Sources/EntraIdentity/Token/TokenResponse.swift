public import Foundation

/// A token and what the service said of it (RFC 6749, section 5.1). It prints no token.
public struct TokenResponse: Sendable {
  /// The access token.
  public let accessToken: Secret
  /// `token_type`, which is `Bearer` in some letter case.
  public let tokenType: String
  /// `expires_in`: how long the token lasts from ``receivedAt``; nil where the service is silent.
  public let expiresIn: Duration?
  /// `ext_expires_in` (Entra): how long it may serve where the service is not to be reached.
  public let extendedExpiresIn: Duration?
  /// `refresh_in` (Entra): after which time a new one should be fetched.
  public let refreshIn: Duration?
  /// `scope`, in parts; empty where the service is silent, which means the scopes asked for.
  public let scopes: [String]
  /// When the response came.
  public let receivedAt: Date
  /// The `client-request-id` that was sent.
  public let requestID: String?
  /// `x-ms-request-id`, by which the service finds the request.
  public let traceID: String?

  /// When the token ends, where the service says so.
  public var expiresAt: Date? { expiresIn.map { receivedAt + $0 / .seconds(1) } }

  /// Makes a response out of what was read.
  init(
    accessToken: Secret, tokenType: String, expiresIn: Duration?,
    extendedExpiresIn: Duration? = nil, refreshIn: Duration? = nil, scopes: [String] = [],
    receivedAt: Date, requestID: String?, traceID: String?
  ) {
    self.accessToken = accessToken
    self.tokenType = tokenType
    self.expiresIn = expiresIn
    self.extendedExpiresIn = extendedExpiresIn
    self.refreshIn = refreshIn
    self.scopes = scopes
    self.receivedAt = receivedAt
    self.requestID = requestID
    self.traceID = traceID
  }

  /// Reads a response.
  /// - Parameters:
  ///   - response: The response.
  ///   - reader: The reader for it.
  ///   - requestID: The `client-request-id` that was sent.
  ///   - now: When the response came.
  /// - Throws: What the reader finds, or ``UnexpectedResponse/Reason/missingFields(_:)`` with the
  ///   fields that are missing or of another kind.
  init(
    _ response: HTTPResponse, reader: ResponseReader, requestID: String?, now: Date
  ) throws(IdentityError) {
    let object = try reader.object(of: response)
    var odd: [String] = []
    /// A span in seconds; missing is nil, anything but a number of seconds is odd. The bound keeps a
    /// lying service from overflowing dates.
    func span(_ name: String) -> Duration? {
      guard let value = object[name], value != .null else { return nil }
      if let seconds = value.lenientInteger, (0...3_153_600_000).contains(seconds) {
        return .seconds(seconds)
      }
      odd.append(name)
      return nil
    }
    let token = object["access_token"]?.string ?? ""
    // A token goes into a header: anything that a header may not hold is no token (RFC 6750, 2.1).
    if token.isEmpty || !token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
      odd.append("access_token")
    }
    // A proof-of-possession token would be useless to a holder that has no key for it.
    let type = object["token_type"]?.string ?? ""
    if type.lowercased() != "bearer" { odd.append("token_type") }
    expiresIn = span("expires_in")
    extendedExpiresIn = span("ext_expires_in")
    refreshIn = span("refresh_in")
    guard odd.isEmpty else { throw reader.unexpected(.missingFields(odd), response) }
    accessToken = Secret(token)
    tokenType = type
    scopes = (object["scope"]?.string ?? "").split(separator: " ").prefix(256).map {
      $0.prefix(400).description.cleaned(maximum: 200)
    }
    receivedAt = now
    self.requestID = requestID
    traceID = response.header("x-ms-request-id").map { $0.cleaned(maximum: 100) }
  }
}
