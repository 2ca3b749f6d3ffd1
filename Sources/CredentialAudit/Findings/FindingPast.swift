package import Foundation

/// A finding against those of the runs before. Decided when it is recorded and stored with it.
package struct FindingPast: Sendable, Hashable {
  /// The start of the first run of the unbroken series in which this question had this answer.
  package let since: Date
  /// Whether the last run that could be compared did not have it, or somebody still answered for it
  /// there and now nobody does.
  package let isNew: Bool
  /// The start of the first run of the unbroken series in which this could not be looked at; kept
  /// where that has become `critical`.
  package let unknownSince: Date?

  package init(since: Date, isNew: Bool, unknownSince: Date? = nil) {
    self.since = since
    self.isNew = isNew
    self.unknownSince = unknownSince
  }
}
