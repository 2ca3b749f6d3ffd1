import Foundation

/// An end that is known against the thresholds.
struct ExpiryJudgement {
  let end: CredentialEnd
  /// Since when it lives; nil where nobody says.
  let begin: Date?
  /// The end of its life as its issuer says it, however early the inventory gives it up.
  let lifeEnd: Date
  let now: Date
  let thresholds: ExpiryThresholds
  /// What it is called in sentences.
  var subject = "it"
  /// What else was seen.
  var seen: Evidence = [:]

  var evidence: Evidence {
    var evidence: Evidence = [
      "expires_at": end.date.rfc3339, "expires_from": end.source.rawValue,
      "days_left": String(end.daysLeft(from: now)),
    ]
    evidence.add("other_end", end.other?.rfc3339)
    return Evidence(evidence.items + seen.items)
  }

  /// The findings of an end that is still to come.
  var findings: [Finding] {
    let days = end.daysLeft(from: now)
    let sentence = "\(subject) ends on \(end.date.utcDay), in \(days.of("day"))"
    var findings: [Finding] = []
    let left = end.date.timeIntervalSince(now)
    if left <= thresholds.warning.seconds || left <= thresholds.critical.seconds {
      findings.append(
        .found(
          .credentialExpiry, left <= thresholds.critical.seconds ? .critical : .warning,
          "expires-soon", sentence, evidence: evidence))
    }
    // A secret alone does not tell when it was made: then what is left of its life is all that is known.
    let life = lifeEnd.timeIntervalSince(begin ?? now)
    if life > thresholds.maxLifetime.seconds {
      var evidence = evidence
      evidence.add("max_lifetime", "\(thresholds.maxLifetime.count)d")
      evidence.add("lifetime", "\(Int(life / 86400))d")
      findings.append(
        .found(
          .credentialExpiry, .warning, "too-long-lived",
          "\(subject) lives longer than \(thresholds.maxLifetime.count) days", evidence: evidence))
    }
    return findings.isEmpty
      ? [.pass(.credentialExpiry, sentence, evidence: evidence)] : findings
  }
}
