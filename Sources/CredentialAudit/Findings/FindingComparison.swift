package import Foundation

/// Lays the findings of a live look beside those of the last one.
package struct FindingComparison {
  private let earlier: [EarlierFinding]
  private let start: Date

  /// - Parameters:
  ///   - earlier: The findings of the last live look; none where there was none.
  ///   - start: When the run started.
  package init(with earlier: [EarlierFinding], at start: Date) {
    self.earlier = earlier
    self.start = start
  }

  /// The findings with their past, worst first; what could not be looked at for longer than is borne
  /// has become critical.
  package func judged(_ findings: [Finding], unknownFor: Days) -> [Finding] {
    let aged = findings.map { finding -> (finding: Finding, unknownSince: Date?) in
      guard finding.verdict == .unknown else { return (finding, nil) }
      let since = unknownSince(of: FindingIdentity(of: finding))
      let isAnswered = finding.suppressed != nil
      let isOverdue = start.timeIntervalSince(since) > unknownFor.seconds
      return (
        isOverdue && !isAnswered ? finding.overdue(since: since, limit: unknownFor) : finding, since
      )
    }
    // Of several equal answers each has its own past, in their order.
    var left = earlier
    return aged.map { aged in
      var finding = aged.finding
      let answer = EarlierFinding.Answer(finding)
      let same = left.firstIndex { $0.answer == answer }.map { left.remove(at: $0) }
      // What somebody answered for until yesterday is for nobody's eyes until it is new again.
      let isOpened = same?.isAnswered == true && finding.suppressed == nil
      finding.past = FindingPast(
        since: min(same?.since ?? start, start), isNew: same == nil || isOpened,
        unknownSince: aged.unknownSince)
      return finding
    }.worstFirst()
  }

  /// Since when a question could not be looked at: what stood in the way may be another thing each
  /// night. Where the last look asked in other words (of all resources at once, because the authority
  /// failed before any was named), it counts if it could look at none of what is meant here.
  private func unknownSince(of question: FindingIdentity) -> Date {
    let same = earlier.filter { $0.answer.question == question }.compactMap(\.unknownSince)
    if let first = same.min() { return min(first, start) }
    let related = earlier.filter { $0.answer.question.overlaps(question) }.map(\.unknownSince)
    guard !related.contains(nil), let last = related.compactMap(\.self).max() else { return start }
    return min(last, start)
  }
}
