/// What is odd about an authority that can be used all the same.
public struct AuthorityRemark: Hashable, Sendable {
  /// What is odd, as a stable word.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// A host that still answers, and should no longer be written.
    case legacyHost = "legacy-host"
    /// Microsoft's pre-production.
    case internalHost = "internal-host"
    /// An endpoint of the v1 protocol.
    case v1Path = "v1-path"
    /// An endpoint's path behind the authority's.
    case endpointTail = "endpoint-tail"
    /// B2C's policy as `?p=`.
    case policyInQuery = "policy-in-query"
    /// A query, which no authority has.
    case query
    /// A slash too many.
    case straySlash = "stray-slash"
    /// A port on a host that serves only 443.
    case port
    /// Blanks or line ends around the URL.
    case whitespace
    /// A host name with encoded letters, which may look like others.
    case punycodeHost = "punycode-host"
  }

  /// What is odd.
  public let code: Code
  /// The part that is meant, cleaned and cut; nil where the whole is.
  public let detail: String?
  /// The URL to write instead, where there is one that needs nobody's knowledge.
  public let suggestion: String?

  init(_ code: Code, detail: String? = nil, suggestion: String? = nil) {
    self.code = code
    self.detail = detail
    self.suggestion = suggestion
  }

  /// What is odd, in one line.
  public var summary: String {
    detail.map { "\(code.advice.summary): \($0)" } ?? code.advice.summary
  }

  /// Why it is worth a change.
  public var cause: String { code.advice.cause }

  /// What to do.
  public var fix: String {
    suggestion.map { "Write \($0) instead." } ?? code.advice.fix
  }
}
