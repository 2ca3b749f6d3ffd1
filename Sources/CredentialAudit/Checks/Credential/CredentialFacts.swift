package import EntraIdentity
import Foundation

extension CredentialObservation {
  /// The certificate, where one was read.
  package var certificate: CertificateFacts? {
    if case .read(let facts) = source { facts.certificate } else { nil }
  }

  /// When it ends, as far as anybody says.
  package var end: CredentialEnd? {
    CredentialEnd(
      inventory: planned.credential.expires, certificate: certificate?.notAfter,
      directory: directoryEnd)
  }

  /// Whether the service gave a token for it in this run.
  package var hasToken: Bool {
    acquisitions.contains { if case .token = $0.outcome { true } else { false } }
  }
}
