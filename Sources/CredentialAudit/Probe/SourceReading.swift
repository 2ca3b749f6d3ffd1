import EntraIdentity

/// Reads one credential from where the inventory says it is.
enum SourceReading {
  static func survey(_ planned: PlannedCredential, reader: SecretReader) async -> SurveyedSource {
    switch planned.credential.kind {
    case .secret(let reference):
      await secret(reference, planned.tenant.clientAuthentication, reader)
    case .certificate(let reference): await certificate(reference, reader)
    case .federated(.reference(let reference)): await assertion(reference, reader)
    case .federated(.managedIdentity), .managedIdentity:
      SurveyedSource(observation: .notRead(code: "not-supported-yet"), credential: nil)
    }
  }

  private static func secret(
    _ reference: SecretReference, _ authentication: SecretAuthentication, _ reader: SecretReader
  ) async -> SurveyedSource {
    switch await reader.read(reference) {
    case .unreadable(let failure):
      return SurveyedSource(observation: .unreadable(failure), credential: nil)
    case .value(let secret, let remarks):
      return SurveyedSource(
        observation: .read(SourceFacts(remarks: remarks + SecretRemarks.of(secret))),
        credential: .secret(secret, authentication == .basic ? .basic : .post))
    }
  }

  /// The assertion itself is read again when it is used; here it is only seen whether it is there.
  private static func assertion(
    _ reference: SecretReference, _ reader: SecretReader
  ) async -> SurveyedSource {
    switch await reader.read(reference) {
    case .unreadable(let failure):
      return SurveyedSource(observation: .unreadable(failure), credential: nil)
    case .value(let assertion, let remarks):
      guard ForeignAssertion(assertion) != nil else {
        return SurveyedSource(
          observation: .unusable(
            CredentialProblem(.malformed, "what was read is not a JSON Web Token"),
            remarks: remarks),
          credential: nil)
      }
      return SurveyedSource(observation: .read(SourceFacts(remarks: remarks)), credential: nil)
    }
  }

  private static func certificate(
    _ reference: CertificateReference, _ reader: SecretReader
  ) async -> SurveyedSource {
    func unreadable(_ failure: SourceFailure) -> SurveyedSource {
      SurveyedSource(observation: .unreadable(failure), credential: nil)
    }
    var remarks: [SourceRemark] = []
    let bytes: [UInt8]
    switch await reader.readBytes(reference.file) {
    case .unreadable(let failure): return unreadable(failure)
    case .bytes(let read, let more):
      bytes = read
      // The certificate alone is public; only a file with a key in it has to be kept from others.
      if reference.key == nil { remarks += more }
    }
    var key: [UInt8]?
    if let path = reference.key {
      switch await reader.readBytes(path) {
      case .unreadable(let failure): return unreadable(failure)
      case .bytes(let read, let more):
        key = read
        remarks += more
      }
    }
    var passphrase: Secret?
    if let reference = reference.passphrase {
      switch await reader.read(reference) {
      case .unreadable(let failure): return unreadable(failure)
      case .value(let secret, let more):
        passphrase = secret
        remarks += more
      }
    }
    do throws(CredentialProblem) {
      let credential = try CertificateLoader.load(
        certificate: bytes, key: key, passphrase: passphrase, sendsChain: reference.sendX5C)
      return SurveyedSource(
        observation: .read(SourceFacts(remarks: remarks, credential: credential)),
        credential: .certificate(credential))
    } catch {
      return SurveyedSource(observation: .unusable(error, remarks: remarks), credential: nil)
    }
  }
}
