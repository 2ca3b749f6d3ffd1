/// How a secret is sent (RFC 6749, section 2.3.1).
package enum SecretAuthentication: String, Sendable, Hashable, CaseIterable {
  case post
  case basic
}
