package import EntraIdentity

/// What may be said of a credential that was read.
package struct SourceFacts: Sendable {
  /// What is not as it should be: others may read the file, the secret looks like a placeholder.
  package let remarks: [SourceRemark]
  package let certificate: CertificateFacts?
  /// What a federated assertion says of itself; nobody has verified it here.
  package let assertion: ForeignAssertion?
  /// Judges whether an authority of a kind takes the key; nil for what is not a certificate.
  private let credential: CertificateCredential?

  package init(
    remarks: [SourceRemark] = [], credential: CertificateCredential? = nil,
    assertion: ForeignAssertion? = nil
  ) {
    self.remarks = remarks
    self.assertion = assertion
    self.certificate = credential?.facts
    self.credential = credential
  }

  /// Why an authority of this kind would not take the key; nil where it would or where the kind is
  /// not known.
  func certificateProblem(for kind: AuthorityKind?) -> CredentialProblem? {
    guard let kind, let credential else { return nil }
    do throws(CredentialProblem) {
      _ = try AssertionProfile.choose(kind: kind, configuration: nil, credential: credential)
      return nil
    } catch {
      return error
    }
  }
}
