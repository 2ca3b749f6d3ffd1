extension [Finding] {
  /// Worst first; among equals in the order in which the checks are asked, then as they came.
  package func worstFirst() -> [Finding] {
    let order = CheckID.allCases
    return enumerated().sorted { one, other in
      let (left, right) = (one.element, other.element)
      if left.verdict != right.verdict { return left.verdict.severity > right.verdict.severity }
      if left.check != right.check {
        return order.firstIndex(of: left.check) ?? 0 < order.firstIndex(of: right.check) ?? 0
      }
      return one.offset < other.offset
    }.map(\.element)
  }
}
