/// How an authority wants a client assertion: the algorithm, and how the key is named in it.
public struct AssertionProfile: Hashable, Sendable {
  /// The signature's algorithm.
  public let algorithm: SigningAlgorithm
  /// Whether the header names the certificate by SHA-1 (`x5t`).
  public let sendsSHA1Thumbprint: Bool
  /// Whether the header names the certificate by SHA-256 (`x5t#S256`).
  public let sendsSHA256Thumbprint: Bool
  /// The header's `kid`, for a server where the key is registered under one.
  public let keyID: String?

  /// Makes a profile.
  /// - Parameters:
  ///   - algorithm: The signature's algorithm; it must fit the key.
  ///   - sendsSHA1Thumbprint: Whether the header has `x5t`.
  ///   - sendsSHA256Thumbprint: Whether the header has `x5t#S256`.
  ///   - keyID: The header's `kid`, or nil for none.
  public init(
    algorithm: SigningAlgorithm, sendsSHA1Thumbprint: Bool, sendsSHA256Thumbprint: Bool,
    keyID: String? = nil
  ) {
    self.algorithm = algorithm
    self.sendsSHA1Thumbprint = sendsSHA1Thumbprint
    self.sendsSHA256Thumbprint = sendsSHA256Thumbprint
    self.keyID = keyID
  }

  /// The profile that an authority takes with a certificate.
  ///
  /// Entra, B2C and External ID take RSA keys only, and want PS256 with the SHA-256 thumbprint;
  /// AD FS and dSTS know RS256 with the SHA-1 thumbprint only.
  ///
  /// A generic issuer gets what its metadata lists and the key can do. RS256 comes before PS256:
  /// OpenID Connect Discovery asks servers to support it, and what a client is registered for by
  /// default is RS256 even where the metadata lists more. There both thumbprints are sent, and no
  /// `kid`: one that the server does not know makes it refuse (Keycloak derives its own from an
  /// uploaded certificate), while without one it tries the client's keys. A server that insists on
  /// the registered `kid` needs a profile with ``keyID``.
  /// - Parameters:
  ///   - kind: The authority's family.
  ///   - configuration: Its metadata, where a generic issuer's is known.
  ///   - credential: The certificate that will sign.
  /// - Returns: The profile.
  /// - Throws: ``CredentialProblem`` with `unsupportedKey` where this authority takes no such key.
  public static func choose(
    kind: AuthorityKind, configuration: OpenIDConfiguration?, credential: CertificateCredential
  ) throws(CredentialProblem) -> AssertionProfile {
    let key = credential.privateKey.kind
    // RFC 7518, sections 3.3 and 3.5: every RSA signature wants 2048 bits or more.
    if case .rsa(let bits) = key, bits < 2048 {
      throw CredentialProblem(
        .unsupportedKey, "The certificate's key has \(bits) bits; 2048 are the least.")
    }
    switch (kind, key) {
    case (.entra, .rsa), (.b2c, .rsa), (.ciam, .rsa):
      return AssertionProfile(
        algorithm: .ps256, sendsSHA1Thumbprint: false, sendsSHA256Thumbprint: true)
    case (.adfs, .rsa), (.dsts, .rsa):
      return AssertionProfile(
        algorithm: .rs256, sendsSHA1Thumbprint: true, sendsSHA256Thumbprint: false)
    case (.oidc, _):
      let listed = configuration?.tokenEndpointAuthSigningAlgorithms
      guard let algorithm = genericAlgorithm(for: key, listed: listed) else {
        throw CredentialProblem(
          .unsupportedKey, "The issuer lists no signature algorithm that fits a key of \(key).")
      }
      return AssertionProfile(
        algorithm: algorithm, sendsSHA1Thumbprint: true, sendsSHA256Thumbprint: true)
    default:
      throw CredentialProblem(
        .unsupportedKey, "This kind of authority takes RSA keys only; the certificate's is \(key).")
    }
  }

  static func genericAlgorithm(for key: KeyKind, listed: [String]?) -> SigningAlgorithm? {
    let possible: [SigningAlgorithm] =
      switch key {
      case .rsa: [.rs256, .ps256]
      case .ellipticCurve(let curve): [SigningAlgorithm(curve: curve)]
      case .other: []
      }
    guard let listed else { return possible.first }
    return possible.first { listed.contains($0.rawValue) }
  }
}
