import Crypto
public import Foundation
import X509

/// What a certificate says, in the forms that people compare: nothing in it is secret.
public struct CertificateFacts: Hashable, Sendable {
  /// The subject's distinguished name.
  public let subject: String
  /// The issuer's distinguished name.
  public let issuer: String
  /// The serial number in upper-case hexadecimal, two digits to a byte.
  public let serial: String
  /// The first moment of its validity.
  public let notBefore: Date
  /// The last moment of its validity.
  public let notAfter: Date
  /// SHA-1 of the DER form, upper-case hexadecimal: what Entra's portal shows.
  public let thumbprintSHA1: String
  /// SHA-256 of the DER form, upper-case hexadecimal.
  public let thumbprintSHA256: String
  /// SHA-256 of the public key's DER form, upper-case hexadecimal: two certificates with the same
  /// value share one private key.
  public let publicKeySHA256: String
  /// Kind and size of its key, such as `RSA 2048` or `EC P-256`.
  public let keyKind: String
  /// Whether it is signed by its own key.
  public let isSelfSigned: Bool

  init(_ certificate: ParsedCertificate, kind: KeyKind) {
    subject = certificate.subject.description
    issuer = certificate.issuer.description
    serial = Hexadecimal.upperCase(certificate.serial)
    notBefore = certificate.notBefore
    notAfter = certificate.notAfter
    thumbprintSHA1 = Hexadecimal.upperCase(Thumbprint.sha1(of: certificate.der).bytes)
    thumbprintSHA256 = Hexadecimal.upperCase(Thumbprint.sha256(of: certificate.der).bytes)
    publicKeySHA256 = Hexadecimal.upperCase(SHA256.hash(data: certificate.publicKeyInfo))
    keyKind = kind.description
    isSelfSigned =
      certificate.subject == certificate.issuer
      && OpenSSLCertificate.isSigned(certificate.der, by: certificate.der)
  }
}
