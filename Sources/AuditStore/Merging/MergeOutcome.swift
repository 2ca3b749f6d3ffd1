package import Foundation

/// What merging did.
package struct MergeOutcome: Sendable, Hashable {
  /// What was taken from one of the files.
  package struct File: Sendable, Hashable {
    /// As the user named it.
    package let path: String
    /// How many runs it has.
    package let runs: Int
    /// How many of them, or of their parts, were taken from it; the others the database had, or
    /// another file had as much of them.
    package let taken: Int
  }

  /// A run that came into the database, or of which more came.
  package struct Run: Sendable, Hashable {
    package let id: String
    package let startedAt: Date
    package let complete: Bool
    /// What it was put together from; nil where it was not.
    package let parts: Parts?
  }

  /// The parts of a run.
  package struct Parts: Sendable, Hashable {
    package let group: String
    package let count: Int
    /// Which are missing, from 1.
    package let missing: [Int]
    /// Which are there and did not look at everything.
    package let unfinished: [Int]
    /// Whether all that are there read the same inventory.
    package let haveOneInventory: Bool
    /// Further attempts at a part that looked at everything too; each is kept as a run of its own.
    package let repeated: [String]
  }

  /// A run over a part of the tenants that nobody named a group for.
  package struct Loose: Sendable, Hashable {
    package let id: String
    /// `I/N`.
    package let shard: String
  }

  /// In the order in which they were given, each once.
  package var files: [File] = []
  /// In the order in which they started. Runs that were there already as they are now are not among
  /// them, except the newest that a file has a part of.
  package var runs: [Run] = []
  /// Parts that cannot be put together, kept as runs of their own.
  package var loose: [Loose] = []
}
