import COpenSSL

/// OpenSSL's old ciphers (RC2, DES), in a library context that lives for one call: the process's
/// own context never learns them, so that TLS and everything else stays without.
enum LegacyProvider {
  /// Runs `body` with a context that has the old and the current algorithms.
  /// - Parameter body: What needs the context; nothing made in it may outlive the call.
  /// - Returns: What `body` returns.
  /// - Throws: `unsupportedEncryption` where this machine's OpenSSL has no legacy provider.
  static func withContext<Result>(
    _ body: (OpaquePointer) throws(CredentialProblem) -> Result
  ) throws(CredentialProblem) -> Result {
    guard let context = OSSL_LIB_CTX_new() else { throw missing }
    defer {
      OSSL_LIB_CTX_free(context)
      ERR_clear_error()
    }
    guard let legacy = OSSL_PROVIDER_load(context, "legacy") else { throw missing }
    defer { OSSL_PROVIDER_unload(legacy) }
    guard let current = OSSL_PROVIDER_load(context, "default") else { throw missing }
    defer { OSSL_PROVIDER_unload(current) }
    return try body(context)
  }

  private static var missing: CredentialProblem {
    CredentialProblem(
      .unsupportedEncryption,
      "It is encrypted with an old cipher, and OpenSSL's legacy provider is not installed.")
  }
}
