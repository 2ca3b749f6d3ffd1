package import Foundation

/// What a policy says of how long credentials of one kind may live.
package struct DirectoryRule: Sendable, Hashable {
  package let kind: DirectoryEntry.Kind
  /// In seconds; nil where it allows any life, as a rule does that is disabled.
  package let longest: Double?
  /// It is for what was created later; nil for all.
  package let createdAfter: Date?

  package init(_ kind: DirectoryEntry.Kind, longest: Double?, createdAfter: Date? = nil) {
    self.kind = kind
    self.longest = longest
    self.createdAfter = createdAfter
  }

  /// Whether it is for what was created then. A rule for later ones is not for what nobody says the
  /// date of.
  func isFor(createdAt date: Date?) -> Bool {
    guard let createdAfter else { return true }
    return date.map { $0 > createdAfter } ?? false
  }
}
