import CredentialAudit

/// How many subjects of each verdict a tenant has, or an owner.
struct SubjectTally {
  struct Line {
    let name: String
    let counts: RunSummary.Counts

    /// Of how many somebody has to act.
    var bad: Int { counts.critical + counts.unknown + counts.warning }
  }

  private var counts: [String: RunSummary.Counts] = [:]

  mutating func add(_ name: String, _ verdict: Verdict, _ findings: [Finding]) {
    counts[name, default: RunSummary.Counts()].count(verdict, findings: findings)
  }

  var total: Int { counts.count }

  /// The worst first: by critical ones, then unknown, then warnings; among equals the larger, then
  /// by name.
  func worst(_ limit: Int) -> [Line] {
    let lines = counts.map(Line.init).sorted { one, other in
      let (left, right) = (Self.weight(one.counts), Self.weight(other.counts))
      return left == right
        ? one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
        : right.lexicographicallyPrecedes(left)
    }
    return Array(lines.prefix(limit))
  }

  private static func weight(_ counts: RunSummary.Counts) -> [Int] {
    [counts.critical, counts.unknown, counts.warning, counts.total]
  }
}
