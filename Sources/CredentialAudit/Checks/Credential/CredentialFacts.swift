package import EntraIdentity
import Foundation

extension CredentialObservation {
  /// The certificate, where one was read.
  package var certificate: CertificateFacts? {
    if case .read(let facts) = source { facts.certificate } else { nil }
  }

  /// When it ends, as far as anybody says.
  package var end: CredentialEnd? { end(isTaken: hasToken) }

  /// When it ends, as far as anybody says.
  /// - Parameter isTaken: Whether the service took it in this run.
  /// - Returns: Nil where nobody says.
  func end(isTaken: Bool) -> CredentialEnd? {
    CredentialEnd(
      inventory: planned.credential.expires, certificate: certificate?.notAfter,
      directory: directoryEnd, taken: isTaken ? now : nil)
  }

  /// The inventory's end, where it is over, the service took the credential all the same, and nobody
  /// else says that it has ended.
  var staleEnd: Date? {
    guard hasToken, let written = planned.credential.expires, written <= now else { return nil }
    let told = certificate?.notAfter ?? directoryEnd
    return told.map { $0 <= now } ?? false ? nil : written
  }

  /// Whether the service gave a token for it in this run.
  package var hasToken: Bool {
    acquisitions.contains { if case .token = $0.outcome { true } else { false } }
  }
}
