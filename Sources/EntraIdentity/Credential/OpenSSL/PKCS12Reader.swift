import COpenSSL

/// Reads a PKCS#12 bundle (RFC 7292): its private key, where it has one, and all its certificates.
enum PKCS12Reader {
  typealias Contents = (certificates: [[UInt8]], key: PrivateKey?)

  static func read(_ bytes: [UInt8], passphrase: Secret?) throws(CredentialProblem) -> Contents {
    try KeyStretching.check(bytes)
    do throws(CredentialProblem) {
      return try contents(bytes, passphrase, context: nil)
    } catch {
      guard error.code == .unsupportedEncryption else { throw error }
      return try LegacyProvider.withContext { context throws(CredentialProblem) in
        try contents(bytes, passphrase, context: context)
      }
    }
  }

  private static func contents(
    _ bytes: [UInt8], _ secret: Secret?, context: OpaquePointer?
  ) throws(CredentialProblem) -> Contents {
    ERR_clear_error()
    defer { ERR_clear_error() }
    guard let bundle = decode(bytes, context: context) else {
      throw CredentialProblem(.malformed, "The PKCS#12 bundle cannot be read.")
    }
    defer { PKCS12_free(bundle) }
    var key: OpaquePointer?
    var certificate: OpaquePointer?
    var others: OpaquePointer?
    defer {
      EVP_PKEY_free(key)
      X509_free(certificate)
      free(stack: others)
    }
    // OpenSSL itself tries both forms of an empty passphrase here: none, and one of no characters.
    let parsed =
      if let secret {
        secret.withValue { PKCS12_parse(bundle, $0, &key, &certificate, &others) }
      } else {
        PKCS12_parse(bundle, nil, &key, &certificate, &others)
      }
    guard parsed == 1 else { throw problem(OpenSSLErrors.take(), hasPassphrase: secret != nil) }
    let certificates = ([certificate] + elements(of: others)).compactMap { $0.flatMap(encode) }
    guard let key else { return (certificates, nil) }
    return (certificates, try PrivateKey(copying: key))
  }

  private static func problem(_ errors: OpenSSLErrors, hasPassphrase: Bool) -> CredentialProblem {
    // First: a MAC of an unknown kind is also reported as one that does not match.
    if errors.isUnknownAlgorithm {
      return CredentialProblem(
        .unsupportedEncryption, "The PKCS#12 bundle uses an algorithm that is not supported.")
    }
    guard errors.isWrongPassphrase else {
      return CredentialProblem(.malformed, "The PKCS#12 bundle is damaged.")
    }
    return hasPassphrase
      ? CredentialProblem(.wrongPassphrase, "The passphrase does not open the PKCS#12 bundle.")
      : CredentialProblem(.passphraseNeeded, "The PKCS#12 bundle is encrypted.")
  }

  private static func decode(_ bytes: [UInt8], context: OpaquePointer?) -> OpaquePointer? {
    // The decoder fills an object that already knows its context; where it fails, it frees it.
    var bundle = PKCS12_init_ex(NID_pkcs7_data, context, nil)
    return bytes.withUnsafeBufferPointer { buffer in
      var cursor = buffer.baseAddress
      return d2i_PKCS12(&bundle, &cursor, buffer.count)
    }
  }

  private static func elements(of stack: OpaquePointer?) -> [OpaquePointer?] {
    (0..<max(0, OPENSSL_sk_num(stack))).map { OPENSSL_sk_value(stack, $0).map(OpaquePointer.init) }
  }

  private static func free(stack: OpaquePointer?) {
    for certificate in elements(of: stack) { X509_free(certificate) }
    OPENSSL_sk_free(stack)
  }

  private static func encode(_ certificate: OpaquePointer) -> [UInt8]? {
    var buffer: UnsafeMutablePointer<UInt8>?
    let count = i2d_X509(certificate, &buffer)
    guard count > 0, let buffer else { return nil }
    defer { CRYPTO_free(buffer, #file, #line) }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(count)))
  }
}
