package import Foundation

extension Date {
  /// Whole days that are left until this end, rounded down: minus one on the day after it.
  package func daysLeft(from now: Date) -> Int {
    Int((timeIntervalSince(now) / 86_400).rounded(.down))
  }
}
