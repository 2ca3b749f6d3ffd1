import AsyncHTTPClient
import Synchronization

/// The transport over real sockets: HTTP/1.1 over TLS 1.2 or later, straight or through a proxy.
///
/// It follows no redirect, keeps no cookie, unpacks nothing, and bounds each exchange in time and
/// size. ``shutdown()`` ends its connections.
public final class NetworkTransport: HTTPTransport {
  private let configuration: NetworkConfiguration
  private let clients: Mutex<HTTPClients>

  /// Makes a transport; nothing is connected yet.
  /// - Parameter configuration: Limits, proxy and trust.
  /// - Throws: ``NetworkConfigurationProblem`` where a bundle of certificates cannot be read.
  public init(
    configuration: NetworkConfiguration = NetworkConfiguration()
  ) throws(NetworkConfigurationProblem) {
    self.configuration = configuration
    self.clients = Mutex(try HTTPClients(configuration))
  }

  deinit {
    // A client that is let go without being ended stops the process in debug builds; this end waits
    // for nobody and keeps the client alive until it is done.
    for client in clients.withLock({ $0.end() }) { client.shutdown { _ in } }
  }

  /// Ends all connections. Requests that are sent afterwards fail as cancelled.
  ///
  /// A connection that is being made to a peer that does not answer would hold the end up for its
  /// whole connect timeout, so no more than a second is waited; the rest ends by itself.
  @concurrent
  public func shutdown() async {
    for client in clients.withLock({ $0.end() }) {
      let (ended, end) = AsyncStream<Void>.makeStream()
      client.shutdown { _ in end.finish() }
      _ = await TimeLimit.run(.seconds(1)) { for await _ in ended {} }
    }
  }

  /// Sends one request and collects its response.
  /// - Parameter request: The request, with its own limits on time and size.
  /// - Returns: The response, whatever its status.
  /// - Throws: ``TransportError`` where there is no whole response.
  @concurrent
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let host = request.url.host
    let cancelled = TransportError(kind: .cancelled, host: host, detail: "given up by the caller")
    guard !Task.isCancelled else { throw cancelled }
    let proxyHost = configuration.proxyHost(for: request.url)
    guard let client = clients.withLock({ $0.client(usesProxy: proxyHost != nil) }) else {
      throw TransportError(kind: .cancelled, host: host, detail: "the transport has ended")
    }
    let limit = max(.milliseconds(1), min(request.timeout, configuration.attemptTimeout))
    let end = ContinuousClock.now + limit
    do {
      return try await exchange(request, client, within: limit)
    } catch {
      // A wait that is cut short looks like a limit that is reached, so cancellation is asked first.
      if Task.isCancelled { throw cancelled }
      if error is HTTPExchange.LimitReached {
        throw TransportError(kind: .timeout, host: host, detail: "no whole response in \(limit)")
      }
      let fault = TransportFault(error, host: host, proxyHost: proxyHost)
      guard fault.isHandshake else { throw fault.error }
      let settings = self.clients.withLock { $0.settings(usesProxy: proxyHost != nil) }
      let probe = PeerCertificateProbe(settings: settings, url: request.url)
      let explained = await TimeLimit.run(end - .now) { await probe.explain(fault.error) }
      throw Task.isCancelled ? cancelled : explained ?? fault.error
    }
  }

  private func exchange(
    _ request: HTTPRequest, _ client: HTTPClient, within limit: Duration
  ) async throws -> HTTPResponse {
    var headers = request.headers
    if !headers.contains(where: { $0.name.lowercased() == "user-agent" }) {
      headers.append((name: "User-Agent", value: configuration.userAgent))
    }
    return try await HTTPExchange(
      method: request.method, url: request.url.description, headers: headers, body: request.body,
      maximumResponseBytes: request.maximumResponseBytes
    ).run(on: client, within: limit)
  }
}
