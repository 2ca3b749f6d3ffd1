import CredentialAudit
import Foundation
import Testing

@Suite struct ExpiryOutlookTests {
  /// A Monday.
  private static let now = Date(timeIntervalSince1970: 1_795_428_000)

  private static func credential(
    _ name: String, days: Double?, owner: String? = nil, kind: String = "secret"
  ) -> StandingEnd {
    StandingEnd(
      subject: .credential(tenant: "contoso", application: "billing", credential: name),
      clientID: "id", kind: kind, owner: owner, runbook: nil,
      expiresAt: days.map { now + $0 * 86_400 }, expiresFrom: "inventory",
      answer: LifeChange.Answer(.pass, "ok"), lookedAt: now)
  }

  private static func outlook(_ credentials: [StandingEnd], within days: Int = 60) -> ExpiryOutlook
  {
    ExpiryOutlook(credentials, now: now, within: Days(days))
  }

  @Test("what has ended comes first, then what ends sooner; what ends later is left out")
  func order() {
    let outlook = Self.outlook([
      Self.credential("late", days: 60.01), Self.credential("last", days: 60),
      Self.credential("b", days: 3), Self.credential("a", days: 3),
      Self.credential("ended", days: -400), Self.credential("today", days: 0.4),
      Self.credential("just ended", days: -0.1),
    ])
    #expect(
      outlook.ends.map { $0.credential.subject.credential }
        == ["ended", "just ended", "today", "a", "b", "last"])
    #expect(outlook.ends.map(\.daysLeft) == [-400, -1, 0, 3, 3, 60])
    #expect(outlook.ends.map(\.hasEnded) == [true, true, false, false, false, false])
  }

  @Test("only what must have an end and tells none is counted as endless")
  func endless() {
    let outlook = Self.outlook(
      ["secret", "certificate", "federated", "managed_identity"].map {
        Self.credential($0, days: nil, kind: $0)
      })
    #expect(outlook.endless == 2)
    #expect(outlook.ends.isEmpty && outlook.piles.isEmpty)
  }

  /// Ends in each of the coming weeks, and the weeks in which they pile up.
  static let weeks: [([Int], [Int])] = [
    ([], []), ([0, 0, 4], []), ([0, 0, 5], [2]), ([5], [0]),
    (Array(repeating: 3, count: 26), []),
    (Array(repeating: 3, count: 25) + [7], []),  // beyond the 60 days
    ([3, 3, 6] + Array(repeating: 3, count: 23), []),
    ([3, 3, 7] + Array(repeating: 3, count: 23), [2]),
    ([9, 3, 20] + Array(repeating: 3, count: 23), [0, 2]),
  ]

  @Test("a week piles up where it has five and more than twice the usual", arguments: weeks)
  func piles(_ counts: [Int], _ expected: [Int]) {
    let credentials = counts.enumerated().flatMap { week, count in
      (0..<count).map { Self.credential("\(week)-\($0)", days: Double(week) * 7 + 1) }
    }
    let outlook = Self.outlook(credentials)
    let first = CalendarWeek(Self.now).start
    #expect(
      outlook.piles.map { Int($0.week.start.timeIntervalSince(first) / 86_400) / 7 } == expected)
  }

  @Test("what has ended piles up nowhere, and owners are named by how much is theirs")
  func shares() throws {
    let ended = (0..<9).map { Self.credential("ended \($0)", days: -2) }
    let owners: [String?] = ["jo", nil, "mia", "mia", nil, "mia", "ada"]
    let coming = owners.enumerated().map { Self.credential("\($0)", days: 8, owner: $1) }
    let outlook = Self.outlook(ended + coming)
    let pile = try #require(outlook.piles.first)
    #expect(outlook.piles.count == 1 && pile.count == 7 && pile.usual == 0)
    #expect(pile.shares.map(\.owner) == ["mia", nil, "ada", "jo"])
    #expect(pile.shares.map(\.count) == [3, 2, 1, 1])
  }
}
