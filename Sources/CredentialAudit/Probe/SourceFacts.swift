package import EntraIdentity

/// What may be said of a credential that was read.
package struct SourceFacts: Sendable {
  /// What is not as it should be: others may read the file, the secret looks like a placeholder.
  package let remarks: [SourceRemark]
  private let detail: Detail

  /// What there is beside the remarks, apart from them: most credentials are secrets, of which there
  /// is nothing more, and all are kept for the length of a run.
  private indirect enum Detail: Sendable {
    case nothing
    case certificate(CertificateCredential)
    case assertion(ForeignAssertion)
  }

  /// What the certificate says; nil for what is not one.
  package var certificate: CertificateFacts? { credential?.facts }

  /// What a federated assertion says of itself; nobody has verified it here.
  package var assertion: ForeignAssertion? {
    if case .assertion(let assertion) = detail { assertion } else { nil }
  }

  /// Judges whether an authority of a kind takes the key; nil for what is not a certificate.
  private var credential: CertificateCredential? {
    if case .certificate(let credential) = detail { credential } else { nil }
  }

  package init(
    remarks: [SourceRemark] = [], credential: CertificateCredential? = nil,
    assertion: ForeignAssertion? = nil
  ) {
    self.remarks = remarks
    detail =
      credential.map(Detail.certificate) ?? assertion.map(Detail.assertion) ?? .nothing
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
