import COpenSSL

/// A private key in OpenSSL's hands: it signs, and nothing gets it out again.
///
/// The pointer is kept as a number, because a key that is never changed after it was made may be
/// used by many threads at once (OpenSSL's own rule), each with a signing context of its own; that
/// is what makes the class `Sendable`. OpenSSL overwrites the key's memory when it is freed.
final class PrivateKey: Sendable, CustomReflectable {
  private let address: UInt
  let kind: KeyKind

  /// Takes over a key that this process's own context made.
  init(owning key: OpaquePointer) {
    address = UInt(bitPattern: key)
    kind = Self.kind(of: key)
  }

  /// Takes a copy of a key that belongs to another library context, or to another owner.
  convenience init(copying key: OpaquePointer) throws(CredentialProblem) {
    defer { ERR_clear_error() }
    var buffer: UnsafeMutablePointer<UInt8>?
    let count = Int(i2d_PrivateKey(key, &buffer))
    guard count > 0, let buffer else { throw Self.unsupported }
    defer { CRYPTO_clear_free(buffer, count, #file, #line) }
    var cursor: UnsafePointer<UInt8>? = UnsafePointer(buffer)
    guard let copy = d2i_AutoPrivateKey(nil, &cursor, count) else { throw Self.unsupported }
    self.init(owning: copy)
  }

  deinit {
    EVP_PKEY_free(OpaquePointer(bitPattern: address))
  }

  /// A mirror without children.
  var customMirror: Mirror { Mirror(self, children: []) }

  /// Whether a certificate's public key is this key's.
  /// - Parameter certificate: The certificate in DER.
  /// - Returns: Whether they fit.
  func fits(certificate: [UInt8]) -> Bool {
    OpenSSLCertificate.read(certificate) { x509 in
      X509_check_private_key(x509, OpaquePointer(bitPattern: address)) == 1
    } ?? false
  }

  /// Signs, the digest included.
  /// - Parameters:
  ///   - message: What is signed.
  ///   - algorithm: The algorithm; the key must be of its kind.
  /// - Returns: The signature in OpenSSL's form: raw for RSA, DER for elliptic curves.
  /// - Throws: `signingFailed`.
  func signature(
    for message: [UInt8], _ algorithm: SigningAlgorithm
  ) throws(CredentialProblem) -> [UInt8] {
    ERR_clear_error()
    defer { ERR_clear_error() }
    guard let context = EVP_MD_CTX_new() else { throw Self.failed }
    defer { EVP_MD_CTX_free(context) }
    var keyContext: OpaquePointer?
    let digest =
      switch algorithm {
      case .ps256, .rs256, .es256: EVP_sha256()
      case .es384: EVP_sha384()
      case .es512: EVP_sha512()
      }
    let key = OpaquePointer(bitPattern: address)
    guard EVP_DigestSignInit(context, &keyContext, digest, nil, key) == 1 else { throw Self.failed }
    if algorithm == .ps256 {
      // RFC 7518, section 3.5: the salt is as long as the digest.
      guard EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1,
        EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) == 1
      else { throw Self.failed }
    }
    var count = 0
    guard EVP_DigestSign(context, nil, &count, message, message.count) == 1 else {
      throw Self.failed
    }
    var signature = [UInt8](repeating: 0, count: count)
    guard EVP_DigestSign(context, &signature, &count, message, message.count) == 1 else {
      throw Self.failed
    }
    // An elliptic curve's signature may be shorter than what was announced.
    return Array(signature.prefix(count))
  }

  private static func kind(of key: OpaquePointer) -> KeyKind {
    defer { ERR_clear_error() }
    switch EVP_PKEY_get_base_id(key) {
    case EVP_PKEY_RSA:
      return .rsa(bits: Int(EVP_PKEY_get_bits(key)))
    case EVP_PKEY_EC:
      var name = [CChar](repeating: 0, count: 64)
      var count = 0
      guard EVP_PKEY_get_group_name(key, &name, name.count, &count) == 1 else {
        return .other("EC on a curve without a name")
      }
      let group = String(decoding: name.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
      return curves[group].map(KeyKind.ellipticCurve) ?? .other("EC \(group)")
    default:
      return .other(EVP_PKEY_get0_type_name(key).map { String(cString: $0) } ?? "unknown")
    }
  }

  private static let curves: [String: EllipticCurve] = [
    "prime256v1": .p256, "secp384r1": .p384, "secp521r1": .p521,
  ]

  private static var failed: CredentialProblem {
    CredentialProblem(.signingFailed, "OpenSSL did not sign with this key.")
  }

  private static var unsupported: CredentialProblem {
    CredentialProblem(.unsupportedKey, "The private key is of a kind that is not supported.")
  }
}
