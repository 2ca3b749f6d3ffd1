import EntraIdentity

extension FuzzTarget {
  private static let signer = TokenSigner()

  /// Whatever a token looks like, it verifies only where header and payload are the ones that were
  /// signed. A `%` in the input stands for the signed token, so that the fuzzer, which cannot sign,
  /// can start from it.
  static let jwt = FuzzTarget { bytes in
    let text = String(decoding: bytes, as: UTF8.self).replacing("%", with: signer.token)
    switch TokenVerifier(keys: signer.keys).verify(Secret(text)) {
    case .jwt(_, .valid(let kid)):
      precondition(kid == "fuzz" && text.hasPrefix(signer.signed + "."), "a forged token verifies")
    case .jwt, .opaque, .malformed:
      break
    }
  }
}
