/// Why there is no whole response: the network's fault, a peer's or our own limits'.
public struct TransportError: Error, Hashable, Sendable {
  /// What kind of failure it was.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The name does not resolve.
    case dns = "dns-failure"
    /// Nobody listens there.
    case refused = "connection-refused"
    /// The connection ended before the response did.
    case reset = "connection-reset"
    /// The attempt's time was up.
    case timeout
    /// The peer's certificate chains to no trusted root.
    case tlsUntrusted = "tls-untrusted"
    /// The peer's certificate is past its end, or not yet valid.
    case tlsExpired = "tls-expired"
    /// The peer's certificate is for another name.
    case tlsHostname = "tls-hostname"
    /// Any other failure of TLS.
    case tls = "tls-failure"
    /// The proxy refused or is not there.
    case proxy = "proxy-failure"
    /// The response is larger than the caller accepts.
    case tooLarge = "response-too-large"
    /// What came is not HTTP.
    case malformed = "malformed-response"
    /// The caller gave up.
    case cancelled
    /// The run's deadline was reached before the request could be sent.
    case deadline
    /// None of the above.
    case other = "network-failure"
  }

  /// What kind of failure it was.
  public let kind: Kind
  /// The host that was asked.
  public let host: String
  /// What the system said, for a person to read; no decision is made on it.
  public let detail: String

  /// Makes an error.
  /// - Parameters:
  ///   - kind: What kind of failure it was.
  ///   - host: The host that was asked.
  ///   - detail: What the system said; never a part of the request.
  public init(kind: Kind, host: String, detail: String) {
    self.kind = kind
    self.host = host
    self.detail = detail
  }

  /// Whether another attempt may succeed without anybody changing anything.
  public var isTransient: Bool {
    switch kind {
    case .dns, .refused, .reset, .timeout, .proxy, .malformed, .other: true
    case .tlsUntrusted, .tlsExpired, .tlsHostname, .tls, .tooLarge, .cancelled, .deadline: false
    }
  }
}
