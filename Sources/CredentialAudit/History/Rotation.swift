package import Foundation

/// What is another on the credential that took another one's place. What either did not know is not
/// told as a difference.
package struct Rotation: Sendable, Hashable {
  /// What it was and what it is.
  package struct Step<Value: Sendable & Hashable>: Sendable, Hashable {
    package let old: Value
    package let new: Value
  }

  package let source: Step<String>?
  /// Upper-case hex.
  package let thumbprintSHA256: Step<String>?
  package let expiresAt: Step<Date>?

  package init(from old: CredentialTraits?, to new: CredentialTraits?) {
    source = Self.step(old?.source, new?.source)
    thumbprintSHA256 = Self.step(old?.thumbprintSHA256, new?.thumbprintSHA256)
    expiresAt = Self.step(old?.expiresAt, new?.expiresAt)
  }

  /// Whether nothing of it can be told any more.
  package var isEmpty: Bool { source == nil && thumbprintSHA256 == nil && expiresAt == nil }

  private static func step<Value>(_ old: Value?, _ new: Value?) -> Step<Value>? {
    guard let old, let new, old != new else { return nil }
    return Step(old: old, new: new)
  }
}
