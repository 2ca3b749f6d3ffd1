import CredentialAudit
import GRDB

extension RunSummary {
  /// Counts the subjects of a run, be it over or not.
  static func counted(run: Int64, _ db: Database) throws -> RunSummary {
    try of(
      """
      SELECT iif(credential_description_id IS NULL, 'authority', 'credential'), verdict, suppressed,
        count(*)
      FROM observation WHERE run_id = ? GROUP BY 1, 2, 3
      """, run: run, db)
  }

  /// What was counted when the run ended.
  static func totals(run: Int64, _ db: Database) throws -> RunSummary {
    try of(
      "SELECT kind, verdict, suppressed, subjects FROM run_total WHERE run_id = ?", run: run, db)
  }

  private static func of(_ sql: String, run: Int64, _ db: Database) throws -> RunSummary {
    var summary = RunSummary()
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [run])
    while let row = try rows.next() {
      let counts: WritableKeyPath<RunSummary, Counts> =
        try row.decode(String.self, atIndex: 0) == "authority" ? \.authorities : \.credentials
      let verdict: Verdict = try StoredText.word(try row.decode(atIndex: 1))
      let place = try row.decode(Bool.self, atIndex: 2) ? \Counts.suppressed : verdict.count
      let number: Int = try row.decode(atIndex: 3)
      summary[keyPath: counts].total += number
      summary[keyPath: counts][keyPath: place] += number
    }
    return summary
  }
}

extension Verdict {
  fileprivate var count: WritableKeyPath<RunSummary.Counts, Int> {
    switch self {
    case .critical: \.critical
    case .unknown: \.unknown
    case .warning: \.warning
    case .pass: \.pass
    case .skipped: \.skipped
    }
  }
}
