extension MintedKey {
  /// A compact JWS (RFC 7515) over claims: a client's assertion, or an outside issuer's.
  ///
  /// Nothing is added to the header, not even `alg`: a test says all of it and may lie.
  package func token(
    header: JSONValue, claims: JSONValue, algorithm: String
  ) throws -> String {
    let input =
      Base64URL.encode(header.serialized.utf8) + "." + Base64URL.encode(claims.serialized.utf8)
    return input + "." + Base64URL.encode(try signature(algorithm, over: Array(input.utf8)))
  }
}
