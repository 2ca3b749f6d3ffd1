import EntraIdentity

extension CredentialCheck {
  /// Does the service give a token for it, now?
  package static let acquisition = CredentialCheck(
    id: .credentialAcquisition,
    question:
      "does the token endpoint, or the platform of a managed identity, give a token for it, now and from the network?",
    reference: "RFC 6749, section 4.4; RFC 7523, section 2.2; Microsoft Entra, managed identities"
  ) { observation in
    switch observation.authority {
    case .offline:
      return [.skipped(.credentialAcquisition, "offline", "the network was not asked")]
    case .failed(let check, let code):
      return [
        obstacle(observation)
          ?? .found(
            .credentialAcquisition, .unknown, "authority-failed",
            "not tried: the authority has the finding \(code)",
            evidence: ["authority_check": check.rawValue, "authority_code": code])
      ]
    case .proven(let resolved):
      if let obstacle = obstacle(observation) { return [obstacle] }
      guard !observation.acquisitions.isEmpty else {
        return [
          .found(.credentialAcquisition, .unknown, "no-scope", "there is no scope to ask for")
        ]
      }
      return observation.acquisitions.map { judge($0, of: observation, at: resolved.authority) }
    }
  }

  /// What stands in the way before anything is sent: there is nothing to send.
  private static func obstacle(_ observation: CredentialObservation) -> Finding? {
    switch observation.source {
    case .unreadable, .unusable:
      return .skipped(.credentialAcquisition, "depends-on-source", "there is no credential to try")
    case .kept(_, let problem):
      guard problem != nil else { return nil }
      return .skipped(
        .credentialAcquisition, "depends-on-source", "the platform cannot be asked")
    case .notRead(let code):
      return .found(.credentialAcquisition, .unknown, code, "not tried: nothing was read")
    case .read(let facts):
      guard facts.certificateProblem(for: observation.authority.kind) != nil else { return nil }
      return .skipped(
        .credentialAcquisition, "depends-on-source", "the authority takes no such key")
    }
  }

  private static func judge(
    _ acquisition: AcquisitionObservation, of observation: CredentialObservation,
    at authority: Authority
  ) -> Finding {
    var asked: Evidence = [
      "scope": acquisition.scopes.isEmpty
        ? nil : acquisition.scopes.map(\.value).joined(separator: " "),
      "attempts": String(acquisition.attempts), "request_id": acquisition.correlationID,
    ]
    asked.add(acquisition.assertion)
    switch acquisition.outcome {
    case .token(let token):
      var evidence = asked
      evidence.add("expires_in", token.expiresIn.map { "\($0.components.seconds)s" })
      return .pass(
        .credentialAcquisition, "the service gave a token", evidence: evidence)
    case .failed(let error):
      let blame = ClockBlame(
        for: error, of: observation.planned.credential.kind, clock: observation.clock)
      return ErrorJudgement(
        error, asked: .token, isCloudHost: authority.isCloudHost, blame: blame
      ).finding(.credentialAcquisition, evidence: asked)
    case .platformFailed(let error):
      return ErrorJudgement(error, asked: .platform, isCloudHost: false).finding(
        .credentialAcquisition, evidence: asked)
    case .unreadable(let failure):
      return .found(
        .credentialAcquisition, .unknown, failure.code.rawValue,
        "the assertion could not be read at the moment of use: \(failure.detail)",
        fix: failure.hint, evidence: asked)
    }
  }
}
