/// A national or sovereign cloud: which hosts are one and the same there, and what belongs to it.
public struct Cloud: Hashable, Sendable {
  /// The word for it: `public`, `usgov`, `china`, …
  public let id: String
}
