/// What somebody wrote to name who issues tokens: well formed and classified, but not yet proven.
public struct Authority: Hashable, Sendable {
  /// The family.
  public let kind: AuthorityKind
  /// The text as it was written.
  public let written: String
}
