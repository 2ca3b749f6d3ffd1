/// One request to a platform's endpoint, with the limits that hold for it.
///
/// Its headers may hold the platform's secret: the type prints method and URL only.
public struct PlatformRequest: Sendable, CustomStringConvertible, CustomReflectable {
  /// The method; only Cloud Shell is sent a form.
  public var method: HTTPRequest.Method
  /// Where it goes.
  public var url: PlatformURL
  /// Name and value pairs, in the order in which they are sent.
  public var headers: [(name: String, value: String)]
  /// The body; empty for GET.
  public var body: Secret
  /// How long connecting may take, TLS included. A virtual machine's metadata service is one hop
  /// away: what takes longer is not there.
  public var connectTimeout: Duration
  /// How long one attempt may take, from connecting to the last byte of the response.
  public var timeout: Duration
  /// The longest response body that is accepted, in bytes.
  public var maximumResponseBytes: Int
  /// The one certificate that the peer may have; nothing else is trusted then, and nothing is sent
  /// to a peer that has another.
  public var pin: CertificatePin?

  /// Makes a request.
  /// - Parameters:
  ///   - method: The method.
  ///   - url: Where it goes.
  ///   - headers: Name and value pairs.
  ///   - body: The body; empty for GET.
  ///   - connectTimeout: The limit of connecting.
  ///   - timeout: The limit of one attempt, connect to last byte.
  ///   - maximumResponseBytes: The longest body that is accepted.
  ///   - pin: The one certificate that the peer may have.
  public init(
    method: HTTPRequest.Method, url: PlatformURL, headers: [(name: String, value: String)] = [],
    body: Secret = Secret(""), connectTimeout: Duration = .seconds(2),
    timeout: Duration = .seconds(20), maximumResponseBytes: Int = 256 << 10,
    pin: CertificatePin? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.connectTimeout = connectTimeout
    self.timeout = timeout
    self.maximumResponseBytes = maximumResponseBytes
    self.pin = pin
  }

  /// Method, origin and path, never a header, a query or the body.
  public var description: String { "\(method.rawValue) \(url.origin)\(url.path)" }

  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
