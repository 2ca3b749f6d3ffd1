/// One endpoint of a document that leads somewhere else.
public struct EndpointViolation: Hashable, Sendable {
  /// The field's name in the document, such as `token_endpoint`.
  public let field: String
  /// The URL as the document has it, cleaned and cut.
  public let url: String
  /// Why it is refused.
  public enum Reason: String, Hashable, Sendable {
    /// Not an https URL.
    case notHTTPS = "not-https"
    /// Another host than the authority's, its cloud's or the trusted ones.
    case foreignHost = "foreign-host"
  }
  /// Why it is refused.
  public let reason: Reason

  /// Makes a violation.
  /// - Parameters:
  ///   - field: The field's name in the document.
  ///   - url: The URL as the document has it.
  ///   - reason: Why it is refused.
  public init(field: String, url: String, reason: Reason) {
    self.field = field
    self.url = url
    self.reason = reason
  }
}
