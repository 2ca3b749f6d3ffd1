/// What is another in one run than in an earlier one.
///
/// A subject that both met is compared as it is when a run is recorded: a rotation wins, then the
/// verdicts' severity decides. The rotations are those that were recorded since the earlier run, be
/// it by runs in between. So for two runs that follow each other every difference is the change that
/// the later one stored. A subject that one of them did not meet is only judged where that run would
/// have met it: over the same inventory, within its filters, with an end, and not pruned.
package struct RunComparison: Sendable, Hashable {
  /// Why a subject is not compared.
  package enum Omission: String, Sendable, Hashable, CaseIterable {
    /// One of the runs did not look at it.
    case skipped
    /// It was not asked for.
    case outsideOld
    case outsideNew
    /// The run was cut short or has no end.
    case notReachedByOld
    case notReachedByNew
    /// It may have been met, and what was said of it is no longer kept.
    case prunedFromOld
    case prunedFromNew
  }

  package let old: AuditRun
  package let new: AuditRun
  /// What gets worse first; among equals the worst verdict, then by name.
  package let differences: [SubjectDifference]
  /// How many subjects both looked at.
  package let compared: Int
  package let omitted: [Omission: Int]

  /// The order in which changes are told.
  package static let order: [Change] = [
    .worse, .firstSeen, .rotated, .recovered, .better, .gone,
  ]

  /// Compares what two runs said. `rotated` is what was recorded as rotated after the earlier run, up
  /// to and in the later one.
  package init(
    of old: AuditRun, _ oldLooks: [SubjectLook], with new: AuditRun, _ newLooks: [SubjectLook],
    rotated: Set<SubjectName>
  ) {
    let before = Dictionary(oldLooks.map { ($0.subject, $0) }) { first, _ in first }
    let after = Dictionary(newLooks.map { ($0.subject, $0) }) { first, _ in first }
    let pair = Pair(
      old: old, new: new, oldCoverage: RunCoverage(of: old, beside: new, newLooks),
      newCoverage: RunCoverage(of: new, beside: old, oldLooks), rotated: rotated)
    var differences: [SubjectDifference] = []
    var omitted: [Omission: Int] = [:]
    var compared = 0
    for subject in Set(before.keys).union(after.keys) {
      switch pair.outcome(before[subject], after[subject]) {
      case .omitted(let omission): omitted[omission, default: 0] += 1
      case .nothing: break
      case .change(let change):
        let (old, new) = (before[subject]?.present, after[subject]?.present)
        if old != nil, new != nil { compared += 1 }
        guard change != .unchanged else { continue }
        differences.append(
          SubjectDifference(subject: subject, change: change, old: old, new: new))
      }
    }
    self.old = old
    self.new = new
    self.differences = differences.sorted { Self.rank($0) < Self.rank($1) }
    self.compared = compared
    self.omitted = omitted
  }

  private static func rank(_ difference: SubjectDifference) -> (Int, Int, SubjectName) {
    let verdict = (difference.new ?? difference.old)?.answer.verdict ?? .skipped
    return (
      order.firstIndex(of: difference.change) ?? order.count, -verdict.severity, difference.subject
    )
  }
}

extension SubjectLook {
  /// The look, where the subject was there.
  fileprivate var present: SubjectLook? { isGone ? nil : self }
}

/// Two runs and what each would have met.
private struct Pair {
  enum Outcome {
    case change(Change)
    case omitted(RunComparison.Omission)
    /// It was in neither.
    case nothing
  }

  let old: AuditRun
  let new: AuditRun
  let oldCoverage: RunCoverage
  let newCoverage: RunCoverage
  let rotated: Set<SubjectName>

  func outcome(_ before: SubjectLook?, _ after: SubjectLook?) -> Outcome {
    switch (before?.present, after?.present) {
    case (nil, nil): .nothing
    case (let old?, let new?): both(old, new)
    case (nil, let new?): before == nil ? onlyNew(new) : .change(.firstSeen)
    case (let old?, nil): after == nil ? onlyOld(old) : .change(.gone)
    }
  }

  private func both(_ before: SubjectLook, _ after: SubjectLook) -> Outcome {
    let (was, now) = (before.answer.verdict, after.answer.verdict)
    if was == .skipped || now == .skipped { return .omitted(.skipped) }
    if rotated.contains(after.subject) { return .change(.rotated) }
    if was == now { return .change(.unchanged) }
    if now.severity > was.severity { return .change(.worse) }
    return .change(now == .pass ? .recovered : .better)
  }

  private func onlyNew(_ look: SubjectLook) -> Outcome {
    if !oldCoverage.includes(look) { return .omitted(.outsideOld) }
    // No run had met it by then, so it matters little what that one reached.
    if look.firstSeenAt > old.startedAt { return .change(.firstSeen) }
    if old.prunedAt != nil { return .omitted(.prunedFromOld) }
    return old.complete ? .change(.firstSeen) : .omitted(.notReachedByOld)
  }

  private func onlyOld(_ look: SubjectLook) -> Outcome {
    if !newCoverage.includes(look) { return .omitted(.outsideNew) }
    if new.prunedAt != nil { return .omitted(.prunedFromNew) }
    return new.complete ? .change(.gone) : .omitted(.notReachedByNew)
  }
}
