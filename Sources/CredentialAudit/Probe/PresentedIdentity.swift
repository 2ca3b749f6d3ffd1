import EntraIdentity

/// What makes two credentials the same secret or the same key, byte for byte. It is kept no longer than
/// they are compared, and prints nothing of a secret.
enum PresentedIdentity: Hashable {
  case secret(Secret)
  /// The SHA-256 of a certificate's public key.
  case key(String)

  /// Nil for an assertion, which is another one each time.
  init?(_ credential: ClientCredential) {
    switch credential {
    case .secret(let secret, _): self = .secret(secret)
    case .certificate(let credential): self = .key(credential.facts.publicKeySHA256)
    case .assertion, .assertionProvider: return nil
    }
  }

  static func == (one: PresentedIdentity, other: PresentedIdentity) -> Bool {
    switch (one, other) {
    case (.secret(let one), .secret(let other)):
      // By bytes: a service does not know that letters can be written in several ways.
      one.withValue { one in other.withValue { one.utf8.elementsEqual($0.utf8) } }
    case (.key(let one), .key(let other)): one == other
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .secret(let secret):
      secret.withValue { value in
        var value = value
        value.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      }
    case .key(let digest): hasher.combine(digest)
    }
  }
}
