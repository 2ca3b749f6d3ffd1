/// How the process reaches the network: limits, proxy and trust.
public struct NetworkConfiguration: Sendable {
  /// How long connecting may take: name, TCP, proxy and TLS together.
  public var connectTimeout: Duration
  /// The longest time of one attempt, whatever a request asks for.
  public var attemptTimeout: Duration
  /// How many connections may be open to one host.
  public var connectionsPerHost: Int
  /// How long a connection is kept that nobody uses.
  public var idleTimeout: Duration
  /// Whether and through whom connections go.
  public var proxy: ProxySetting
  /// Which hosts are reached without the proxy.
  public var noProxy: ProxyBypass
  /// What is trusted instead of the system's roots; nil for the system's.
  public var replacedRoots: CertificateBundle?
  /// What is trusted beside the roots, such as a company's own authority.
  public var additionalRoots: [CertificateBundle]
  /// The `User-Agent` of requests that name none.
  public var userAgent: String

  /// Makes a configuration.
  /// - Parameters:
  ///   - connectTimeout: How long connecting may take.
  ///   - attemptTimeout: The longest time of one attempt.
  ///   - connectionsPerHost: How many connections may be open to one host.
  ///   - idleTimeout: How long a connection is kept that nobody uses.
  ///   - proxy: Whether and through whom connections go.
  ///   - noProxy: Which hosts are reached without the proxy.
  ///   - replacedRoots: What is trusted instead of the system's roots.
  ///   - additionalRoots: What is trusted beside the roots.
  ///   - userAgent: The `User-Agent` of requests that name none.
  public init(
    connectTimeout: Duration = .seconds(10), attemptTimeout: Duration = .seconds(120),
    connectionsPerHost: Int = 64, idleTimeout: Duration = .seconds(30),
    proxy: ProxySetting = .none,
    noProxy: ProxyBypass = ProxyBypass(""), replacedRoots: CertificateBundle? = nil,
    additionalRoots: [CertificateBundle] = [], userAgent: String = ProductIdentity.library.userAgent
  ) {
    self.connectTimeout = connectTimeout
    self.attemptTimeout = attemptTimeout
    self.connectionsPerHost = connectionsPerHost
    self.idleTimeout = idleTimeout
    self.proxy = proxy
    self.noProxy = noProxy
    self.replacedRoots = replacedRoots
    self.additionalRoots = additionalRoots
    self.userAgent = userAgent
  }

  /// The proxy's host, where a URL is reached through one.
  package func proxyHost(for url: EndpointURL) -> String? {
    guard case .fixed(let host, _, _) = proxy, !noProxy.contains(url) else { return nil }
    return host
  }
}
