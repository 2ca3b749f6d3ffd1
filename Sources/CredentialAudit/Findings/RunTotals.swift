package import Foundation

/// A run as one point of a trend.
package struct RunTotals: Sendable, Hashable {
  package let id: String
  package let startedAt: Date
  package let summary: RunSummary

  package init(id: String, startedAt: Date, summary: RunSummary) {
    self.id = id
    self.startedAt = startedAt
    self.summary = summary
  }
}
