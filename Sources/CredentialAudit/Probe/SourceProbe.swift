import EntraIdentity

/// Reads one credential from where the inventory says it is.
struct SourceProbe: Sendable {
  let reader: SecretReader
  let platform: HostPlatform

  /// No certificate with its chain and key is larger.
  private static let sizeLimit = 1 << 20

  func survey(_ planned: PlannedCredential) async -> SurveyedSource {
    switch planned.credential.kind {
    case .secret(let reference):
      await secret(reference, planned.tenant.clientAuthentication)
    case .certificate(let reference): await certificate(reference)
    case .federated(.reference(let reference)): await assertion(reference)
    case .federated(.managedIdentity), .managedIdentity:
      SurveyedSource(
        observation: .kept(by: platform.source, problem: platform.problem), credential: nil)
    }
  }

  private func secret(
    _ reference: SecretReference, _ authentication: SecretAuthentication
  ) async -> SurveyedSource {
    let reading = await reader.read(reference)
    switch reading.outcome {
    case .unreadable(let problem): return .unreadable(problem)
    case .value(let secret):
      return SurveyedSource(
        observation: .read(SourceFacts(remarks: reading.remarks)),
        credential: .secret(secret, authentication == .basic ? .basic : .post))
    }
  }

  /// The assertion itself is read again when it is used; here it is only seen whether it is there.
  private func assertion(_ reference: SecretReference) async -> SurveyedSource {
    let reading = await reader.read(reference)
    switch reading.outcome {
    case .unreadable(let problem): return .unreadable(problem)
    case .value(let assertion):
      guard let claims = ForeignAssertion(assertion) else {
        return SurveyedSource(
          observation: .unusable(
            CredentialProblem(.malformed, "what was read is not a JSON Web Token"), remarks: []),
          credential: nil)
      }
      return SurveyedSource(
        observation: .read(
          SourceFacts(remarks: reading.remarks.filter(\.isAboutTheFile), assertion: claims)),
        credential: nil)
    }
  }

  private func certificate(_ reference: CertificateReference) async -> SurveyedSource {
    do throws(SourceProblem) {
      let certificate = try FileReader().read(reference.file, limit: Self.sizeLimit).get()
      let key = try reference.key.map { path throws(SourceProblem) in
        try FileReader().read(path, limit: Self.sizeLimit).get()
      }
      // A certificate alone is public; only the file with the key has to be kept from others.
      var remarks = key?.remarks ?? certificate.remarks
      var passphrase: Secret?
      if let reference = reference.passphrase {
        let reading = await reader.read(reference)
        switch reading.outcome {
        case .unreadable(let problem): throw problem
        case .value(let secret): passphrase = secret
        }
        remarks += reading.remarks.filter(\.isAboutTheFile)
      }
      return Self.load(
        certificate.bytes, key: key?.bytes, passphrase: passphrase,
        sendsChain: reference.sendX5C, remarks: remarks)
    } catch {
      return .unreadable(error)
    }
  }

  private static func load(
    _ certificate: [UInt8], key: [UInt8]?, passphrase: Secret?, sendsChain: Bool,
    remarks: [SourceRemark]
  ) -> SurveyedSource {
    do throws(CredentialProblem) {
      let credential = try CertificateLoader.load(
        certificate: certificate, key: key, passphrase: passphrase, sendsChain: sendsChain)
      return SurveyedSource(
        observation: .read(SourceFacts(remarks: remarks, credential: credential)),
        credential: .certificate(credential))
    } catch {
      // Who may read the file matters only where the key is in it.
      return SurveyedSource(
        observation: .unusable(error, remarks: error.code == .noPrivateKey ? [] : remarks),
        credential: nil)
    }
  }
}

extension SurveyedSource {
  fileprivate static func unreadable(_ problem: SourceProblem) -> SurveyedSource {
    SurveyedSource(observation: .unreadable(problem), credential: nil)
  }
}
