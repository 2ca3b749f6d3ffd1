import COpenSSL

/// The errors that OpenSSL left on this thread, taken off its queue so that no later call (ours or
/// TLS's) finds them. Decisions are made on these numbers, never on a text.
struct OpenSSLErrors {
  private struct Code: Hashable {
    let library: Int32
    let reason: Int32
  }
  private let codes: Set<Code>

  /// Takes all errors off the queue.
  static func take() -> OpenSSLErrors {
    var codes: Set<Code> = []
    while true {
      let error = ERR_get_error()
      guard error != 0 else { return OpenSSLErrors(codes: codes) }
      codes.insert(Code(library: ERR_GET_LIB(error), reason: ERR_GET_REASON(error)))
    }
  }

  /// A cipher or a digest is not in the providers that are loaded. It must be the EVP library that
  /// says so: the decoders say "unsupported" of everything that they could not read.
  var isUnknownAlgorithm: Bool {
    contains(ERR_LIB_EVP, Self.unsupported)
      || contains(ERR_LIB_EVP, EVP_R_UNSUPPORTED_ALGORITHM)
      || contains(ERR_LIB_EVP, EVP_R_UNKNOWN_PBE_ALGORITHM)
      || contains(ERR_LIB_EVP, EVP_R_UNKNOWN_CIPHER)
      || contains(ERR_LIB_PEM, PEM_R_UNSUPPORTED_ENCRYPTION)
      || contains(ERR_LIB_PKCS12, PKCS12_R_UNKNOWN_DIGEST_ALGORITHM)
  }

  /// What was decrypted is not what was encrypted: the passphrase is another.
  var isWrongPassphrase: Bool {
    contains(ERR_LIB_PKCS12, PKCS12_R_MAC_VERIFY_FAILURE)
      || contains(ERR_LIB_PKCS12, PKCS12_R_PKCS12_CIPHERFINAL_ERROR)
      || contains(ERR_LIB_EVP, EVP_R_BAD_DECRYPT)
      || contains(ERR_LIB_PROV, PROV_R_BAD_DECRYPT)
  }

  /// `ERR_R_UNSUPPORTED`, whose macro is an expression that is not imported.
  private static let unsupported: Int32 = 268 | (0x2 << 18)

  private func contains(_ library: Int32, _ reason: Int32) -> Bool {
    codes.contains(Code(library: library, reason: reason))
  }
}
