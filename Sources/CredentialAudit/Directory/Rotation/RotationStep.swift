package import Foundation

/// How far an application is on the way from one credential to the next. One look tells the first
/// three; the others take a history.
package enum RotationStep: String, Sendable, Hashable, CaseIterable {
  /// There is one of its kind.
  case one
  /// A newer one is there, and the older one is still in use.
  case newerAdded = "newer_added"
  /// The newer one is in use, and the older one is still there.
  case newerUsed = "newer_used"
  /// The newer one was in use for as long as shows that it does.
  case removable
  /// The older one was there when the directory was last read, and is no more. Said once.
  case removed

  /// How long two may be alive beside each other while one takes the other's place.
  static let overlap: TimeInterval = 30 * 86_400

  /// Nil for what has no end and is not rotated, where nobody says since when one of several lives,
  /// where two began at the same moment, and where it is not known that the newest is in use or that
  /// the others are nobody's.
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
    guard entry.isRotated else { return nil }
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
    guard starts.count == others.count, !starts.contains(start) else { return nil }
    if starts.contains(where: { $0 > start }) {
      self = .newerAdded
    } else if isTaken {
      self = .newerUsed
    } else {
      return nil
    }
  }

  /// Says what to do next.
  /// - Parameter older: The older ones as a person finds them; none where they are not known.
  /// - Returns: Nil where there is nothing to do until an end comes nearer.
  package func nextStep(older: [String] = []) -> String? {
    switch self {
    case .one: nil
    case .newerAdded: "hand the newer one to the application"
    case .newerUsed:
      "leave \(Self.named(older)) until the newer one was taken on \(RotationCount.enough) days, and "
        + "find out who else uses it"
    case .removable: "remove \(Self.named(older)), unless somebody else still uses it"
    case .removed: "nothing: the older one is gone, and the rotation is done"
    }
  }

  private static let shown = 3

  private static func named(_ older: [String]) -> String {
    guard !older.isEmpty else { return "the older one" }
    let more = older.count - shown
    return older.prefix(shown).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}

extension DirectoryEntry {
  /// Whether it proves its application and is replaced one day. What signs or encrypts tokens is no way
  /// in, and nobody's successor.
  var isRotated: Bool { kind != .federated && (use == .proof || use == .symmetric) }
}
