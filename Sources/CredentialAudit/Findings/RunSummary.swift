/// How many subjects of each verdict a run has.
package struct RunSummary: Sendable, Hashable {
  /// The counts of one kind of subject.
  package struct Counts: Sendable, Hashable, Codable {
    package var total = 0
    package var pass = 0
    package var warning = 0
    package var critical = 0
    package var unknown = 0
    package var skipped = 0
    package var suppressed = 0

    package init() {}

    /// Counts one subject; it is suppressed where all that is wrong with it is answered for.
    package mutating func count(_ verdict: Verdict, findings: [Finding]) {
      total += 1
      let bad = findings.filter { $0.verdict.severity >= Verdict.warning.severity }
      if !bad.isEmpty, bad.allSatisfy({ $0.suppressed != nil }) {
        suppressed += 1
        return
      }
      switch verdict {
      case .pass: pass += 1
      case .warning: warning += 1
      case .critical: critical += 1
      case .unknown: unknown += 1
      case .skipped: skipped += 1
      }
    }
  }

  package var authorities = Counts()
  package var credentials = Counts()

  package init() {}
}
