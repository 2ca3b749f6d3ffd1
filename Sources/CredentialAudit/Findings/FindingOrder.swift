extension [Finding] {
  /// Worst first; among equals in the order in which the checks are asked, then as they came.
  package func worstFirst() -> [Finding] {
    let ranks = map(\.rank)
    // As whatever was stored comes back.
    if zip(ranks, ranks.dropFirst()).allSatisfy({ $0 <= $1 }) { return self }
    return indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { self[$0] }
  }

  /// Whether no check has more than one of them, as nearly all subjects have it.
  package var areOfDifferentChecks: Bool {
    indices.allSatisfy { place in !self[..<place].contains { $0.check == self[place].check } }
  }
}

extension Finding {
  /// Lower for what comes first: by verdict, then by check.
  fileprivate var rank: Int {
    let order = CheckID.allCases
    return -verdict.severity * order.count + (order.firstIndex(of: check) ?? 0)
  }
}
