import EntraIdentity

extension CredentialCheck {
  /// Does the service give a token for it, now?
  package static let acquisition = CredentialCheck(
    id: .credentialAcquisition,
    question: "does the token endpoint give a token for it, now and from the network?",
    reference: "RFC 6749, section 4.4; RFC 7523, section 2.2"
  ) { observation in
    // Also an assertion that a managed identity would make.
    if case .notRead("not-supported-yet") = observation.source {
      return [
        .found(
          .credentialAcquisition, .unknown, "not-supported-yet",
          "managed identities are not tried by this version")
      ]
    }
    switch observation.source {
    case .unreadable, .unusable:
      return [
        .skipped(.credentialAcquisition, "depends-on-source", "there is no credential to try")
      ]
    case .read(let facts) where facts.certificateProblem(for: observation.authority.kind) != nil:
      return [
        .skipped(
          .credentialAcquisition, "depends-on-source", "this authority takes no key of the kind")
      ]
    case .read, .notRead: break
    }
    switch observation.authority {
    case .offline:
      return [.skipped(.credentialAcquisition, "offline", "the network was not asked")]
    case .failed(let check, let code):
      return [
        .found(
          .credentialAcquisition, .unknown, "authority-failed",
          "not tried: the authority has the finding \(code)",
          evidence: ["authority_check": check.rawValue, "authority_code": code])
      ]
    case .proven(let resolved):
      guard !observation.acquisitions.isEmpty else {
        return [
          .found(.credentialAcquisition, .unknown, "no-scope", "there is no scope to ask for")
        ]
      }
      return observation.acquisitions.map { judge($0, at: resolved.authority) }
    }
  }

  private static func judge(
    _ acquisition: AcquisitionObservation, at authority: Authority
  ) -> Finding {
    let asked: Evidence = [
      "scope": acquisition.scopes.isEmpty
        ? nil : acquisition.scopes.map(\.value).joined(separator: " "),
      "attempts": String(acquisition.attempts), "request_id": acquisition.correlationID,
    ]
    switch acquisition.outcome {
    case .token(let token):
      var evidence = asked
      evidence.add("expires_in", token.expiresIn.map { "\($0.components.seconds)s" })
      return .pass(
        .credentialAcquisition, "the service gave a token", evidence: evidence)
    case .failed(let error):
      return ErrorJudgement(error, asked: .token, isCloudHost: authority.isCloudHost).finding(
        .credentialAcquisition, evidence: asked)
    case .unreadable(let failure):
      return .found(
        .credentialAcquisition, .unknown, failure.code.rawValue,
        "the assertion could not be read at the moment of use: \(failure.detail)",
        fix: failure.hint, evidence: asked)
    }
  }
}
