import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A host's certificate, seen in a TLS handshake of its own. The connection is closed before a single
/// byte of HTTP is sent: it carries no request and no secret.
struct TLSPeer {
  /// What the handshake is made with: proxy, trust and limits.
  let settings: HTTPClient.Configuration
  let url: EndpointURL

  /// What the look was for; thrown to keep the client from using the connection.
  private struct Seen: Error {
    let certificate: NIOSSLCertificate
  }

  /// The certificate that the host shows.
  /// - Throws: What the client throws where no handshake came about.
  @concurrent
  func certificate() async throws -> NIOSSLCertificate {
    var settings = settings
    settings.http1_1ConnectionDebugInitializer = { channel in
      let refused = channel.eventLoop.makePromise(of: Void.self)
      channel.nioSSL_peerCertificate().whenComplete { result in
        if case .success(let certificate?) = result {
          refused.fail(Seen(certificate: certificate))
        } else {
          refused.fail(ChannelError.operationUnsupported)
        }
        // Only after the pool has dropped the connection: it may not close while it is starting.
        channel.eventLoop.execute { channel.close(promise: nil) }
      }
      return refused.futureResult
    }
    let client = HTTPClient(
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: settings)
    defer { client.shutdown { _ in } }
    do {
      var request = HTTPClientRequest(url: url.origin)
      request.method = .HEAD
      _ = try await client.execute(request, timeout: .seconds(10))
    } catch let seen as Seen {
      return seen.certificate
    }
    throw ChannelError.operationUnsupported
  }
}
