import EntraIdentity
import Foundation

/// What a request to the resource carries.
func bearer(_ token: AcquiredToken) -> String {
  let header = token.accessToken.withValue { "Bearer \($0)" }
  return header
}

/// A credential that is read anew whenever it is needed.
func federatedCredential(path: String) -> ClientCredential {
  let credential = ClientCredential.assertionProvider(
    AssertionProvider { _ in Secret(try String(contentsOfFile: path, encoding: .utf8)) })
  return credential
}
