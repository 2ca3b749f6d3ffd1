import COpenSSL
import SwiftASN1

/// Writes what swift-crypto cannot: encrypted keys in each of their forms, PKCS#12 with old and new
/// ciphers, and certificates with keys that nobody should use.
package enum OpenSSLWriter {
  package struct Failed: Error {}

  /// The forms of a private key in PEM.
  package enum KeyForm: String, CaseIterable, Sendable {
    case pkcs8, traditional, encryptedPKCS8, encryptedTraditional
  }

  package static func key(_ plainPEM: String, as form: KeyForm, passphrase: String = "") throws
    -> String
  {
    let key = try read(plainPEM)
    defer { EVP_PKEY_free(key) }
    guard let output = BIO_new(BIO_s_mem()) else { throw Failed() }
    defer { BIO_free(output) }
    let bytes = Array(passphrase.utf8)
    let length = Int32(bytes.count)
    let written =
      switch form {
      case .pkcs8: PEM_write_bio_PKCS8PrivateKey(output, key, nil, nil, 0, nil, nil)
      case .traditional: PEM_write_bio_PrivateKey_traditional(output, key, nil, nil, 0, nil, nil)
      case .encryptedPKCS8:
        PEM_write_bio_PKCS8PrivateKey(
          output, key, EVP_aes_256_cbc(), bytes.map(CChar.init(bitPattern:)), length, nil, nil)
      case .encryptedTraditional:
        PEM_write_bio_PrivateKey_traditional(
          output, key, EVP_aes_128_cbc(), bytes, length, nil, nil)
      }
    guard written == 1 else { throw Failed() }
    return String(decoding: contents(of: output), as: UTF8.self)
  }

  /// A key as PKCS#8 under RC2, which only the legacy provider knows.
  package static func oldKey(_ plainPEM: String, passphrase: String) throws -> String {
    guard let context = OSSL_LIB_CTX_new() else { throw Failed() }
    defer { OSSL_LIB_CTX_free(context) }
    let providers = [
      OSSL_PROVIDER_load(context, "legacy"), OSSL_PROVIDER_load(context, "default"),
    ]
    defer { for provider in providers { OSSL_PROVIDER_unload(provider) } }
    let key = try read(plainPEM)
    defer { EVP_PKEY_free(key) }
    let info = EVP_PKEY2PKCS8(key)
    defer { PKCS8_PRIV_KEY_INFO_free(info) }
    let encrypted = PKCS8_encrypt_ex(
      NID_pbe_WithSHA1And40BitRC2_CBC, nil, passphrase, -1, nil, 0, 1000, info, context, nil)
    defer { X509_SIG_free(encrypted) }
    let der = try encoded { i2d_X509_SIG(encrypted, &$0) }
    return PEMDocument(type: "ENCRYPTED PRIVATE KEY", derBytes: der).pemString
  }

  /// The ciphers of a bundle.
  package enum Cipher: String, CaseIterable, Sendable {
    /// What OpenSSL 1 and Windows wrote for twenty years: RC2 for certificates, 3DES for the key.
    case rc2And3DES
    case tripleDES
    case aes256
  }

  package static func pkcs12(
    key: String?, certificate: [UInt8]?, others: [[UInt8]] = [], passphrase: String?,
    cipher: Cipher = .aes256
  ) throws -> [UInt8] {
    guard let context = OSSL_LIB_CTX_new() else { throw Failed() }
    defer { OSSL_LIB_CTX_free(context) }
    let providers = [OSSL_PROVIDER_load(context, "legacy"), OSSL_PROVIDER_load(context, "default")]
    defer { for provider in providers { OSSL_PROVIDER_unload(provider) } }
    let key = try key.map(read)
    defer { EVP_PKEY_free(key) }
    let leaf = try certificate.map(readCertificate)
    defer { X509_free(leaf) }
    let stack = OPENSSL_sk_new_null()
    let rest = try others.map(readCertificate)
    defer {
      for certificate in rest { X509_free(certificate) }
      OPENSSL_sk_free(stack)
    }
    for certificate in rest { OPENSSL_sk_push(stack, UnsafeRawPointer(certificate)) }
    let (keyCipher, certificateCipher) =
      switch cipher {
      case .rc2And3DES: (NID_pbe_WithSHA1And3_Key_TripleDES_CBC, NID_pbe_WithSHA1And40BitRC2_CBC)
      case .tripleDES:
        (NID_pbe_WithSHA1And3_Key_TripleDES_CBC, NID_pbe_WithSHA1And3_Key_TripleDES_CBC)
      case .aes256: (NID_aes_256_cbc, NID_aes_256_cbc)
      }
    let bundle = PKCS12_create_ex(
      passphrase, "name", key, leaf, stack, keyCipher, certificateCipher, 1000, 1, 0, context, nil)
    guard let bundle else { throw Failed() }
    defer { PKCS12_free(bundle) }
    return try encoded { i2d_PKCS12(bundle, &$0) }
  }

  /// A self-signed certificate and key of a kind that no Swift library makes.
  /// - Parameters:
  ///   - kind: The key's kind, as OpenSSL names it.
  ///   - signsWithPSS: Whether the signature is RSA-PSS.
  ///   - configure: Sets the key's parameters, such as the size.
  /// - Returns: The certificate, and its key in PEM.
  /// - Throws: Where OpenSSL does not make it.
  package static func certificate(
    kind: String, signsWithPSS: Bool = false, _ configure: (OpaquePointer) -> Int32
  ) throws -> (der: [UInt8], key: String) {
    guard let parameters = EVP_PKEY_CTX_new_from_name(nil, kind, nil),
      let certificate = X509_new(), let output = BIO_new(BIO_s_mem())
    else { throw Failed() }
    defer {
      EVP_PKEY_CTX_free(parameters)
      X509_free(certificate)
      BIO_free(output)
    }
    var key: OpaquePointer?
    guard EVP_PKEY_keygen_init(parameters) == 1, configure(parameters) > 0,
      EVP_PKEY_generate(parameters, &key) == 1
    else { throw Failed() }
    defer { EVP_PKEY_free(key) }
    X509_set_version(certificate, 2)
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 7)
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0)
    X509_gmtime_adj(X509_getm_notAfter(certificate), 86_400)
    X509_NAME_add_entry_by_txt(
      X509_get_subject_name(certificate), "CN", MBSTRING_FLAG | 1, "odd", -1, -1, 0)
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate))
    X509_set_pubkey(certificate, key)
    let signing = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(signing) }
    var keyContext: OpaquePointer?
    guard EVP_DigestSignInit(signing, &keyContext, EVP_sha256(), nil, key) == 1 else {
      throw Failed()
    }
    if signsWithPSS { EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) }
    guard X509_sign_ctx(certificate, signing) > 0,
      PEM_write_bio_PKCS8PrivateKey(output, key, nil, nil, 0, nil, nil) == 1
    else { throw Failed() }
    let der = try encoded { i2d_X509(certificate, &$0) }
    return (der, String(decoding: contents(of: output), as: UTF8.self))
  }

  /// Whether an error is waiting on this thread for somebody else to find.
  package static var hasWaitingError: Bool { ERR_peek_error() != 0 }

  private static func read(_ pem: String) throws -> OpaquePointer {
    let bytes = Array(pem.utf8)
    guard let input = BIO_new_mem_buf(bytes, Int32(bytes.count)) else { throw Failed() }
    defer { BIO_free(input) }
    guard let key = PEM_read_bio_PrivateKey(input, nil, nil, nil) else { throw Failed() }
    return key
  }

  private static func readCertificate(_ der: [UInt8]) throws -> OpaquePointer {
    let certificate = der.withUnsafeBufferPointer { buffer in
      var cursor = buffer.baseAddress
      return d2i_X509(nil, &cursor, buffer.count)
    }
    guard let certificate else { throw Failed() }
    return certificate
  }

  private static func encoded(
    _ write: (inout UnsafeMutablePointer<UInt8>?) -> Int32
  ) throws -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    let count = write(&buffer)
    guard count > 0, let buffer else { throw Failed() }
    defer { CRYPTO_free(buffer, #file, #line) }
    return Array(UnsafeBufferPointer(start: buffer, count: Int(count)))
  }

  private static func contents(of output: OpaquePointer) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Int(BIO_read(output, &chunk, Int32(chunk.count)))
      guard count > 0 else { return bytes }
      bytes += chunk.prefix(count)
    }
  }
}
