import EntraIdentity
import Foundation

extension CredentialCheck {
  /// Which of the directory's entries is it?
  package static let directoryCredential = CredentialCheck(
    id: .directoryCredential,
    question:
      "which of the directory's entries is the credential in use, and does it say the same?",
    reference: "Microsoft Graph, passwordCredential, keyCredential and federatedIdentityCredential"
  ) { observation in
    guard let directory = observation.directory else { return [] }
    if let unread = directory.unread(.directoryCredential) {
      return [unread].carrying(observation.carriedPast)
    }
    if case .managedIdentity = observation.planned.credential.kind {
      return [
        .skipped(.directoryCredential, "kept-by-platform", "the platform keeps its credentials")
      ]
    }
    guard let holding = observation.holding, let match = observation.match else {
      return [
        .skipped(
          .directoryCredential, "not-applicable", "a client id that is no GUID is in no directory")
      ]
    }
    guard holding.application != nil || !holding.entries.isEmpty else {
      return [
        .skipped(
          .directoryCredential, "depends-on-application", "there is no application to look into")
      ].carrying(observation.carriedPast)
    }
    return judge(match, holding, observation)
  }

  private static func judge(
    _ match: EntryMatch, _ holding: DirectoryHolding, _ observation: CredentialObservation
  ) -> [Finding] {
    switch match {
    case .notComparable(let code, let words):
      return [.skipped(.directoryCredential, code, words)].carrying(observation.carriedPast)
    case .missing:
      // What is only a guest here has its credentials in another directory.
      if holding.application == nil, !holding.isOrphan {
        return [
          .skipped(
            .directoryCredential, "application-of-other-tenant",
            "the application is registered in another directory")
        ]
      }
      return [
        .found(
          .directoryCredential, observation.hasToken ? .warning : .critical, "not-in-directory",
          "the directory has no such \(observation.planned.credential.kind.word)")
      ].carrying(observation.carriedPast)
    case .differs(let entry, let fields):
      let named = fields.joined(separator: " and ")
      return [
        .found(
          .directoryCredential, observation.hasToken ? .warning : .critical, "federation-differs",
          "the nearest federated credential has another \(named)",
          evidence: Evidence(
            entry.evidence.items + [Evidence.Item(name: "differs_in", value: named)])
        )
      ]
    case .several(let entries):
      let live = LiveSecrets(of: observation, in: holding)
      var evidence: Evidence = [
        "key_ids": entries.prefix(5).map(\.keyID).joined(separator: ", ")
      ]
      evidence.add(RotationPast.Name.several, live?.since)
      return [
        .found(
          .directoryCredential, .warning, "several-entries-fit",
          "\(entries.count) entries of the directory begin with the same characters, and nothing tells which is in use",
          evidence: evidence)
      ].carrying(observation.carriedPast) + (live?.findings([:]) ?? [])
    case .found(let entry, let how):
      return found(entry, by: how, holding, observation)
    }
  }

  private static func found(
    _ entry: DirectoryEntry, by how: String, _ holding: DirectoryHolding,
    _ observation: CredentialObservation
  ) -> [Finding] {
    var evidence = entry.evidence
    evidence.add("matched_by", how)
    let course = RotationCourse(
      RotationLook(using: entry, in: holding, observation), after: observation.history,
      on: observation.now.utcDay)
    evidence = Evidence(evidence.items + course.evidence.items)
    let live = LiveSecrets(of: observation, in: holding)
    evidence.add(live, after: observation.history.past)
    evidence.add("issuer_answer", observation.issuer?.answer)
    let findings =
      EntryDrift(
        entry: entry, evidence: evidence, snapshot: observation.directory, holding: holding
      ).findings(.directoryCredential) + dates(entry, evidence, observation)
      + (live?.findings(evidence) ?? [])
      + [
        IssuerDrift(
          evidence: evidence, look: observation.issuer, isTaken: observation.hasToken,
          isDeclared: true
        ).finding(.directoryCredential)
      ].compactMap(\.self)
    guard findings.isEmpty else { return findings }
    return [
      .pass(
        .directoryCredential, "it is the directory's entry \(entry.keyID), by its \(how)",
        evidence: evidence)
    ]
  }

  /// What somebody wrote down once is what somebody plans by.
  private static func dates(
    _ entry: DirectoryEntry, _ evidence: Evidence, _ observation: CredentialObservation
  ) -> [Finding] {
    guard let written = observation.planned.credential.expires, entry.kind != .federated else {
      return []
    }
    if let end = entry.end, end.isSameDay(as: written) { return [] }
    var evidence = evidence
    evidence.add("inventory_end", written.rfc3339)
    return [
      .found(
        .directoryCredential, .warning, "dates-differ",
        "the inventory says that it ends on \(written.utcDay), and the directory "
          + (entry.end.map { "on \($0.utcDay)" } ?? "that it never ends"), evidence: evidence)
    ]
  }
}

extension Evidence {
  /// Since when more secrets are alive than are declared; what was told before holds where that cannot
  /// be told now.
  fileprivate mutating func add(_ live: LiveSecrets?, after past: RotationPast?) {
    guard let live, !live.isInOrder else { return }
    add(RotationPast.Name.several, live.since ?? past?.severalSince)
  }
}
