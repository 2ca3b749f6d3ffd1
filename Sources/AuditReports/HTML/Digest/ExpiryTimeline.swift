import CredentialAudit
import Foundation

/// When credentials end: how many in each week of the twelve months from the run on, by standing,
/// how many before and after, and the soonest by name.
struct ExpiryTimeline {
  /// Counts by standing.
  typealias Counts = [RowStanding: Int]

  /// A calendar week, Monday to Sunday in UTC.
  struct Week {
    let monday: Date
    let counts: Counts
  }

  /// One that ends next.
  struct End {
    let subject: String
    /// Nil where the credential has no row.
    let anchor: String?
    let at: Date
    let daysLeft: Int
    let standing: RowStanding
    let owner: String?
  }

  static let soonestShown = 6
  /// The week of the run, and 52 more.
  static let weeksShown = 53

  private let start: Date
  private let firstWeek: Int
  private var byWeek: [Int: Counts] = [:]
  private(set) var ended: Counts = [:]
  private(set) var later: Counts = [:]
  private(set) var withoutEnd: Counts = [:]
  private(set) var soonest: [End] = []

  init(from start: Date) {
    self.start = start
    firstWeek = Self.week(of: start)
  }

  /// What is gone ends no more.
  mutating func add(_ credential: CredentialRecord, hasRow: Bool) {
    guard credential.change != .gone else { return }
    let standing = RowStanding(credential.verdict, credential.findings)
    guard let end = credential.expiresAt else {
      withoutEnd[standing, default: 0] += 1
      return
    }
    guard end >= start else {
      ended[standing, default: 0] += 1
      return
    }
    let week = Self.week(of: end) - firstWeek
    if week < Self.weeksShown {
      byWeek[week, default: [:]][standing, default: 0] += 1
    } else {
      later[standing, default: 0] += 1
    }
    guard let daysLeft = credential.daysLeft else { return }
    // Equal ends stay in the order in which they were read.
    let place = soonest.firstIndex { $0.at > end } ?? soonest.count
    guard place < Self.soonestShown else { return }
    soonest.insert(
      End(
        subject: credential.heading, anchor: hasRow ? Anchor.of(credential) : nil, at: end,
        daysLeft: daysLeft, standing: standing, owner: credential.owner), at: place)
    if soonest.count > Self.soonestShown { soonest.removeLast() }
  }

  /// Whether no end is known of any credential.
  var isEmpty: Bool { byWeek.isEmpty && ended.isEmpty && later.isEmpty }

  /// Of all weeks together.
  var within: Counts {
    byWeek.values.reduce(into: [:]) { sum, counts in
      sum.merge(counts) { $0 + $1 }
    }
  }

  /// All 53, the empty ones too.
  var weeks: [Week] {
    (0..<Self.weeksShown).map { place in
      Week(monday: Self.monday(of: firstWeek + place), counts: byWeek[place] ?? [:])
    }
  }

  /// Weeks are counted from the one of the first Monday of 1970, the 5th of January.
  private static func week(of date: Date) -> Int {
    let seconds = date.timeIntervalSince1970
    // Certificates and inventories may hold any date; one that no calendar has is after all weeks.
    guard seconds.isFinite, abs(seconds) < 1e12 else { return Int(Int32.max) }
    return Int(((seconds / 86_400 - 4) / 7).rounded(.down))
  }

  private static func monday(of week: Int) -> Date {
    Date(timeIntervalSince1970: Double((week * 7 + 4) * 86_400))
  }
}
