import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL

/// The transport to the platform over real sockets: HTTP/1.1, straight, never through a proxy.
///
/// A platform is asked a few times a day. So each request has a client of its own: nothing stays
/// open, and a pinned certificate was seen for exactly this request. Without a pin, https is verified
/// by the system's roots.
public struct PlatformNetworkTransport: PlatformTransport {
  /// Makes a transport; nothing is connected yet.
  public init() {}

  /// Sends one request and collects its response.
  /// - Parameter request: The request, with its own limits on time and size.
  /// - Returns: The response, whatever its status.
  /// - Throws: ``TransportError`` where there is no whole response.
  @concurrent
  public func send(_ request: PlatformRequest) async throws(TransportError) -> HTTPResponse {
    let host = request.url.host
    let cancelled = TransportError(kind: .cancelled, host: host, detail: "given up by the caller")
    guard !Task.isCancelled else { throw cancelled }
    let client = HTTPClient(
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      configuration: Self.settings(for: request))
    // Ends by itself, also where a peer that does not answer holds it up.
    defer { client.shutdown { _ in } }
    let exchange = HTTPExchange(
      method: request.method, url: request.url.description, headers: request.headers,
      body: request.body, maximumResponseBytes: request.maximumResponseBytes)
    let limit = max(.milliseconds(1), request.timeout)
    do {
      return try await exchange.run(on: client, within: limit)
    } catch {
      // A wait that is cut short looks like a limit that is reached, so cancellation is asked first.
      if Task.isCancelled { throw cancelled }
      if error is HTTPExchange.LimitReached {
        throw TransportError(kind: .timeout, host: host, detail: "no whole response in \(limit)")
      }
      throw Self.failure(error, host: host)
    }
  }

  private static func settings(for request: PlatformRequest) -> HTTPClient.Configuration {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    // The pin takes the place of every authority, of the name and of the dates.
    if request.pin != nil { tls.certificateVerification = .none }
    var settings = HTTPClient.Configuration(
      tlsConfiguration: tls, redirectConfiguration: .disallow, decompression: .disabled)
    settings.httpVersion = .http1Only
    settings.timeout = HTTPClient.Configuration.Timeout(
      connect: TimeAmount(request.connectTimeout), read: TimeAmount(request.timeout))
    settings.connectionPool.retryConnectionEstablishment = false
    if let pin = request.pin { settings.http1_1ConnectionDebugInitializer = Self.holding(pin) }
    return settings
  }

  private struct WrongCertificate: Error {}

  /// Runs when TLS stands and before the client may use the connection: where it fails, not one byte
  /// of the request is sent.
  private static func holding(
    _ pin: CertificatePin
  ) -> @Sendable (any Channel) -> EventLoopFuture<Void> {
    { channel in
      let checked = channel.eventLoop.makePromise(of: Void.self)
      channel.nioSSL_peerCertificate().whenComplete { result in
        if case .success(let certificate?) = result, let der = try? certificate.toDERBytes(),
          pin.matches(der)
        {
          checked.succeed()
        } else {
          checked.fail(WrongCertificate())
          // Only after the pool has dropped the connection: it may not close while it is starting.
          channel.eventLoop.execute { channel.close(promise: nil) }
        }
      }
      return checked.futureResult
    }
  }

  private static func failure(_ cause: any Error, host: String) -> TransportError {
    if cause is WrongCertificate {
      return TransportError(
        kind: .tlsUntrusted, host: host, detail: "the certificate is not the pinned one")
    }
    let fault = TransportFault(cause, host: host, proxyHost: nil).error
    guard isUnreached(cause), fault.kind != .dns else { return fault }
    return TransportError(kind: .refused, host: host, detail: fault.detail)
  }

  /// Whether there was no connection at all.
  private static func isUnreached(_ cause: any Error) -> Bool {
    switch cause {
    case let error as HTTPClientError: error == .connectTimeout
    case let error as IOError:
      [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EACCES, EPERM].contains(error.errnoCode)
    default: cause is NIOConnectionError
    }
  }
}
