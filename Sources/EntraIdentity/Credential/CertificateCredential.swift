/// A certificate chain and the private key that fits its first certificate.
///
/// Only ``CertificateLoader`` makes one, so that holding one proves that key and certificate fit.
public struct CertificateCredential: Sendable, CustomStringConvertible, CustomReflectable {
  /// What the certificate says.
  public let facts: CertificateFacts
  /// Whether assertions carry the chain (`x5c`), for subject name and issuer authentication.
  public let sendsChain: Bool
  /// The chain in DER, the certificate first and each one's issuer after it.
  public let chain: [[UInt8]]

  let privateKey: PrivateKey

  init(facts: CertificateFacts, chain: [[UInt8]], privateKey: PrivateKey, sendsChain: Bool) {
    self.facts = facts
    self.chain = chain
    self.privateKey = privateKey
    self.sendsChain = sendsChain
  }

  /// Subject and thumbprint, never the key.
  public var description: String { "\(facts.subject) (\(facts.thumbprintSHA256))" }

  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
