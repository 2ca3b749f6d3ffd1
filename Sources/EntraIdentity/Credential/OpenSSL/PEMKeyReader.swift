import COpenSSL

/// Reads one private key from PEM: PKCS#8, PKCS#1 or SEC 1, plain or encrypted in either of the
/// two old ways and the new one.
enum PEMKeyReader {
  static func read(
    _ block: PEMBlock, passphrase: Secret?
  ) throws(CredentialProblem) -> PrivateKey {
    guard block.label != "OPENSSH PRIVATE KEY" else {
      throw CredentialProblem(
        .unsupportedKey, "The key is in OpenSSH's own form; write it as PKCS#8 instead.")
    }
    if let der = block.decoded {
      try KeyStretching.check(der)
      if let key = plainRSA(der) { return key }
    }
    let text = block.text
    do throws(CredentialProblem) {
      return PrivateKey(owning: try pointer(text, passphrase, context: nil))
    } catch {
      guard error.code == .unsupportedEncryption else { throw error }
      return try LegacyProvider.withContext { context throws(CredentialProblem) in
        let key = try pointer(text, passphrase, context: context)
        defer { EVP_PKEY_free(key) }
        return try PrivateKey(copying: key)
      }
    }
  }

  /// An RSA key in the clear, as nearly all are: told so, OpenSSL need not search among all kinds that
  /// it knows, which takes it three times as long. Nil for everything else.
  private static func plainRSA(_ der: [UInt8]) -> PrivateKey? {
    ERR_clear_error()
    defer { ERR_clear_error() }
    return der.withUnsafeBufferPointer { buffer in
      var cursor = buffer.baseAddress
      return d2i_PrivateKey(EVP_PKEY_RSA, nil, &cursor, buffer.count).map(PrivateKey.init(owning:))
    }
  }

  private static func pointer(
    _ text: [UInt8], _ secret: Secret?, context: OpaquePointer?
  ) throws(CredentialProblem) -> OpaquePointer {
    ERR_clear_error()
    var passphrase = Passphrase(secret)
    let key = text.withUnsafeBytes { buffer -> OpaquePointer? in
      guard let input = BIO_new_mem_buf(buffer.baseAddress, Int32(buffer.count)) else { return nil }
      defer { BIO_free(input) }
      return withUnsafeMutablePointer(to: &passphrase) { user in
        PEM_read_bio_PrivateKey_ex(
          input, nil, { buffer, size, _, user in Passphrase.answer(buffer, size, user) }, user,
          context, nil)
      }
    }
    let errors = OpenSSLErrors.take()
    if let key { return key }
    if passphrase.wasAsked, secret == nil {
      throw CredentialProblem(.passphraseNeeded, "The private key is encrypted.")
    }
    if errors.isUnknownAlgorithm, !errors.isWrongPassphrase {
      throw CredentialProblem(
        .unsupportedEncryption, "The private key uses an algorithm that is not supported.")
    }
    // One wrong passphrase in 256 decrypts to valid padding and fails only as damaged ASN.1.
    if passphrase.wasAsked {
      throw CredentialProblem(.wrongPassphrase, "The passphrase does not open the private key.")
    }
    throw CredentialProblem(.malformed, "The private key cannot be read.")
  }
}
