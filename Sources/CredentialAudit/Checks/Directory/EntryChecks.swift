import EntraIdentity
import Foundation

extension EntryCheck {
  /// Nobody here holds what only the directory knows: it cannot be read, tried or looked into.
  static let held: [EntryCheck] = [
    CheckID.credentialSource, .credentialAcquisition, .credentialToken,
  ]
  .map { id in
    EntryCheck(id: id) { _ in
      [.skipped(id, "directory-only", "only the directory knows it: nobody here holds it")]
    }
  }

  /// When does it end?
  static let expiry = EntryCheck(id: .credentialExpiry) { observation in
    let entry = observation.entry
    guard entry.kind != .federated else {
      return [
        .skipped(.credentialExpiry, "no-expiry-kind", "a credential of this kind has no end")
      ]
    }
    guard let end = CredentialEnd(inventory: nil, certificate: nil, directory: entry.end) else {
      return [
        .found(
          .credentialExpiry, .warning, "no-end-date",
          "the directory says that the \(observation.words) never ends", evidence: entry.evidence)
      ]
    }
    let judgement = ExpiryJudgement(
      end: end, begin: entry.start, lifeEnd: end.date, now: observation.now,
      thresholds: observation.terms.thresholds, subject: "the \(observation.words)",
      seen: ["key_id": entry.keyID])
    if let start = entry.start, start > observation.now {
      return [
        .skipped(
          .credentialExpiry, "not-begun", "the \(observation.words) begins on \(start.utcDay)",
          evidence: judgement.evidence)
      ]
    }
    guard end.date <= observation.now else { return judgement.findings }
    return [ended(end.date, observation, judgement.evidence)]
  }

  /// For so long an end is an alarm where nobody declared the application: whoever has not missed it
  /// by then does not need it.
  private static let mourned: TimeInterval = 30 * 86_400

  /// An end that another one has taken over is no alarm. Of what somebody declared or what signs now
  /// it is one until something is done; of what nobody knows, none is one for ever.
  private static func ended(
    _ end: Date, _ observation: EntryObservation, _ evidence: Evidence
  ) -> Finding {
    let sentence = "the \(observation.words) ended on \(end.utcDay)"
    guard observation.liveBeside.isEmpty || observation.signsNow else {
      return .skipped(
        .credentialExpiry, "leftover-ended", sentence + ", and another one is alive",
        evidence: evidence)
    }
    let matters = observation.application != nil || observation.signsNow
    guard matters || end + mourned > observation.now else {
      return .found(
        .credentialExpiry, .warning, CodeMeaning.endedLongAgo,
        sentence + ", and none took its place",
        evidence: evidence)
    }
    return .found(
      .credentialExpiry, .critical, "expired", sentence,
      class: RefusalCategory.credentialExpired.rawValue, evidence: evidence)
  }

  /// Is its application there?
  static let application = EntryCheck(id: .directoryApplication) { observation in
    let holding = observation.holding
    var evidence = holding.evidence
    evidence.add("client_id", observation.clientID.text)
    let disabled = holding.disabled(isUsed: true)
    if let first = disabled.first {
      return [.skipped(.directoryApplication, first.code, first.summary, evidence: evidence)]
    }
    let name = holding.displayNames.first.map { "'\($0)'" } ?? "an application without a name"
    return [.pass(.directoryApplication, "the directory has \(name)", evidence: evidence)]
  }

  /// What is it beside those that are declared?
  static let credential = EntryCheck(id: .directoryCredential) { observation in
    let entry = observation.entry
    var evidence = entry.evidence
    evidence.add("issuer_answer", observation.issuer?.answer)
    let issuer = IssuerDrift(
      evidence: evidence, look: observation.issuer, isTaken: false, isDeclared: false
    ).finding(.directoryCredential)
    guard observation.application != nil else {
      return [
        .skipped(
          .directoryCredential, "not-declared",
          "the inventory does not declare its application", evidence: evidence), issuer,
      ].compactMap(\.self)
    }
    let drift = EntryDrift(
      entry: entry, evidence: evidence, snapshot: observation.directory,
      holding: observation.holding
    ).findings(.directoryCredential)
    if entry.hasEnded(by: observation.now) {
      return [
        .found(
          .directoryCredential, .warning, "leftover-ended",
          "the \(observation.words) has ended and is still there", evidence: evidence)
      ]
    }
    return [place(observation, evidence)] + drift + [issuer].compactMap(\.self)
  }

  private static func place(_ observation: EntryObservation, _ evidence: Evidence) -> Finding {
    let (entry, words) = (observation.entry, observation.words)
    if entry.isSigning {
      return .skipped(
        .directoryCredential, "signs-for-sso", "the \(words) signs for single sign-on",
        evidence: evidence)
    }
    if entry.use == .encryption {
      return .skipped(
        .directoryCredential, "encrypts-tokens", "the \(words) encrypts tokens and is no way in",
        evidence: evidence)
    }
    if observation.mayBeDeclared, entry.use == .proof {
      return .skipped(
        .directoryCredential, "not-told-apart",
        "a declared credential could not be compared with it: the \(words) may be it",
        evidence: evidence)
    }
    let used = observation.declared.contains { $0.kind == entry.kind && $0.use == entry.use }
    let since = observation.newestBeside?.start
    if let start = entry.start, let since, start > since, start.isRecent(at: observation.now) {
      return .skipped(
        .directoryCredential, "newer-beside",
        "the \(words) is newer than the one in use: a rotation has begun", evidence: evidence)
    }
    if let count = observation.takenBeside {
      let isRecent = since?.isRecent(at: observation.now) ?? false
      return older(count, isRecent: isRecent, words, evidence)
    }
    return .found(
      .directoryCredential, .warning, "leftover-live",
      used
        ? "the \(words) is alive beside the one in use"
        : "the \(words) is alive, and none of its kind is declared", evidence: evidence)
  }

  /// What another one took the place of is not needed any more once that has shown that it does.
  private static func older(
    _ count: RotationCount, isRecent: Bool, _ words: String, _ evidence: Evidence
  ) -> Finding {
    let evidence = Evidence(evidence.items + count.evidence)
    if count.isEnough {
      return .found(
        .directoryCredential, .warning, "leftover-live",
        "the \(words) is alive, and the newer one was taken in its place on "
          + "\(RotationCount.enough) days",
        fix: "Remove it, unless somebody else still uses it: it is a way in.", evidence: evidence)
    }
    if isRecent {
      return .skipped(
        .directoryCredential, "older-beside",
        "the \(words) is older than the one in use: a rotation is under way", evidence: evidence)
    }
    return .found(
      .directoryCredential, .warning, "leftover-live",
      "the \(words) is alive beside the one in use", evidence: evidence)
  }
}

extension Date {
  /// Whether what began then may still be taking another one's place.
  fileprivate func isRecent(at now: Date) -> Bool { self + RotationStep.overlap > now }
}
