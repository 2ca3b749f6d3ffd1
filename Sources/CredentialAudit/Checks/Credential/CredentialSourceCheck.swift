import EntraIdentity

extension CredentialCheck {
  /// Can it be read, and is it what it should be?
  package static let source = CredentialCheck(
    id: .credentialSource,
    question:
      "can the secret, certificate, key or assertion be read and parsed, does it fit, and does nobody else have it?",
    reference: "RFC 7468; RFC 7292; Microsoft identity platform, certificate credentials"
  ) { observation in
    let from: Evidence = ["source": observation.planned.credential.kind.printable]
    switch observation.source {
    case .notRead(let code):
      return [
        .found(.credentialSource, .unknown, code, "nothing was read", evidence: from)
      ]
    case .kept(let platform, let problem):
      var evidence = from
      evidence.add("platform", platform.rawValue)
      if let problem {
        return [
          .found(
            .credentialSource, .unknown, problem.code.rawValue, problem.detail, evidence: evidence)
        ]
      }
      return [
        .skipped(
          .credentialSource, "kept-by-platform", "\(platform.name) keeps the key",
          evidence: evidence)
      ]
    case .unreadable(let failure):
      return [
        .found(
          .credentialSource, .unknown, failure.code.rawValue, failure.detail, fix: failure.hint,
          evidence: from)
      ]
    case .unusable(let problem, let remarks):
      return [
        .found(
          .credentialSource, .critical, problem.code.rawValue, problem.detail, evidence: from)
      ] + remarks.map { warn($0, from) }
    case .read(let facts):
      var findings = facts.remarks.map { warn($0, from) }
      findings += shared(observation, from)
      if let problem = keyProblem(observation, facts) { findings.append(problem) }
      guard findings.isEmpty else { return findings }
      var evidence = from
      evidence.add("subject", facts.certificate?.subject.cleaned(maximum: 200))
      evidence.add("key", facts.certificate?.keyKind)
      evidence.add(facts.assertion)
      return [.pass(.credentialSource, "it was read and can be used", evidence: evidence)]
    }
  }

  private static func warn(_ remark: SourceRemark, _ from: Evidence) -> Finding {
    .found(
      .credentialSource, .warning, remark.code.rawValue, remark.summary, fix: remark.fix,
      evidence: from)
  }

  private static func shared(
    _ observation: CredentialObservation, _ from: Evidence
  ) -> [Finding] {
    guard observation.sharedWith.count > 0 else { return [] }
    var evidence = from
    evidence.add("also_used_by", observation.sharedWith.names.joined(separator: ", "))
    evidence.add("other_applications", String(observation.sharedWith.count))
    let isKey = observation.certificate != nil
    return [
      .found(
        .credentialSource, .warning, isKey ? "shared-key" : "shared-secret",
        "another application presents the same \(isKey ? "key" : "secret")", evidence: evidence)
    ]
  }

  /// Entra takes RSA keys of 2048 bits or more and nothing else.
  private static func keyProblem(
    _ observation: CredentialObservation, _ facts: SourceFacts
  ) -> Finding? {
    guard let problem = facts.certificateProblem(for: observation.authority.kind) else {
      return nil
    }
    return .found(
      .credentialSource, .critical, problem.code.rawValue, problem.detail,
      evidence: ["key": facts.certificate?.keyKind])
  }
}
