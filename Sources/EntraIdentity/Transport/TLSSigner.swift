import NIOSSL
import SwiftASN1
import X509

/// Who signed the certificate that a host shows, and on whose word that is believed here.
package struct TLSSigner: Sendable, Hashable {
  /// Whose roots vouch for the certificate.
  package enum Trust: String, Sendable, Hashable, CaseIterable {
    /// Roots that came with the machine's system.
    case shipped
    /// Only roots that somebody added: to the machine, or by a setting of this run.
    case added
    /// Nobody's: the certificate is not trusted here.
    case nobody
    /// The machine has no roots of its own to compare with.
    case untold
  }

  package let host: String
  /// Organisation and common name of the certificate's issuer, cleaned: what somebody in between
  /// wrote there is not to be believed, only to be shown.
  package let name: String
  package let trust: Trust

  package init(host: String, name: String, trust: Trust) {
    self.host = host
    self.name = name
    self.trust = trust
  }

  /// The issuer's name in a certificate.
  static func name(in certificate: NIOSSLCertificate) -> String {
    guard let der = try? certificate.toDERBytes(), let issuer = ParsedCertificate(der: der)?.issuer
    else { return unnamed }
    func value(_ type: ASN1ObjectIdentifier) -> String? {
      issuer.lazy.flatMap(\.self).first { $0.type == type }.flatMap { String($0.value) }?
        .cleaned(maximum: 80)
    }
    let parts = [
      value(.RDNAttributeType.organizationName), value(.RDNAttributeType.commonName),
    ].compactMap(\.self).filter { !$0.isEmpty }
    return parts.isEmpty ? unnamed : parts.joined(separator: ", ")
  }

  private static let unnamed = "somebody without a name"
}
