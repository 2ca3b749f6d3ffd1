/// The one certificate that a peer may have, named by the SHA-1 of its DER form.
///
/// Service Fabric's endpoint has a certificate that no authority vouches for; the platform says in
/// `IDENTITY_SERVER_THUMBPRINT` which it is. SHA-1 is the platform's choice: it still takes a second
/// preimage, which nobody can make, to pass for the certificate that is named.
public struct CertificatePin: Hashable, Sendable {
  private let thumbprint: Thumbprint

  /// Reads a thumbprint.
  /// - Parameter text: 40 hexadecimal digits; blanks and colons between them are passed over.
  public init?(_ text: String) {
    let digits = text.utf8.filter { !" \t\r\n:".utf8.contains($0) }
    guard digits.count == 40 else { return nil }
    let nibbles = digits.compactMap { digit -> UInt8? in
      Character(Unicode.Scalar(digit)).hexDigitValue.map(UInt8.init)
    }
    guard nibbles.count == 40 else { return nil }
    let bytes = stride(from: 0, to: 40, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
    thumbprint = Thumbprint(bytes: bytes)
  }

  /// Whether a certificate is the one that is meant.
  /// - Parameter der: The certificate's DER form.
  /// - Returns: True for this certificate only.
  public func matches(_ der: [UInt8]) -> Bool { Thumbprint.sha1(of: der) == thumbprint }
}
