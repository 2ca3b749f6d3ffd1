/// A certificate with its private key.
public struct CertificateCredential: Sendable {
}
