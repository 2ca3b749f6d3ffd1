import EntraIdentity

extension FuzzTarget {
  /// PEM, PKCS#12 and DER: a credential whose facts can be told, or a problem.
  static let certificate = FuzzTarget { bytes in
    do throws(CredentialProblem) {
      let credential = try CertificateLoader.load(
        certificate: bytes, key: nil, passphrase: Secret("fuzz"), sendsChain: true)
      precondition(!credential.facts.thumbprintSHA256.isEmpty)
    } catch {
      precondition(!error.detail.isEmpty)
    }
  }
}
