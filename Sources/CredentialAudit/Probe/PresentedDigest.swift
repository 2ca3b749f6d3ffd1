import Crypto
import EntraIdentity
import Foundation

extension ClientCredential {
  /// What makes two credentials the same secret or the same key, without keeping either; nil for an
  /// assertion, which is another one each time.
  func identityDigest(key: SymmetricKey) -> Data? {
    switch self {
    case .secret(let secret, _): secret.digest(key: key)
    case .certificate(let credential): Data(credential.facts.publicKeySHA256.utf8)
    case .assertion, .assertionProvider: nil
    }
  }
}
