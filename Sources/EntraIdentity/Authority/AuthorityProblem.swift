/// What makes a text unusable as an authority. Nothing is asked of it, and nothing is sent there.
public struct AuthorityProblem: Error, Hashable, Sendable {
  /// What is wrong, as a stable word.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// Not a URL, or with characters that hide one URL in another.
    case malformedURL = "malformed-url"
    /// Longer than any authority is.
    case urlTooLong = "url-too-long"
    /// Another scheme than https.
    case notHTTPS = "not-https"
    /// No host.
    case noHost = "no-host"
    /// A port that is not a number from 1 to 65535.
    case badPort = "bad-port"
    /// User info before the host.
    case userInfo = "user-info"
    /// A fragment.
    case fragment
    /// A host that reads like Microsoft's and is not.
    case lookAlikeHost = "look-alike-host"
    /// One region's token host.
    case regionalHost = "regional-host"
    /// A host of a cloud that was shut down.
    case retiredHost = "retired-host"
    /// `b2clogin.com` or `ciamlogin.com` without a tenant's name before it.
    case noSubdomain = "no-subdomain"
    /// No tenant in the path.
    case noTenant = "no-tenant"
    /// A tenant that is neither a GUID nor a domain.
    case tenantMalformed = "tenant-malformed"
    /// `common`, `organizations` or `consumers`.
    case commonTenant = "common-tenant"
    /// B2C without a policy.
    case noPolicy = "no-policy"
    /// A policy's name with other characters than letters, digits, `_` and `-`.
    case policyMalformed = "policy-malformed"
    /// A path that the family does not have.
    case unknownPath = "unknown-path"
    /// The declared kind is not what the URL shows.
    case kindContradictsURL = "kind-contradicts-url"
  }

  /// What is wrong.
  public let code: Code
  /// The part that is wrong, cleaned and cut; nil where the whole is meant.
  public let detail: String?
  /// The URL to write instead, where there is one that needs nobody's knowledge.
  public let suggestion: String?

  init(_ code: Code, detail: String? = nil, suggestion: String? = nil) {
    self.code = code
    self.detail = detail
    self.suggestion = suggestion
  }

  /// What is wrong, in one line.
  public var summary: String {
    detail.map { "\(code.advice.summary): \($0)" } ?? code.advice.summary
  }

  /// Why that is wrong.
  public var cause: String { code.advice.cause }

  /// What to do.
  public var fix: String {
    suggestion.map { "Write \($0) instead." } ?? code.advice.fix
  }
}
