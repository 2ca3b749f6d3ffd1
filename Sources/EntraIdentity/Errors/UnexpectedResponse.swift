/// A response that the protocol does not know: a page, a redirect, an empty body.
public struct UnexpectedResponse: Hashable, Sendable {
  /// What was wrong with it.
  public enum Reason: Hashable, Sendable {
    /// A redirect, which is never followed; the host that it points to, where it names one.
    case redirect(toHost: String?)
    /// A page or another content type than JSON: a portal or a proxy in between.
    case notJSON
    /// JSON by its label, but not by its content.
    case malformedJSON
    /// Packed, which no request of ours asks for and which is never unpacked: a small body could become
    /// an endless one. The coding, cleaned and cut.
    case encoded(String)
    /// No body.
    case empty
    /// JSON without the named fields, or with them in another type.
    case missingFields([String])
  }

  /// What was wrong with it.
  public let reason: Reason
  /// The status code.
  public let status: Int
  /// The media type, cleaned and cut, for a person to read.
  public let contentType: String?
  /// The host that answered.
  public let host: String
  /// How long the service asked to be left alone.
  public let retryAfter: Duration?
  /// The `client-request-id` that was sent, where one was.
  public let requestID: String?

  /// Makes a description of a response.
  /// - Parameters:
  ///   - reason: What was wrong with it.
  ///   - status: The status code.
  ///   - contentType: The media type.
  ///   - host: The host that answered.
  ///   - retryAfter: What `Retry-After` asked for.
  ///   - requestID: The `client-request-id` that was sent.
  public init(
    reason: Reason, status: Int, contentType: String?, host: String, retryAfter: Duration? = nil,
    requestID: String? = nil
  ) {
    self.reason = reason
    self.status = status
    self.contentType = contentType
    self.host = host
    self.retryAfter = retryAfter
    self.requestID = requestID
  }

  /// Throttling, the server's own faults and a request that came too slowly for it (RFC 9110,
  /// section 15.5.9) pass; all else is the same next time.
  public var isTransient: Bool { status == 429 || status == 408 || status >= 500 }
}
