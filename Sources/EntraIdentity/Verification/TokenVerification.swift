/// What could be learnt of an access token.
public enum TokenVerification: Sendable {
  /// It has not the form of a JWT; only its resource can read it.
  case opaque
  /// It has the form of a JWT, and one of its parts cannot be read; the sentence says which.
  case malformed(String)
  /// Its claims, and what its signature is worth. The claims are the authority's word only where
  /// the signature is valid.
  case jwt(TokenClaims, SignatureVerdict)
}

/// What a token's signature is worth.
public enum SignatureVerdict: Hashable, Sendable {
  /// It is by the authority's key of this `kid`.
  case valid(kid: String)
  /// It is not by the key that it names, or its header makes demands that nobody can meet.
  case invalid
  /// The key set has no usable key of the name; without a `kid` the token names none.
  case unknownKey(kid: String?)
  /// It is by nobody's key in a way that the resource alone can verify: the header has a `nonce`.
  case notVerifiable
  /// Its `alg` is not one that is accepted.
  case unsupportedAlgorithm(String)
}
