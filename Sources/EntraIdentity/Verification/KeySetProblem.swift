/// Why a document is not a key set at all; single keys that cannot be used are no such problem.
public struct KeySetProblem: Error, Hashable, Sendable {
  /// The stable words.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The document is larger than any key set.
    case tooLarge = "key-set-too-large"
    /// There are more keys than any authority has.
    case tooManyKeys = "too-many-keys"
    /// It is not JSON, or nested beyond reason.
    case notJSON = "key-set-not-json"
    /// There is no array `keys` in it (RFC 7517, section 5.1).
    case noKeys = "no-keys-member"
  }

  /// The stable word.
  public let code: Code
  /// One sentence for a person.
  public let detail: String

  /// Makes a problem.
  /// - Parameters:
  ///   - code: The stable word.
  ///   - detail: One sentence for a person.
  public init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }
}
