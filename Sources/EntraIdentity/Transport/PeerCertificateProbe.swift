import AsyncHTTPClient
import Foundation
import NIOSSL

/// Finds out why a TLS handshake failed. BoringSSL says only that verification failed, with a text;
/// so the peer's certificate is looked at in a second handshake that verifies nothing.
struct PeerCertificateProbe {
  let settings: HTTPClient.Configuration
  let url: EndpointURL

  /// Replaces the kind of a handshake's failure with a finer one where the certificate tells it.
  @concurrent
  func explain(_ failure: TransportError) async -> TransportError {
    guard let seen = await certificate() else { return failure }
    // The handshake works once nothing is verified: so the verification was what failed.
    let now = Date()
    let (notBefore, notAfter) = (
      Date(timeIntervalSince1970: Double(seen.notValidBefore)),
      Date(timeIntervalSince1970: Double(seen.notValidAfter))
    )
    let (kind, detail): (TransportError.Kind, String) =
      if notAfter < now {
        (.tlsExpired, "the certificate ended at \(notAfter.ISO8601Format())")
      } else if notBefore > now {
        (.tlsExpired, "the certificate is valid only from \(notBefore.ISO8601Format())")
      } else {
        (.tlsUntrusted, "the certificate leads to no trusted root")
      }
    return TransportError(kind: kind, host: failure.host, detail: detail)
  }

  /// The peer's certificate, verified by nobody; nil where no handshake comes about even so.
  func certificate() async -> NIOSSLCertificate? {
    var settings = settings
    settings.tlsConfiguration?.certificateVerification = .none
    return try? await TLSPeer(settings: settings, url: url).certificate()
  }
}
