public import Crypto
public import Foundation

/// A value that must never be printed: a client secret, a passphrase, an assertion or a token.
///
/// Every printable form (`description`, `debugDescription`, `dump`, a mirror) says only
/// `<redacted>`, and the type is neither `Encodable` nor `Hashable` by value. The one way to the
/// characters is ``withValue(_:)``, so that each place that reads a secret can be found by name.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  private let value: String

  /// Wraps a value.
  /// - Parameter value: The characters, exactly as they are to be sent.
  public init(_ value: String) {
    self.value = value
  }

  /// Lends the characters to `body`. They must not be stored, logged or put into an error there.
  /// - Parameter body: What needs the characters.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  public func withValue<Result, Failure: Error>(
    _ body: (String) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(value)
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { value.isEmpty }

  /// A keyed digest, by which two secrets can be compared without keeping either.
  /// - Parameter key: A key that lives no longer than the comparison is needed, so that a digest
  ///   that leaks cannot be searched for offline.
  /// - Returns: HMAC-SHA-256 of the characters' UTF-8 form.
  public func digest(key: SymmetricKey) -> Data {
    Data(HMAC<SHA256>.authenticationCode(for: Data(value.utf8), using: key))
  }

  /// Always `<redacted>`.
  public var description: String { "<redacted>" }

  /// Always `<redacted>`.
  public var debugDescription: String { "<redacted>" }

  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
