import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Finds out why a TLS handshake failed. BoringSSL says only that verification failed, with a text;
/// so the peer's certificate is looked at in a second handshake that verifies nothing. That
/// connection is closed before a single byte of HTTP is sent: it carries no request and no secret.
struct PeerCertificateProbe {
  let settings: HTTPClient.Configuration
  let url: EndpointURL

  /// What the look was for; thrown to keep the client from using the connection.
  private struct Seen: Error {
    let notBefore: Date
    let notAfter: Date
  }

  /// Replaces the kind of a handshake's failure with a finer one where the certificate tells it.
  @concurrent
  func explain(_ failure: TransportError) async -> TransportError {
    guard let seen = await look() else { return failure }
    // The handshake works once nothing is verified: so the verification was what failed.
    let now = Date()
    let (kind, detail): (TransportError.Kind, String) =
      if seen.notAfter < now {
        (.tlsExpired, "the certificate ended at \(seen.notAfter.ISO8601Format())")
      } else if seen.notBefore > now {
        (.tlsExpired, "the certificate is valid only from \(seen.notBefore.ISO8601Format())")
      } else {
        (.tlsUntrusted, "the certificate leads to no trusted root")
      }
    return TransportError(kind: kind, host: failure.host, detail: detail)
  }

  private func look() async -> Seen? {
    var settings = settings
    settings.tlsConfiguration?.certificateVerification = .none
    settings.http1_1ConnectionDebugInitializer = { channel in
      let refused = channel.eventLoop.makePromise(of: Void.self)
      channel.nioSSL_peerCertificate().whenComplete { result in
        if case .success(let certificate?) = result {
          refused.fail(
            Seen(
              notBefore: Date(timeIntervalSince1970: Double(certificate.notValidBefore)),
              notAfter: Date(timeIntervalSince1970: Double(certificate.notValidAfter))))
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
      return nil
    } catch {
      return error as? Seen
    }
  }
}
