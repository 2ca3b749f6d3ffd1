/// An Azure region, by which Entra's token service can be reached in the region itself (ESTS-R).
///
/// The name becomes a label of the host that the credential is sent to, so that it is the one form
/// that a region has, and nothing else: `evil.example/x` would be a host of somebody else's.
public struct Region: Hashable, Sendable, CustomStringConvertible {
  /// The name, such as `westus2`.
  public let name: String

  /// Reads a region's name.
  /// - Parameter name: A lower-case letter, then lower-case letters, digits and hyphens, 63
  ///   characters at most and no hyphen at the end. Nil comes back for anything else.
  public init?(_ name: String) {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.isHostLabel,
      name.utf8.allSatisfy({ !(0x41...0x5A).contains($0) })
    else { return nil }
    self.name = name
  }

  /// The name.
  public var description: String { name }
}
