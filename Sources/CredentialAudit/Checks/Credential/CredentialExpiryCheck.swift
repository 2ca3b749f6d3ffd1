import EntraIdentity
import Foundation

extension CredentialCheck {
  /// When does it end?
  package static let expiry = CredentialCheck(
    id: .credentialExpiry,
    question: "when does it end, and is it not yet valid, too long-lived or without an end?",
    reference: "RFC 5280, section 4.1.2.5; Microsoft identity platform, credential lifetimes"
  ) { observation in
    switch observation.planned.credential.kind {
    case .federated, .managedIdentity:
      return [
        .skipped(.credentialExpiry, "no-expiry-kind", "a credential of this kind has no end")
      ]
    case .secret, .certificate: break
    }
    let facts = observation.certificate
    if let facts, facts.notBefore > observation.now {
      return [
        .found(
          .credentialExpiry, .critical, "not-yet-valid",
          "the certificate is not valid before \(facts.notBefore.rfc3339)",
          evidence: ["not_before": facts.notBefore.rfc3339, "not_after": facts.notAfter.rfc3339])
      ]
    }
    guard let end = observation.end else { return [withoutEnd(observation)] }
    return withUnread(judge(end, observation), observation)
  }

  /// Where the directory was to be read and was not, nothing else is good news of a secret: it may say
  /// an earlier end. A certificate says its own.
  private static func withUnread(
    _ findings: [Finding], _ observation: CredentialObservation
  ) -> [Finding] {
    guard case .secret = observation.planned.credential.kind,
      let unread = observation.directory?.unread(.credentialExpiry), unread.verdict == .unknown,
      !findings.contains(where: { $0.verdict == .critical })
    else { return findings }
    return findings.filter { $0.verdict != .pass } + [unread]
  }

  private static func withoutEnd(_ observation: CredentialObservation) -> Finding {
    if case .certificate = observation.planned.credential.kind {
      return .skipped(.credentialExpiry, "depends-on-source", "the certificate was not read")
    }
    if case .found(let entry, _) = observation.match {
      return .found(
        .credentialExpiry, .warning, "no-end-date", "the directory says that it never ends",
        evidence: ["key_id": entry.keyID])
    }
    // Where a directory would tell, nobody need write it down: it was not read.
    if let unread = observation.directory?.unread(.credentialExpiry) { return unread }
    return .found(
      .credentialExpiry, .warning, "no-end-known", "nobody knows when the secret ends")
  }

  private static func judge(
    _ end: CredentialEnd, _ observation: CredentialObservation
  ) -> [Finding] {
    let now = observation.now
    // An entry that has begun tells how long the secret lives.
    var start: Date?
    if end.source == .directory, case .found(let entry, _) = observation.match {
      start = entry.start
    }
    let judgement = ExpiryJudgement(
      end: end, begin: observation.certificate?.notBefore ?? start,
      lifeEnd: observation.certificate?.notAfter ?? end.date, now: now,
      thresholds: observation.planned.credential.thresholds)
    if let stale = observation.staleEnd {
      // What somebody else says is judged like any end: a wrong date must not hide a near one.
      return [
        .found(
          .credentialExpiry, .warning, "inventory-date-stale",
          "the inventory says it ended on \(stale.utcDay), and it still works",
          evidence: judgement.evidence)
      ] + (end.date <= now ? [] : judgement.findings.filter { $0.verdict != .pass })
    }
    guard end.date <= now else { return judgement.findings }
    return [
      .found(
        .credentialExpiry, .critical, "expired", "it ended on \(end.date.utcDay)",
        class: RefusalCategory.credentialExpired.rawValue, evidence: judgement.evidence)
    ]
  }
}
