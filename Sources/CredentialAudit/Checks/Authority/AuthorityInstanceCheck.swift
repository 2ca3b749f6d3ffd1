import EntraIdentity

extension AuthorityCheck {
  /// Is the host one that is known to issue tokens?
  package static let instance = AuthorityCheck(
    id: .authorityInstance,
    question: "is the host a known cloud's, confirmed by instance discovery, or declared?",
    reference: "Microsoft identity platform, instance discovery"
  ) { observation in
    guard let authority = observation.askable else {
      return [.skipped(.authorityInstance, "depends-on-url", "the URL cannot be asked")]
    }
    if let cloud = authority.cloud {
      return [
        .pass(
          .authorityInstance, "\(authority.host) belongs to the cloud \(cloud.id)",
          evidence: ["cloud": cloud.id])
      ]
    }
    guard let examination = observation.examination else {
      if !authority.asksInstanceDiscovery {
        return [.pass(.authorityInstance, "the host is declared as \(authority.kind.rawValue)")]
      }
      return [.skipped(.authorityInstance, "offline", "the host was not asked about")]
    }
    switch examination.instance {
    case .known(let cloud):
      return [.pass(.authorityInstance, "the host belongs to the cloud \(cloud.id)")]
    case .confirmed(let aliases):
      return [
        .pass(
          .authorityInstance, "instance discovery vouches for the host",
          evidence: ["aliases": aliases.joined(separator: " ")])
      ]
    case .declared:
      return [.pass(.authorityInstance, "the host is declared as \(authority.kind.rawValue)")]
    case .refused(let refusal):
      return [
        .found(
          .authorityInstance, .critical, "instance-unknown",
          "instance discovery does not know \(authority.host)",
          class: RefusalCategory.authorityWrong.rawValue,
          evidence: ["host": authority.host, "service_code": refusal.code])
      ]
    case .failed(let error):
      let judgement = ErrorJudgement(error, asked: .discovery, isCloudHost: true)
      let finding = judgement.finding(
        .authorityInstance, evidence: ["asked_about": authority.host])
      guard judgement.verdict == .critical else { return [finding] }
      // The public cloud's own trouble, or an answer about other hosts, says nothing of this one.
      return [
        .found(
          .authorityInstance, .unknown, "instance-not-confirmed", judgement.summary,
          evidence: finding.evidence)
      ]
    case .notAsked:
      return [
        .found(
          .authorityInstance, .unknown, "instance-not-confirmed",
          "nobody vouches for \(authority.host)", evidence: ["host": authority.host])
      ]
    }
  }
}
