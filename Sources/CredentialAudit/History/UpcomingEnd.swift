package import Foundation

/// A credential's end, seen from now.
package struct UpcomingEnd: Sendable, Hashable {
  package let credential: StandingEnd
  package let at: Date
  /// Whole days that are left, rounded down.
  package let daysLeft: Int
  package let week: CalendarWeek

  /// Nil where no end is known.
  init?(_ credential: StandingEnd, now: Date) {
    guard let at = credential.expiresAt else { return nil }
    self.credential = credential
    self.at = at
    daysLeft = at.daysLeft(from: now)
    week = CalendarWeek(at)
  }

  package var hasEnded: Bool { daysLeft < 0 }
}
