/// A word that stands where a tenant would, and names none. An application that acts for itself
/// has no user whose home tenant could be meant, so that a token is refused for each of them.
public enum TenantAlias: String, Hashable, Sendable, CaseIterable {
  /// Work, school and personal accounts.
  case common
  /// Work and school accounts.
  case organizations
  /// Personal accounts.
  case consumers

  /// Reads the word.
  /// - Parameter text: A path segment; letter case does not matter.
  public init?(_ text: String) {
    self.init(rawValue: text.lowercased())
  }
}
