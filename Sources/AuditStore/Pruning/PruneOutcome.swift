/// What pruning did.
package struct PruneOutcome: Sendable, Hashable {
  /// Whether the file was made smaller, or why not.
  package enum Compaction: String, Sendable, Hashable {
    /// The pages that became free were given back.
    case done
    /// Too few are free to be worth it; the next runs use them.
    case notWorthIt = "not_worth_it"
    /// The disk has no room for the second copy that it takes meanwhile.
    case noRoom = "no_room"
    /// Nothing was dropped.
    case notNeeded = "not_needed"
  }

  /// Runs of which something is left.
  package var prunedRuns = 0
  /// Runs of which nothing was left.
  package var deletedRuns = 0
  package var observations = 0
  package var findings = 0
  /// Texts, descriptions and the like to which nothing pointed any more.
  package var orphans = 0
  package var compaction = Compaction.notNeeded
  /// The size of the database file in bytes, its write-ahead log included.
  package var bytesBefore = 0
  package var bytesAfter = 0

  /// Whether there was nothing to drop.
  package var isNothing: Bool { prunedRuns == 0 && deletedRuns == 0 && orphans == 0 }
}
