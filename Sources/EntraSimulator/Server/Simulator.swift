package import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A world on the loopback interface: a TLS listener for all its hosts, and a CONNECT proxy by which
/// clients reach them under their real names.
///
/// ```swift
/// let simulator = try await Simulator.start(SimulatedWorld([
///   .entra("contoso", [.secret("billing", "s3cret")])
/// ]))
/// // HTTPS_PROXY=simulator.proxyURL, SSL_CERT_FILE=… with simulator.caPEM
/// await simulator.stop()
/// ```
package final class Simulator: Sendable {
  /// The service behind the sockets, with its log.
  package let core: SimulatorCore
  /// The certificate authority of this run, in PEM.
  package let caPEM: String
  /// The authority of the company that opens TLS where a host's certificate is `inspected`, in PEM.
  package let companyCAPEM: String
  /// Where `https://localhost:{tlsPort}` answers.
  package let tlsPort: Int
  /// Where the proxy listens.
  package let proxyPort: Int

  private let group: MultiThreadedEventLoopGroup
  private let proxyLog: ProxyLog

  private init(
    core: SimulatorCore, caPEM: String, companyCAPEM: String, tlsPort: Int, proxyPort: Int,
    group: MultiThreadedEventLoopGroup, proxyLog: ProxyLog
  ) {
    self.core = core
    self.caPEM = caPEM
    self.companyCAPEM = companyCAPEM
    self.tlsPort = tlsPort
    self.proxyPort = proxyPort
    self.group = group
    self.proxyLog = proxyLog
  }

  /// Starts a simulator on two free ports of 127.0.0.1.
  ///
  /// The clock says what time it is for tokens, assertions and secrets; TLS goes by the machine's.
  /// A journal gets every request.
  package static func start(
    _ world: SimulatedWorld, clock: @escaping @Sendable () -> Date = { Date() },
    journal: RequestJournal? = nil
  ) async throws -> Simulator {
    let core = try SimulatorCore(world, clock: clock, journal: journal)
    let authority = try CertificateAuthority()
    let certificates = try ServerCertificates(authority, hosts: world.hosts)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let log = ProxyLog()
    do {
      let tlsPort = try await listen(group, core, certificates.configuration())
      let outdated = Set(world.hosts.filter(\.value.isOutdated).keys)
      let outdatedPort =
        outdated.isEmpty
        ? tlsPort
        : try await listen(group, core, certificates.configuration(isOutdated: true))
      let proxy = try await bind(group) { channel in
        try channel.pipeline.syncOperations.addHandler(
          ConnectProxy(core, log) { outdated.contains($0) ? outdatedPort : tlsPort })
      }
      return Simulator(
        core: core, caPEM: authority.pem, companyCAPEM: certificates.company.pem, tlsPort: tlsPort,
        proxyPort: proxy.localAddress?.port ?? 0, group: group, proxyLog: log)
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  /// Serves the world over TLS on a port of its own.
  private static func listen(
    _ group: MultiThreadedEventLoopGroup, _ core: SimulatorCore, _ tls: TLSConfiguration
  ) async throws -> Int {
    let context = try NIOSSLContext(configuration: tls)
    let listener = try await bind(group) { channel in
      try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
      try channel.pipeline.syncOperations.configureHTTPServerPipeline(
        withPipeliningAssistance: false)
      try channel.pipeline.syncOperations.addHandler(HTTPConnection(core))
    }
    return listener.localAddress?.port ?? 0
  }

  private static func bind(
    _ group: MultiThreadedEventLoopGroup,
    _ initialize: @escaping @Sendable (any Channel) throws -> Void
  ) async throws -> any Channel {
    try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1_024)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try initialize(channel) }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  /// Closes every connection, also those that hang, and gives the ports back.
  package func stop() async {
    // Shutting down fails only where it was done before; then there is nothing left to do.
    try? await group.shutdownGracefully()
  }

  /// The proxy, as `HTTPS_PROXY` names it.
  package var proxyURL: String { "http://127.0.0.1:\(proxyPort)" }

  /// Requests so far, without any secret.
  package var requests: [LoggedRequest] { core.requests }

  /// Requests to the proxy so far.
  package var proxyRequests: [LoggedConnect] { proxyLog.all }

  /// Every secret, assertion and token that passed, for tests that look for leaks.
  package var secretsSeen: [String] { core.secretsSeen }
}
