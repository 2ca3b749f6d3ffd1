/// One scope (RFC 6749, section 3.3), for client credentials `{resource}/.default`.
public struct Scope: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The scope as it is sent.
  public let value: String

  /// Makes a scope.
  /// - Parameter value: One scope token: printable ASCII without blank, quote or backslash.
  public init?(_ value: String) {
    guard !value.isEmpty,
      value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C })
    else { return nil }
    self.value = value
  }

  private init(known value: String) {
    self.value = value
  }

  /// All that an administrator granted the application in Microsoft Graph, in the worldwide cloud.
  /// Other clouds have a Graph of their own: see ``Cloud/defaultScope``.
  public static let microsoftGraph = Scope(known: "https://graph.microsoft.com/.default")

  /// What stands before the last `/.default`: the resource, or nil for a scope of another form.
  public var resource: String? {
    value.hasSuffix("/.default") ? String(value.dropLast("/.default".count)) : nil
  }

  /// The scope.
  public var description: String { value }

  /// Orders by text, as requests sort their scopes.
  /// - Parameters:
  ///   - lhs: One scope.
  ///   - rhs: Another.
  /// - Returns: Whether `lhs` comes first.
  public static func < (lhs: Scope, rhs: Scope) -> Bool { lhs.value < rhs.value }
}
