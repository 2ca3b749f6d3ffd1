import AuditStore
import CredentialAudit
import Foundation

/// What pruning did, said.
struct PruneAccount {
  private let outcome: PruneOutcome
  private let end: Date

  init(_ outcome: PruneOutcome, before end: Date) {
    self.outcome = outcome
    self.end = end
  }

  /// For people.
  var text: String {
    let before = "that had started before \(end.rfc3339)"
    guard !outcome.isNothing else {
      return "nothing to drop: no run \(before) has more than subjects' last states\n"
    }
    let lines = [
      "of runs \(before), \(outcome.deletedRuns.of("is", "are")) gone, \(outcome.prunedRuns) "
        + "\(outcome.prunedRuns == 1 ? "keeps" : "keep") subjects' last states",
      "dropped \(outcome.observations.of("observation")), \(outcome.findings.of("finding")) and "
        + "\(outcome.orphans.of("text")) that nothing names any more; every verdict change is kept",
      "the database was \(Self.size(outcome.bytesBefore)) and is \(Self.size(outcome.bytesAfter))"
        + (compaction.map { ": \($0)" } ?? ""),
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  /// For programs: one row.
  var rows: Rows {
    var rows = Rows([
      "before", "runs_deleted", "runs_pruned", "observations", "findings", "texts", "compaction",
      "bytes_before", "bytes_after",
    ])
    rows.add([
      Cell(end), .number(outcome.deletedRuns), .number(outcome.prunedRuns),
      .number(outcome.observations), .number(outcome.findings), .number(outcome.orphans),
      .text(outcome.compaction.rawValue), .number(outcome.bytesBefore),
      .number(outcome.bytesAfter),
    ])
    return rows
  }

  private var compaction: String? {
    switch outcome.compaction {
    case .done, .notNeeded: nil
    case .notWorthIt: "little became free, and the next runs use it"
    case .noRoom: "the disk has no room to write it anew, so the next runs use what became free"
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 10_485_760 ? "\(bytes / 1024) KiB" : "\(bytes / 1_048_576) MiB"
  }
}
