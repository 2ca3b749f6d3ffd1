import COpenSSL

/// What only OpenSSL can say of a certificate, because it knows every kind of key and signature.
enum OpenSSLCertificate {
  /// Whether bytes are a certificate, with whatever kind of key.
  static func isCertificate(_ der: [UInt8]) -> Bool {
    read(der) { _ in true } ?? false
  }

  /// Whether a certificate is signed by the key of another, or by its own.
  static func isSigned(_ der: [UInt8], by issuer: [UInt8]) -> Bool {
    // To read one takes longer than to verify its signature.
    read(der) { certificate in
      guard issuer != der else {
        return X509_verify(certificate, X509_get0_pubkey(certificate)) == 1
      }
      return read(issuer) { issuer in X509_verify(certificate, X509_get0_pubkey(issuer)) == 1 }
        ?? false
    } ?? false
  }

  /// Lends a certificate to `body`.
  /// - Returns: What `body` returns, or nil where the bytes are no certificate.
  static func read<Result>(_ der: [UInt8], _ body: (OpaquePointer) -> Result) -> Result? {
    ERR_clear_error()
    defer { ERR_clear_error() }
    return der.withUnsafeBufferPointer { buffer in
      var cursor = buffer.baseAddress
      guard let certificate = d2i_X509(nil, &cursor, buffer.count) else { return nil }
      defer { X509_free(certificate) }
      return body(certificate)
    }
  }
}
