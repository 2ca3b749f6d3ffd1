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
    return judge(end, observation)
  }

  private static func withoutEnd(_ observation: CredentialObservation) -> Finding {
    if case .certificate = observation.planned.credential.kind {
      return .skipped(.credentialExpiry, "depends-on-source", "the certificate was not read")
    }
    return .found(
      .credentialExpiry, .warning, "no-end-known", "nobody knows when the secret ends")
  }

  private static func judge(
    _ end: CredentialEnd, _ observation: CredentialObservation
  ) -> [Finding] {
    let now = observation.now
    let thresholds = observation.planned.credential.thresholds
    let days = end.daysLeft(from: now)
    var evidence: Evidence = [
      "expires_at": end.date.rfc3339, "expires_from": end.source.rawValue,
      "days_left": String(days),
    ]
    if let other = end.other { evidence.add("other_end", other.rfc3339) }
    if end.date <= now {
      if end.isOnlyInventory(now: now), observation.hasToken {
        return [
          .found(
            .credentialExpiry, .warning, "inventory-date-stale",
            "the inventory says it ended on \(end.date.utcDay), and it still works",
            evidence: evidence
          )
        ]
      }
      return [
        .found(
          .credentialExpiry, .critical, "expired", "it ended on \(end.date.utcDay)",
          class: RefusalCategory.credentialExpired.rawValue, evidence: evidence)
      ]
    }
    var findings: [Finding] = []
    let left = end.date.timeIntervalSince(now)
    if left <= thresholds.warning.seconds || left <= thresholds.critical.seconds {
      findings.append(
        .found(
          .credentialExpiry, left <= thresholds.critical.seconds ? .critical : .warning,
          "expires-soon", "it ends on \(end.date.utcDay), in \(days.of("day"))", evidence: evidence)
      )
    }
    // A secret does not tell when it was made: what is left of its life is all that is known.
    let begin = observation.certificate?.notBefore ?? now
    let life = (observation.certificate?.notAfter ?? end.date).timeIntervalSince(begin)
    if life > thresholds.maxLifetime.seconds {
      var evidence = evidence
      evidence.add("max_lifetime", "\(thresholds.maxLifetime.count)d")
      evidence.add("lifetime", "\(Int(life / 86400))d")
      findings.append(
        .found(
          .credentialExpiry, .warning, "too-long-lived",
          "it lives longer than \(thresholds.maxLifetime.count) days", evidence: evidence))
    }
    guard findings.isEmpty else { return findings }
    return [
      .pass(
        .credentialExpiry, "it ends on \(end.date.utcDay), in \(days.of("day"))", evidence: evidence
      )
    ]
  }
}
