import SwiftASN1
import X509

/// A certificate with the exact bytes it was read from: thumbprints are of these.
struct ParsedCertificate {
  let der: [UInt8]
  let x509: Certificate

  /// Nil where the bytes are no certificate, or one with a key of a kind that is not used here.
  init?(der: [UInt8]) {
    guard let x509 = try? Certificate(derEncoded: der) else { return nil }
    self.der = der
    self.x509 = x509
  }
}
