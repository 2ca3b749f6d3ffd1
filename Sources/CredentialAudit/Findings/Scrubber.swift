package import EntraIdentity

/// Takes every secret of a tenant out of a finding: what a server says was scrubbed of what it was
/// sent just then, and this is the last gate before the store, for all that it was ever sent.
package struct Scrubber: Sendable {
  private let secrets: SecretScrubber

  package init(_ secrets: [Secret]) {
    self.secrets = SecretScrubber(secrets)
  }

  /// The text without any secret.
  package func scrub(_ text: String) -> String { secrets.scrubbed(text) }

  /// The finding with every text that a server may have had a hand in scrubbed.
  package func scrub(_ finding: Finding) -> Finding {
    // As nearly all are, and making a finding anew takes longer than looking.
    guard !isClean(finding) else { return finding }
    return Finding(
      check: finding.check, verdict: finding.verdict, code: scrub(finding.code),
      class: finding.class, summary: scrub(finding.summary), cause: finding.cause.map(scrub),
      fix: finding.fix.map(scrub),
      evidence: Evidence(
        finding.evidence.items.map { Evidence.Item(name: $0.name, value: scrub($0.value)) }),
      retryable: finding.retryable, suppressed: finding.suppressed)
  }

  private func isClean(_ finding: Finding) -> Bool {
    secrets.isClean(finding.code) && secrets.isClean(finding.summary)
      && finding.cause.map(secrets.isClean) ?? true && finding.fix.map(secrets.isClean) ?? true
      && finding.evidence.items.allSatisfy { secrets.isClean($0.value) }
  }
}
