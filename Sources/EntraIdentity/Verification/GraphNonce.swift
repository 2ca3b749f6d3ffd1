import Crypto

/// Microsoft Graph's tokens are signed over a header whose `nonce` is replaced by its digest, so
/// that only who knows the rule can verify them.
enum GraphNonce {
  /// The header as it was signed: only the value of `nonce` is another, every other byte (order,
  /// blanks, escapes) stays as it was sent.
  /// - Parameter jws: The token.
  /// - Returns: The header's JSON, or nil where there is no `nonce`.
  static func signedHeader(of jws: CompactJWS) -> [UInt8]? {
    guard let nonce = jws.header.nonce, let member = jws.headerMembers.member("nonce") else {
      return nil
    }
    let digest = Base64URL.encode(SHA256.hash(data: Array(nonce.utf8)))
    var text = jws.headerText
    text.replaceSubrange(member.range, with: Array("\"\(digest)\"".utf8))
    return text
  }
}
