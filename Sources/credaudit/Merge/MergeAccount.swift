import AuditStore
import CredentialAudit
import EntraIdentity
import Foundation

/// What merging did, said.
struct MergeAccount {
  private static let named = 20
  private let outcome: MergeOutcome

  init(_ outcome: MergeOutcome) {
    self.outcome = outcome
  }

  var isEmpty: Bool { outcome.runs.isEmpty }

  /// A run that was put together and lacks something is incomplete, and so is what cannot be put
  /// together.
  var status: ExitStatus {
    let lacks = outcome.runs.contains { run in
      run.parts.map { !run.complete || !$0.repeated.isEmpty } ?? false
    }
    return lacks || !outcome.loose.isEmpty ? .unknown : .clean
  }

  /// For people.
  var table: Rows {
    var rows = Rows(["run", "started", "complete", "parts"])
    for run in outcome.runs {
      rows.add([
        .text(run.id), .text("\(run.startedAt.utcMinute) UTC"), .flag(run.complete),
        Cell(run.parts.map { "\($0.count - $0.missing.count) of \($0.count)" }),
      ])
    }
    return rows
  }

  /// For programs.
  var flat: Rows {
    var rows = Rows([
      "run", "started_at", "complete", "shard_group", "parts", "parts_missing",
      "parts_incomplete",
    ])
    for run in outcome.runs {
      rows.add([
        .text(run.id), Cell(run.startedAt), .flag(run.complete), Cell(run.parts?.group),
        Cell(run.parts?.count), Cell(run.parts.map { Self.list($0.missing) }),
        Cell(run.parts.map { Self.list($0.unfinished) }),
      ])
    }
    return rows
  }

  /// Lines for standard error: what came from where, and what is not whole.
  var statement: String {
    var lines = outcome.files.map { file in
      "\(file.path.cleaned(maximum: 200)): \(file.runs.of("run")), "
        + (file.taken == 0 ? "nothing new" : "\(file.taken) taken")
    }
    for run in outcome.runs {
      if let parts = run.parts { lines += Self.lacks(parts, of: run) }
    }
    if !outcome.loose.isEmpty { lines.append(loose) }
    return lines.map { $0 + "\n" }.joined()
  }

  private var loose: String {
    let shown = outcome.loose.prefix(Self.named)
      .map { "\($0.id.cleaned(maximum: 60)) (\($0.shard.cleaned(maximum: 20)))" }
    let rest = outcome.loose.count - Self.named
    return "parts of no group, each kept as a run of its own: \(shown.joined(separator: ", "))"
      + (rest > 0 ? " and \(rest) more" : "")
      + "; set CREDAUDIT_SHARD_GROUP to one name for all parts of a run, and to another for the next"
  }

  private static func lacks(
    _ parts: MergeOutcome.Parts, of run: MergeOutcome.Run
  ) -> [String] {
    let name = "run \(run.id), group '\(parts.group.cleaned(maximum: 60))'"
    var lines: [String] = []
    if !parts.missing.isEmpty {
      lines.append(
        "\(name), is incomplete: of \(parts.count.of("part")), \(words(parts.missing)) "
          + "\(parts.missing.count == 1 ? "is" : "are") missing")
    }
    if !parts.unfinished.isEmpty {
      lines.append("\(name), is incomplete: \(words(parts.unfinished)) did not look at everything")
    }
    if !parts.haveOneInventory {
      lines.append("\(name), is incomplete: its parts read different inventories")
    }
    if !parts.repeated.isEmpty {
      lines.append(
        "\(name), has parts that ran twice: \(parts.repeated.prefix(named).joined(separator: ", ")) "
          + "kept as runs of their own; give the parts of each run a name that no other run had")
    }
    return lines
  }

  /// `part 3`, `parts 3, 5`.
  private static func words(_ parts: [Int]) -> String {
    let rest = parts.count - named
    return "\(parts.count == 1 ? "part" : "parts") \(list(Array(parts.prefix(named))))"
      + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func list(_ parts: [Int]) -> String {
    parts.map(String.init).joined(separator: ", ")
  }
}
