/// What an issuer of assertions says of itself.
package enum AssertionIssuerAnswer: Sendable {
  /// Its document names it, letter by letter, and it publishes so many usable signing keys.
  case confirmed(keys: Int)
  /// Its document names another issuer, or none; as it came.
  case otherIssuer(String?)
  /// Its document names no place for keys that may be asked; what it names, as it came.
  case noKeySet(String?)
  /// There is no usable signing key in its set; how many entries it has that cannot be used.
  case noKeys(skipped: Int)
  /// Its document did not come.
  case noDocument(IdentityError)
  /// Its document is in order, and its keys did not come.
  case keysUnanswered(IdentityError)
}
