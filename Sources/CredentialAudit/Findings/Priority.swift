/// What a reader should see first among the subjects of one verdict.
package struct Priority: Sendable, Hashable, Comparable {
  /// What is smaller comes first. Ends come after it, then names.
  package let rank: Int

  /// The order in one sentence, for whoever reads a report in it.
  package static let sentence =
    "Worst verdict first; among equals what nobody answers for, then what is new, then what ends "
    + "sooner, then what may do more with its token, then what is tagged as production."

  package init(of record: CredentialRecord, roles: [String]?) {
    let bad = record.findings.filter { $0.verdict.severity >= Verdict.warning.severity }
    let isAnswered = !bad.isEmpty && bad.allSatisfy { $0.suppressed != nil }
    let isNew = record.change != .unchanged || bad.contains { $0.past?.isNew ?? false }
    rank =
      (isAnswered ? 10_000 : 0) + (isNew ? 0 : 1_000) + Self.nearness(record.daysLeft) * 100
      + (RoleWidth(of: roles ?? []).isWiderLast * 10) + (record.isProduction ? 0 : 1)
  }

  package static func < (lhs: Priority, rhs: Priority) -> Bool { lhs.rank < rhs.rank }

  /// Bands rather than days: of two that end this week, the one that may write everywhere matters
  /// more than the one that ends a day sooner.
  private static func nearness(_ daysLeft: Int?) -> Int {
    switch daysLeft {
    case nil: 6
    case .some(..<0): 0
    case .some(..<7): 1
    case .some(..<30): 2
    case .some(..<90): 3
    case .some(..<365): 4
    case .some: 5
    }
  }
}
