/// A refusal by the service, in its own words but cleaned: an OAuth error body with Entra's fields.
public struct ServiceRefusal: Hashable, Sendable {
  /// The status code.
  public let status: Int
  /// `error` (RFC 6749, section 5.2).
  public let error: String
  /// `error_description` without its trailing trace, correlation and time stamp; stripped of
  /// control characters and cut. For a person to read, never to decide on.
  public let description: String?
  /// `error_codes`, in order; the last is the specific one.
  public let codes: [Int]
  /// The service's code as it prints it: `AADSTS7000222`, `AADB2C90080`; nil where it has none.
  public let code: String?
  /// What the catalogue knows of the code, with its subcase applied.
  public let entry: RefusalMeaning?
  /// `suberror`.
  public let suberror: String?
  /// `timestamp`, as the service wrote it.
  public let timestamp: String?
  /// `trace_id`.
  public let traceID: String?
  /// `correlation_id`.
  public let correlationID: String?
  /// What `Retry-After` asked for.
  public let retryAfter: Duration?
  /// The `client-request-id` that was sent.
  public let requestID: String?
  /// The host that answered.
  public let host: String

  /// Makes a refusal.
  /// - Parameters:
  ///   - status: The status code.
  ///   - error: `error`.
  ///   - description: `error_description`, cleaned.
  ///   - codes: `error_codes`.
  ///   - code: The code as the service prints it.
  ///   - entry: What the catalogue knows of it.
  ///   - suberror: `suberror`.
  ///   - timestamp: `timestamp`.
  ///   - traceID: `trace_id`.
  ///   - correlationID: `correlation_id`.
  ///   - retryAfter: What `Retry-After` asked for.
  ///   - requestID: The `client-request-id` that was sent.
  ///   - host: The host that answered.
  public init(
    status: Int, error: String, description: String? = nil, codes: [Int] = [], code: String? = nil,
    entry: RefusalMeaning? = nil, suberror: String? = nil, timestamp: String? = nil,
    traceID: String? = nil, correlationID: String? = nil, retryAfter: Duration? = nil,
    requestID: String? = nil, host: String
  ) {
    self.status = status
    self.error = error
    self.description = description
    self.codes = codes
    self.code = code
    self.entry = entry
    self.suberror = suberror
    self.timestamp = timestamp
    self.traceID = traceID
    self.correlationID = correlationID
    self.retryAfter = retryAfter
    self.requestID = requestID
    self.host = host
  }

  /// Throttling and the service's own faults pass; so does what the OAuth error calls temporary.
  public var isTransient: Bool {
    if status == 429 || status == 408 || status >= 500 { return true }
    if let category = entry?.category { return category == .throttled || category == .serviceFault }
    return error == "temporarily_unavailable" || error == "server_error"
  }

  /// Whether a credential made seconds ago is refused in this way until it has spread, so that the
  /// question is worth asking again after a pause.
  public var maySpread: Bool { entry?.maySpread ?? false }
}
