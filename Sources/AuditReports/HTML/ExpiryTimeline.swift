import CredentialAudit
import Foundation

/// When credentials end: how many in each month from the run's on, by verdict, and the soonest by
/// name.
struct ExpiryTimeline {
  /// One that ends soon.
  struct End {
    let subject: String
    let anchor: String
    let at: Date
    let daysLeft: Int
    let verdict: Verdict
  }

  /// A column of the drawing.
  struct Column {
    /// `ended`, `Nov`, `later`.
    let label: String
    /// A month's year.
    let year: String?
    /// Whether the year begins here, or the drawing.
    let showsYear: Bool
    /// By verdict, worst first, without zeros.
    let parts: [(verdict: Verdict, count: Int)]
    var total: Int { parts.reduce(0) { $0 + $1.count } }
  }

  static let soonestShown = 6
  /// Two years at most: what ends after that is nobody's work today.
  private static let longest = 24
  private static let shortest = 12

  private let start: Date
  /// By place: -1 for ended, `longest` for later.
  private var counts: [Int: [Verdict: Int]] = [:]
  private(set) var soonest: [End] = []
  private(set) var withoutEnd = 0

  init(from start: Date) {
    self.start = start
  }

  mutating func add(_ credential: CredentialRecord) {
    guard let end = credential.expiresAt else {
      withoutEnd += 1
      return
    }
    let place = end < start ? -1 : min(months(from: start, to: end), Self.longest)
    counts[place, default: [:]][credential.verdict, default: 0] += 1
    guard let daysLeft = credential.daysLeft, end >= start else { return }
    let entry = End(
      subject: credential.subject, anchor: Anchor.of(credential), at: end, daysLeft: daysLeft,
      verdict: credential.verdict)
    // Equal ends stay in the order in which they were read.
    let index = soonest.firstIndex { $0.at > end } ?? soonest.count
    soonest.insert(entry, at: index)
    if soonest.count > Self.soonestShown { soonest.removeLast() }
  }

  var isEmpty: Bool { counts.isEmpty }

  /// What has ended, a year or, where something ends after it, up to two, and what is later.
  var columns: [Column] {
    let last = counts.keys.filter { $0 < Self.longest }.max() ?? 0
    let shown = min(max(last + 1, Self.shortest), Self.longest)
    var columns = [column(-1, label: "ended")]
    let first = UTCMoment(start)
    for place in 0..<shown {
      let month = (first.month - 1 + place) % 12 + 1
      let year = first.year + (first.month - 1 + place) / 12
      columns.append(
        column(
          place, label: Wording.month(month), year: String(year),
          showsYear: place == 0 || month == 1))
    }
    columns.append(column(Self.longest, label: "later"))
    return columns
  }

  private func column(
    _ place: Int, label: String, year: String? = nil, showsYear: Bool = false
  ) -> Column {
    let found = counts[place] ?? [:]
    let worstFirst = Verdict.allCases.sorted { $0.severity > $1.severity }
    return Column(
      label: label, year: year, showsYear: showsYear,
      parts: worstFirst.compactMap { verdict in found[verdict].map { (verdict, $0) } })
  }

  private func months(from start: Date, to end: Date) -> Int {
    let (first, last) = (UTCMoment(start), UTCMoment(end))
    return (last.year - first.year) * 12 + last.month - first.month
  }
}
