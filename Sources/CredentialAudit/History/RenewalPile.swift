/// A week in which clearly more ends than is usual: whoever renews by hand wants to begin earlier.
package struct RenewalPile: Sendable, Hashable {
  /// An owner, or nobody, and how many of the ends are theirs.
  package struct Share: Sendable, Hashable {
    package let owner: String?
    package let count: Int
  }

  /// Fewer ends than these are no pile, however quiet the other weeks are.
  private static let least = 5

  package let week: CalendarWeek
  package let count: Int
  /// The median over the weeks that were looked at.
  package let usual: Int
  /// Who has most of them first.
  package let shares: [Share]

  /// Finds the weeks that have at least five ends and more than twice as many as the median week.
  ///
  /// - Parameters:
  ///   - weeks: Every week that counts for what is usual, those without an end too.
  ///   - ends: What ends in them.
  /// - Returns: The piles, soonest first.
  static func piles(in weeks: [CalendarWeek], of ends: [UpcomingEnd]) -> [RenewalPile] {
    let byWeek = Dictionary(grouping: ends, by: \.week)
    let counts = weeks.map { byWeek[$0]?.count ?? 0 }.sorted()
    guard !counts.isEmpty else { return [] }
    let usual = counts[counts.count / 2]
    return weeks.compactMap { week in
      let ends = byWeek[week] ?? []
      guard ends.count >= least, ends.count > 2 * usual else { return nil }
      return RenewalPile(week: week, count: ends.count, usual: usual, shares: shares(of: ends))
    }
  }

  private static func shares(of ends: [UpcomingEnd]) -> [Share] {
    Dictionary(grouping: ends, by: \.credential.owner).map { Share(owner: $0, count: $1.count) }
      .sorted { ($1.count, $0.owner ?? "") < ($0.count, $1.owner ?? "") }
  }
}
