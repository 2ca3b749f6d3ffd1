import CredentialAudit

/// What a SARIF file says before its results, gathered in one reading.
struct SARIFDigest {
  /// Code scanning refuses a file with more; credentials come worst first.
  static let resultLimit = 25_000

  /// How many findings have room beside what is said of the run itself.
  private(set) var room: Int
  private var byID: [String: SARIFRule] = [:]
  /// How many results the findings make, shown or not.
  private(set) var results = 0
  /// Whether every result was compared with a run before: all of them say how, or none
  /// (section 3.27.24).
  private(set) var hasBaseline = true

  /// Of a run of which these statements are made, before its subjects are read.
  init(_ statements: [RunStatement], limit: Int = resultLimit) {
    room = limit
    for statement in statements where SARIFRunResult.isResult(statement) {
      let rule = SARIFRule(statement)
      byID[rule.id] = rule
      room -= 1
    }
  }

  /// How many results have no room.
  var omitted: Int { max(0, results - room) }

  /// Of the results that are shown, by their ids.
  var rules: [SARIFRule] { byID.values.sorted { $0.id < $1.id } }

  /// Takes a subject's findings.
  mutating func gather(_ findings: [Finding]) {
    for finding in findings {
      guard let level = SARIFLevel(finding.verdict) else { continue }
      results += 1
      if finding.past == nil { hasBaseline = false }
      guard results <= room else { continue }
      byID[SARIFRule.id(of: finding), default: SARIFRule(finding, level)].include(level)
    }
  }
}
