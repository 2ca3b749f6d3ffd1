package import Foundation

/// What ends when, seen from now.
package struct ExpiryOutlook: Sendable {
  /// What is usual is told from half a year, so that a look at two weeks knows it too.
  private static let usualWeeks = 26

  /// What has ended or ends within the span, soonest first.
  package let ends: [UpcomingEnd]
  /// Weeks within the span in which renewals pile up, soonest first.
  package let piles: [RenewalPile]
  /// How many credentials must have an end and do not tell it.
  package let endless: Int

  package init(_ credentials: [StandingEnd], now: Date, within span: Days) {
    let all = credentials.compactMap { UpcomingEnd($0, now: now) }
    let horizon = now + Double(span.count) * 86_400
    ends = all.filter { $0.at <= horizon }
      .sorted { ($0.at, $0.credential.subject) < ($1.at, $1.credential.subject) }
    var weeks = [CalendarWeek(now)]
    while weeks.count < Self.usualWeeks || weeks[weeks.count - 1].next <= horizon {
      weeks.append(CalendarWeek(weeks[weeks.count - 1].next))
    }
    piles = RenewalPile.piles(in: weeks, of: all.filter { !$0.hasEnded })
      .filter { $0.week.start <= horizon }
    endless = credentials.count {
      $0.expiresAt == nil && ($0.kind == "secret" || $0.kind == "certificate")
    }
  }
}
