import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL

/// The clients of one transport. A client has one proxy for all it asks, so there is one that uses
/// the proxy and one that does not; each is made when it is first needed.
struct HTTPClients {
  private let configuration: NetworkConfiguration
  private let tls: TLSConfiguration
  private var direct: HTTPClient?
  private var proxied: HTTPClient?
  private(set) var isShutDown = false

  init(_ configuration: NetworkConfiguration) throws(NetworkConfigurationProblem) {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    if let bundle = configuration.replacedRoots {
      tls.trustRoots = .certificates(try bundle.certificates())
    }
    for bundle in configuration.additionalRoots {
      tls.additionalTrustRoots.append(.certificates(try bundle.certificates()))
    }
    self.configuration = configuration
    self.tls = tls
  }

  /// The client for one URL; nil after the end.
  mutating func client(usesProxy: Bool) -> HTTPClient? {
    guard !isShutDown else { return nil }
    if let made = usesProxy ? proxied : direct { return made }
    let made = HTTPClient(
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      configuration: settings(usesProxy: usesProxy))
    if usesProxy { proxied = made } else { direct = made }
    return made
  }

  /// Hands over all clients, so that whoever takes them can end them without the lock.
  mutating func end() -> [HTTPClient] {
    isShutDown = true
    defer { (direct, proxied) = (nil, nil) }
    return [direct, proxied].compactMap(\.self)
  }

  /// What a client is made with.
  func settings(usesProxy: Bool) -> HTTPClient.Configuration {
    var settings = HTTPClient.Configuration(
      tlsConfiguration: tls, redirectConfiguration: .disallow, decompression: .disabled)
    // Over HTTP/2, a server that answers before it has read the form (a 429, say) makes requests in
    // flight hang after some 200 of them: the limit on RST_STREAM frames, which cannot be raised.
    settings.httpVersion = .http1Only
    settings.timeout = HTTPClient.Configuration.Timeout(
      connect: TimeAmount(configuration.connectTimeout),
      read: TimeAmount(configuration.attemptTimeout))
    settings.connectionPool = HTTPClient.Configuration.ConnectionPool(
      idleTimeout: TimeAmount(configuration.idleTimeout),
      concurrentHTTP1ConnectionsPerHostSoftLimit: max(1, configuration.connectionsPerHost))
    // The retries belong to the caller; with the pool's own, a refused connection takes the whole
    // connect timeout to be reported.
    settings.connectionPool.retryConnectionEstablishment = false
    if usesProxy, case .fixed(let host, let port, let credentials) = configuration.proxy {
      settings.proxy = .server(
        host: host, port: port, authorization: credentials.map { $0.withValue(Self.basic) })
    }
    return settings
  }

  private static func basic(_ credentials: String) -> HTTPClient.Authorization {
    let mark = credentials.firstIndex(of: ":") ?? credentials.endIndex
    return .basic(
      username: String(credentials[..<mark]), password: String(credentials[mark...].dropFirst()))
  }
}
