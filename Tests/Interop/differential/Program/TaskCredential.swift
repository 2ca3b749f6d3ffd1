import EntraIdentity
import Foundation

/// What the task's client proves itself with: one of these.
struct TaskCredential: Decodable {
  let secret: String?
  let assertion: String?
  /// An assertion that is handed out by a callback.
  let provided: String?
  /// A file of PEM or PKCS#12.
  let certificate: String?
  let key: String?
  let passphrase: String?
  let sendsChain: Bool?

  private enum CodingKeys: String, CodingKey {
    case secret, assertion, provided, certificate, key, passphrase
    case sendsChain = "sends_chain"
  }

  func credential() throws -> ClientCredential {
    if let secret { return .secret(Secret(secret), .post) }
    if let assertion { return .assertion(Secret(assertion)) }
    if let provided {
      return .assertionProvider(AssertionProvider { _ in Secret(provided) })
    }
    let certificate = try required(certificate, "credential")
    return .certificate(
      try CertificateLoader.load(
        certificate: Self.bytes(certificate), key: key.map(Self.bytes),
        passphrase: passphrase.map(Secret.init), sendsChain: sendsChain ?? false))
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }
}
