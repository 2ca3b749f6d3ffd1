import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// What a failure of the layers below means, read from its type and never from its text.
struct TransportFault {
  /// The failure in our own words.
  let error: TransportError
  /// Whether TLS failed before anything was sent, so that the peer's certificate is worth a look.
  let isHandshake: Bool

  init(_ cause: any Error, host: String, proxyHost: String?) {
    var isHandshake = false
    let (kind, detail): (TransportError.Kind, String)
    switch cause {
    case let error as HTTPClientError where error == .httpProxyHandshakeTimeout:
      (kind, detail) = (.proxy, "the proxy did not answer as an HTTP proxy does in time")
    case let error as HTTPClientError:
      (kind, detail) = (Self.kind(of: error), error.shortDescription)
    case let error as NIOConnectionError:
      if Self.isOurOwnLimit(error) {
        (kind, detail) = (.other, Self.noMoreFiles)
      } else if let proxyHost, error.host == proxyHost {
        (kind, detail) = (.proxy, "the proxy \(proxyHost) cannot be reached")
      } else {
        (kind, detail) = Self.connecting(error)
      }
    case let error as IOError:
      let isProxy = proxyHost != nil && error.errnoCode == ECONNREFUSED
      (kind, detail) = isProxy ? (.proxy, "the proxy refuses connections") : Self.system(error)
    case let error as NIOSSLError:
      (kind, detail, isHandshake) = Self.tls(error)
    case is BoringSSLError:
      // After the handshake: a peer that wants a certificate of ours says so only then (TLS 1.3).
      (kind, detail) = (.tls, "TLS failed")
    case is NIOSSLExtraError:
      (kind, detail) = (.tlsHostname, "the certificate is not for \(host)")
    case is NIOSSLCloseTimedOutError:
      (kind, detail) = (.reset, "the connection was not closed in order")
    case is ResponseAccumulator.ResponseTooBigError:
      (kind, detail) = (.tooLarge, "the response is longer than accepted")
    case let error as HTTPParserError:
      (kind, detail) =
        error == .invalidEOFState
        ? (.reset, "the connection ended inside the response")
        : (.malformed, "what came is not HTTP/1.1")
    case let error as ChannelError:
      (kind, detail) = Self.channel(error)
    case is CancellationError:
      (kind, detail) = (.cancelled, "given up by the caller")
    case _ where Self.isCutBeforeReady(cause):
      (kind, detail) = (.reset, "the connection ended before TLS began")
    default:
      (kind, detail) = (.other, String(describing: type(of: cause)).cleaned(maximum: 80))
    }
    self.error = TransportError(kind: kind, host: host, detail: detail)
    self.isHandshake = isHandshake
  }

  /// The client has a type of its own for a connection that ends while it is being made ready, after a
  /// proxy's answer for one. It is declared inside a function: only its name can be asked for.
  private static func isCutBeforeReady(_ cause: any Error) -> Bool {
    String(describing: type(of: cause)) == "NoResult"
  }

  private static func kind(of error: HTTPClientError) -> TransportError.Kind {
    switch error {
    case .connectTimeout, .readTimeout, .writeTimeout, .tlsHandshakeTimeout, .deadlineExceeded,
      .getConnectionFromPoolTimeout:
      .timeout
    case .invalidProxyResponse, .proxyAuthenticationRequired, .httpProxyHandshakeTimeout,
      .socksHandshakeTimeout:
      .proxy
    case .remoteConnectionClosed, .uncleanShutdown, .requestStreamCancelled: .reset
    case .cancelled, .alreadyShutdown: .cancelled
    default: .other
    }
  }

  private static let noMoreFiles = "no more files and connections may be open here"

  /// Whether no connection was even begun, for want of a descriptor: neither a host's fault nor a
  /// proxy's.
  private static func isOurOwnLimit(_ error: NIOConnectionError) -> Bool {
    error.connectionErrors.contains { failure in
      guard let error = failure.error as? IOError else { return false }
      return error.errnoCode == EMFILE || error.errnoCode == ENFILE
    }
  }

  private static func connecting(_ error: NIOConnectionError) -> (TransportError.Kind, String) {
    // Several addresses may have been tried: one that answers "nobody listens" says more than one
    // that a machine without IPv6 cannot reach at all.
    let tried = error.connectionErrors.map { failure -> (TransportError.Kind, String) in
      switch failure.error {
      case let error as IOError: system(error)
      case let error as ChannelError: channel(error)
      default: (.other, "no address of \(error.host) can be reached")
      }
    }
    return tried.first { $0.0 == .refused } ?? tried.first { $0.0 == .timeout } ?? tried.last
      ?? (.dns, "the name \(error.host) does not resolve")
  }

  private static func system(_ error: IOError) -> (TransportError.Kind, String) {
    switch error.errnoCode {
    case ECONNREFUSED: (.refused, "nobody listens there")
    case ECONNRESET, EPIPE, ECONNABORTED: (.reset, "the peer ended the connection")
    case ETIMEDOUT: (.timeout, "the network gave no answer")
    case EHOSTUNREACH, ENETUNREACH: (.other, "there is no route to the host")
    case EMFILE, ENFILE: (.other, noMoreFiles)
    default: (.other, "system error \(error.errnoCode)")
    }
  }

  private static func channel(_ error: ChannelError) -> (TransportError.Kind, String) {
    switch error {
    case .connectTimeout: (.timeout, "connecting took too long")
    case .eof, .ioOnClosedChannel, .alreadyClosed, .inputClosed, .outputClosed:
      (.reset, "the peer ended the connection")
    default: (.other, "the connection failed")
    }
  }

  private static func tls(_ error: NIOSSLError) -> (TransportError.Kind, String, Bool) {
    switch error {
    // A peer that hangs up inside the handshake is overloaded or restarting more often than wrong.
    case .handshakeFailed(.sslError([.eofDuringHandshake])), .handshakeFailed(.zeroReturn):
      (.reset, "the peer ended the connection during the TLS handshake", false)
    case .uncleanShutdown: (.reset, "TLS ended without its close", false)
    case .unableToValidateCertificate, .noCertificateToValidate:
      (.tlsUntrusted, "the certificate cannot be verified", true)
    case .handshakeFailed: (.tls, "the TLS handshake failed", true)
    default: (.tls, "TLS failed", false)
    }
  }
}
