/// How a client secret travels to the token endpoint (RFC 6749, section 2.3.1).
public enum SecretMethod: String, Hashable, Sendable, CaseIterable {
  /// In the body, as `client_secret` (`client_secret_post`).
  case post
  /// In the `Authorization` header (`client_secret_basic`).
  case basic
}
