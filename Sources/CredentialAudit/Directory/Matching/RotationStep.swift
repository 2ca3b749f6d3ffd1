package import Foundation

/// How far an application is on the way from one credential to the next, as far as its directory and
/// one look tell.
package enum RotationStep: String, Sendable, Hashable, CaseIterable {
  /// There is one of its kind.
  case one
  /// A newer one is there, and the older one is still in use.
  case newerAdded = "newer_added"
  /// The newer one is in use, and the older one is still there.
  case newerUsed = "newer_used"

  /// Nil for what has no end and is not rotated, and where nobody says since when one of several
  /// lives.
  /// - Parameters:
  ///   - entry: The one in use.
  ///   - holding: All that the directory has of its application.
  ///   - now: The moment that is judged.
  package init?(using entry: DirectoryEntry, in holding: DirectoryHolding, now: Date) {
    guard entry.kind != .federated else { return nil }
    let others = holding.entries.filter {
      $0.id != entry.id && $0.kind == entry.kind && !$0.isSigning && !$0.hasEnded(by: now)
    }
    guard !others.isEmpty else {
      self = .one
      return
    }
    guard let start = entry.start else { return nil }
    let starts = others.compactMap(\.start)
    guard starts.count == others.count else { return nil }
    self = starts.contains { $0 > start } ? .newerAdded : .newerUsed
  }

  /// What to do next; nil where there is nothing to do until an end comes nearer.
  package var nextStep: String? {
    switch self {
    case .one: nil
    case .newerAdded: "a newer one is there: hand it to the application"
    case .newerUsed: "the newest is in use: the older one can be removed once nobody else uses it"
    }
  }
}
