import Foundation

/// A client assertion (RFC 7523).
public struct ClientAssertion {
  static func signed(
    by certificate: CertificateCredential, clientID: ClientID, audience: String,
    profile: AssertionProfile, now: Date
  ) throws(CredentialProblem) -> Secret {
    throw CredentialProblem(.signingFailed, "signing is not in this part")
  }
}
