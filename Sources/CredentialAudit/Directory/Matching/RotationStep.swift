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

  /// How long two may be alive beside each other while one takes the other's place.
  static let overlap: TimeInterval = 30 * 86_400

  /// Nil for what has no end and is not rotated, where nobody says since when one of several lives,
  /// and where it is not known that the newest is in use or that the others are nobody's.
  /// - Parameters:
  ///   - entry: The one in use.
  ///   - holding: All that the directory has of its application.
  ///   - declared: The entries that other declared credentials are, which are no part of this one's
  ///     rotation; nil where that cannot be told.
  ///   - isTaken: Whether the service took it in this run. Only then is an older one not needed.
  ///   - now: The moment that is judged.
  package init?(
    using entry: DirectoryEntry, in holding: DirectoryHolding, beside declared: Set<UUID>?,
    isTaken: Bool, now: Date
  ) {
    guard entry.kind != .federated else { return nil }
    let others = holding.entries.filter {
      $0.id != entry.id && $0.kind == entry.kind && $0.use == entry.use
        && !$0.hasEnded(by: now) && !(declared?.contains($0.id) ?? false)
    }
    guard !others.isEmpty else {
      self = .one
      return
    }
    guard declared != nil, let start = entry.start else { return nil }
    let starts = others.compactMap(\.start)
    guard starts.count == others.count else { return nil }
    if starts.contains(where: { $0 > start }) {
      self = .newerAdded
    } else if isTaken {
      self = .newerUsed
    } else {
      return nil
    }
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
