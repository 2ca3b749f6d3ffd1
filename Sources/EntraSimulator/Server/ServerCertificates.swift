import Foundation
import NIOCore
import NIOSSL
import Synchronization

/// The TLS certificates of a run: one for each host name that a client asks for, minted when it is
/// first asked for and signed by the run's own authority.
///
/// Their dates are the machine's, not the simulated clock's: the clients' TLS stacks check them.
final class ServerCertificates: Sendable {
  private let authority: CertificateAuthority
  private let stranger: CertificateAuthority
  /// A company's, whose proxy opens TLS.
  let company: CertificateAuthority
  private let hosts: [String: SimulatedHost]
  private let key = MintedKey.p256()
  private let privateKey: NIOSSLPrivateKey
  private let minted = Mutex<[String: NIOSSLCertificate]>([:])

  init(_ authority: CertificateAuthority, hosts: [String: SimulatedHost]) throws {
    self.authority = authority
    self.hosts = hosts
    stranger = try CertificateAuthority("An authority that nobody trusts")
    company = try CertificateAuthority("TLS Inspection", organization: "Fabrikam Ltd")
    privateKey = try NIOSSLPrivateKey(bytes: Array(key.pkcs8PEM.utf8), format: .pem)
  }

  /// The TLS configuration of a listener: as it should be, or for hosts that are too old.
  func configuration(isOutdated: Bool = false) throws -> TLSConfiguration {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: [.certificate(try certificate(for: "localhost"))],
      privateKey: .privateKey(privateKey))
    configuration.minimumTLSVersion = isOutdated ? .tlsv1 : .tlsv12
    if isOutdated { configuration.maximumTLSVersion = .tlsv11 }
    // A client that hangs answers no close_notify; the default would make every stop wait 5 s.
    configuration.shutdownTimeout = .milliseconds(200)
    configuration.applicationProtocols = ["http/1.1"]
    configuration.sslContextCallback = { [self] values, promise in
      promise.completeWith(
        Result {
          var override = NIOSSLContextConfigurationOverride()
          let host = values.serverHostname?.lowercased() ?? "localhost"
          override.certificateChain = [.certificate(try certificate(for: host))]
          override.privateKey = .privateKey(privateKey)
          return override
        })
    }
    return configuration
  }

  private func certificate(for host: String) throws -> NIOSSLCertificate {
    try minted.withLock { minted in
      if let certificate = minted[host] { return certificate }
      let certificate = try NIOSSLCertificate(bytes: mint(host).der, format: .der)
      minted[host] = certificate
      return certificate
    }
  }

  private func mint(_ host: String) throws -> MintedCertificate {
    let day: TimeInterval = 86_400
    let now = Date()
    switch hosts[host]?.certificate ?? .good {
    case .good: return try authority.server([host], key: key)
    case .wrongName: return try authority.server(["elsewhere.example"], key: key)
    case .untrusted: return try stranger.server([host], key: key)
    case .inspected: return try company.server([host], key: key)
    case .expired:
      return try authority.server(
        [host], key: key, notBefore: now.addingTimeInterval(-9 * day),
        notAfter: now.addingTimeInterval(-2 * day))
    case .notYetValid:
      return try authority.server(
        [host], key: key, notBefore: now.addingTimeInterval(2 * day),
        notAfter: now.addingTimeInterval(9 * day))
    }
  }
}
