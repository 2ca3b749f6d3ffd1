/// One endpoint of a document that leads somewhere else.
public struct EndpointViolation: Hashable, Sendable {
  /// The field's name in the document, such as `token_endpoint`.
  public let field: String
  /// The URL as the document has it, cleaned and cut.
  public let url: String
  /// Why it is refused.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Not an https URL.
    case notHTTPS = "not-https"
    /// No URL to which anything may be sent: user info, a fragment, a bad port, odd characters.
    case malformed = "malformed-url"
    /// Another host than the authority's, its cloud's or the trusted ones, or another port.
    case foreignHost = "foreign-host"
    /// The right host, but another tenant than the issuer's.
    case foreignTenant = "foreign-tenant"
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
