/// An application's `client_id` (RFC 6749, section 2.2).
///
/// For Entra it is a GUID; a generic issuer's may be any text.
public struct ClientID: Hashable, Sendable, CustomStringConvertible {
  /// The identifier as registered.
  public let value: String

  /// Makes an identifier.
  /// - Parameter value: The identifier as registered.
  public init(_ value: String) {
    self.value = value
  }

  /// The identifier.
  public var description: String { value }
}
