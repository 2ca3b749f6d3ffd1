import AuditStore
import CredentialAudit
import EntraIdentity

/// The two runs that are to be compared.
struct DiffPair {
  let store: AuditStore

  /// The earlier and the later run. Each is named by its id, the id's beginning or a day; without the
  /// first it is the last but one, without the second the newest.
  func runs(_ old: String?, _ new: String?) throws -> (old: AuditRun, new: AuditRun) {
    guard let old else { return try lastTwo() }
    let earlier = try named(old)
    let later = try new.map(named) ?? newest(like: earlier)
    guard earlier.id != later.id else {
      throw UsageProblem(
        new == nil
          ? "'\(old.cleaned(maximum: 60))' is the newest run itself"
          : "both words name run \(earlier.id)",
        hint: new == nil ? "name an earlier one" : "name two runs")
    }
    // By the order of time and not of words: 'worse' would otherwise read as 'better'.
    guard earlier.startedAt <= later.startedAt else {
      throw UsageProblem(
        "the first run started after the second one",
        hint: "credaudit diff \(new.map { $0 + " " } ?? "")\(old)".cleaned(maximum: 200))
    }
    return (earlier, later)
  }

  /// The newest, and the one before it over the same inventory: what another one has is not missing
  /// from this one.
  private func lastTwo() throws -> (AuditRun, AuditRun) {
    let newest = try store.liveRuns(limit: 1).first
    let runs = try newest.map { try store.liveRuns(over: $0.inventoryPath, limit: 2) } ?? []
    guard runs.count == 2 else {
      let place = newest.map { " over '\($0.inventoryPath.cleaned(maximum: 200))'" } ?? ""
      throw UsageProblem(
        "the database has \(runs.isEmpty ? "no run" : "one run only") that asked the network\(place)",
        hint: "two are needed; offline runs compare nothing")
    }
    return (runs[1], runs[0])
  }

  private func newest(like run: AuditRun) throws -> AuditRun {
    try store.liveRuns(over: run.inventoryPath, limit: 1).first ?? run
  }

  private func named(_ text: String) throws -> AuditRun {
    let choice = RunChoice(store: store, takesDays: true)
    guard text.isDayLike else {
      let run = try choice.run(text, for: "run")
      guard !run.offline else {
        throw UsageProblem(
          "run \(run.id) was offline: it asked nothing, so there is nothing to compare",
          hint: "name a run that asked the network")
      }
      return run
    }
    let end = try choice.endOfDay(text, for: "day")
    guard let run = try store.liveRuns(startedBefore: end, limit: 1).first else {
      throw UsageProblem(
        "no run that asked the network had started by \(text)", hint: "name a later day")
    }
    return run
  }
}

extension String {
  /// Whether it has a day's form and none of an id's.
  fileprivate var isDayLike: Bool {
    split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [4, 2, 2]
  }
}
