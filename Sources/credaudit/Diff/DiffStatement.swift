import CredentialAudit
import EntraIdentity

/// What was compared and what was left out: without it an empty list would read as 'all is as it
/// was'.
struct DiffStatement {
  private let comparison: RunComparison

  init(_ comparison: RunComparison) {
    self.comparison = comparison
  }

  /// Lines for standard error.
  var text: String {
    let subjects = comparison.compared.of("subject")
    let changes =
      comparison.differences.isEmpty
      ? "no differences" : comparison.differences.count.of("difference")
    var lines = [
      "compared run \(Self.name(comparison.old)) with run \(Self.name(comparison.new)): "
        + "\(subjects) in both, \(changes)"
    ]
    lines += states
    let omitted = RunComparison.Omission.allCases.compactMap { omission in
      comparison.omitted[omission].map { "\($0) \(Self.words(omission))" }
    }
    if !omitted.isEmpty { lines.append("left out: " + omitted.joined(separator: "; ")) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What is not whole about the two runs.
  private var states: [String] {
    let inventories =
      comparison.old.inventoryPath == comparison.new.inventoryPath
      ? [] : ["they looked at two inventories: what only one of them has is left out"]
    return inventories
      + [("earlier", comparison.old), ("later", comparison.new)].flatMap { which, run in
        var lines: [String] = []
        if let day = run.prunedAt?.utcDay {
          lines.append(
            "the \(which) run was pruned on \(day): only what was a subject's last state is left of it"
          )
        }
        if run.finishedAt == nil {
          lines.append("the \(which) run has no end: only what it reached counts")
        } else if !run.complete {
          lines.append("the \(which) run was cut short: only what it reached counts")
        }
        if run.scope.isFiltered {
          lines.append("the \(which) run looked at a part of the inventory only")
        }
        return lines
      }
  }

  private static func name(_ run: AuditRun) -> String {
    "\(String(run.id.prefix(8)).cleaned()) (\(run.startedAt.utcMinute) UTC)"
  }

  private static func words(_ omission: RunComparison.Omission) -> String {
    switch omission {
    case .skipped: "that one of them skipped"
    case .outsideOld: "that the earlier run was not asked for"
    case .outsideNew: "that the later run was not asked for"
    case .notReachedByOld: "that the earlier run had not reached"
    case .notReachedByNew: "that the later run had not reached"
    case .prunedFromOld: "of which the earlier run keeps nothing"
    case .prunedFromNew: "of which the later run keeps nothing"
    }
  }
}
