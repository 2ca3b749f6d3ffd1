/// Reads a certificate and its private key: PEM in one file or two, PKCS#12, or a DER certificate
/// with a PEM key, told apart by content.
public enum CertificateLoader {
  /// No real bundle comes near it; it bounds what a mistaken path can cost.
  private static let maximumSize = 1 << 20
  /// Opening an encrypted key is slow on purpose, so only so many are tried.
  private static let maximumKeys = 16

  /// Loads a credential.
  /// - Parameters:
  ///   - certificate: The certificate's file: PEM (perhaps with the key in it), PKCS#12 or DER.
  ///   - key: The key's file, where it is another one: PEM or PKCS#12.
  ///   - passphrase: What opens an encrypted key or bundle; it is not used where none is encrypted.
  ///   - sendsChain: Whether assertions are to carry the chain.
  /// - Returns: A credential whose key fits its certificate.
  /// - Throws: ``CredentialProblem``, never with a secret in it.
  public static func load(
    certificate: [UInt8], key: [UInt8]?, passphrase: Secret?, sendsChain: Bool
  ) throws(CredentialProblem) -> CertificateCredential {
    guard max(certificate.count, key?.count ?? 0) <= maximumSize else {
      throw CredentialProblem(.tooLarge, "The file is larger than 1 MiB.")
    }
    let bundle = try contents(of: certificate, passphrase, readsKeys: key == nil)
    guard !bundle.certificates.isEmpty else {
      throw CredentialProblem(.notACertificate, "There is no certificate in it.")
    }
    let keys = try key.map { file throws(CredentialProblem) in
      try contents(of: file, passphrase, readsKeys: true).keys
    }
    return try fit(bundle.certificates, to: keys ?? bundle.keys, sendsChain: sendsChain)
  }

  private typealias Contents = (certificates: [[UInt8]], keys: [PrivateKey])

  private static func contents(
    of bytes: [UInt8], _ passphrase: Secret?, readsKeys: Bool
  ) throws(CredentialProblem) -> Contents {
    switch try CredentialContainer(bytes) {
    case .pem(let blocks):
      return try contents(of: blocks, passphrase, readsKeys: readsKeys)
    case .pkcs12:
      let bundle = try PKCS12Reader.read(bytes, passphrase: passphrase)
      return (bundle.certificates, bundle.key.map { [$0] } ?? [])
    case .certificate:
      return ([bytes], [])
    case .unknown:
      return ([], [])
    }
  }

  private static func contents(
    of blocks: [PEMBlock], _ passphrase: Secret?, readsKeys: Bool
  ) throws(CredentialProblem) -> Contents {
    var contents: Contents = ([], [])
    for block in blocks {
      if block.isCertificate {
        guard let der = block.decoded else {
          throw CredentialProblem(.malformed, "A certificate's PEM block is not Base64.")
        }
        contents.certificates.append(der)
      } else if readsKeys, block.isPrivateKey {
        guard contents.keys.count < maximumKeys else {
          throw CredentialProblem(.malformed, "There are more than \(maximumKeys) keys in it.")
        }
        contents.keys.append(try PEMKeyReader.read(block, passphrase: passphrase))
      }
    }
    return contents
  }

  /// The leaf is the first certificate that a key fits, wherever in the file it stands.
  private static func fit(
    _ certificates: [[UInt8]], to keys: [PrivateKey], sendsChain: Bool
  ) throws(CredentialProblem) -> CertificateCredential {
    guard !keys.isEmpty else {
      throw CredentialProblem(.noPrivateKey, "There is no private key in it.")
    }
    for der in certificates {
      guard let key = keys.first(where: { $0.fits(certificate: der) }) else { continue }
      guard let leaf = ParsedCertificate(der: der) else {
        throw CredentialProblem(.malformed, "The certificate cannot be read.")
      }
      // A root that cannot be parsed must not spoil a good leaf: it is only left out.
      let bundle = certificates.compactMap { $0 == der ? leaf : ParsedCertificate(der: $0) }
      let chain = CertificateChain.ordered(from: leaf, among: bundle).map(\.der)
      return CertificateCredential(
        facts: CertificateFacts(leaf, kind: key.kind), chain: chain, privateKey: key,
        sendsChain: sendsChain)
    }
    // What is no certificate at all fits no key either.
    guard certificates.contains(where: OpenSSLCertificate.isCertificate) else {
      throw CredentialProblem(.malformed, "The certificate cannot be read.")
    }
    throw CredentialProblem(.keyMismatch, "The private key fits none of the certificates.")
  }
}
