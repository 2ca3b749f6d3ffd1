/// How an assertion is signed for one kind of authority.
public struct AssertionProfile: Sendable {
  static func choose(
    kind: AuthorityKind, configuration: OpenIDConfiguration?, credential: CertificateCredential
  ) throws(CredentialProblem) -> AssertionProfile {
    throw CredentialProblem(.unsupportedKey, "signing is not in this part")
  }
}
