/// How a client behaves, where the usual way will not do.
public struct ClientSettings: Sendable {
  /// Who asks.
  public var product: ProductIdentity
  /// What the client is capable of, told with every request: `CP1` for claims challenges.
  public var capabilities: [String]
  /// Further claims for the assertions that the client signs.
  public var extraClaims: ExtraClaims?
  /// Where tokens are asked for.
  public var region: RegionSetting
  /// When a request is sent again within one call. A repeat is safe: it carries an assertion of its
  /// own, and client credentials spend nothing.
  public var retry: RetryPolicy
  /// What is asked of authorities beyond their text: trusted hosts, trusted issuers, whether
  /// unknown hosts may be asked about.
  public var expectations: AuthorityExpectations

  /// Makes settings.
  /// - Parameters:
  ///   - product: Who asks.
  ///   - capabilities: What the client is capable of.
  ///   - extraClaims: Further claims for the assertions that the client signs.
  ///   - region: Where tokens are asked for.
  ///   - retry: When a request is sent again within one call.
  ///   - expectations: What is asked of authorities beyond their text.
  public init(
    product: ProductIdentity = .library, capabilities: [String] = [],
    extraClaims: ExtraClaims? = nil, region: RegionSetting = .none,
    retry: RetryPolicy = .interactive, expectations: AuthorityExpectations = .init()
  ) {
    self.product = product
    self.capabilities = capabilities
    self.extraClaims = extraClaims
    self.region = region
    self.retry = retry
    self.expectations = expectations
  }
}

extension RetryPolicy {
  /// For somebody who waits: three attempts within some seconds, and no long `Retry-After`.
  public static let interactive = RetryPolicy(
    maximumAttempts: 3, firstPause: .milliseconds(500), longestPause: .seconds(4),
    longestRetryAfter: .seconds(4))

  /// One attempt.
  public static let never = RetryPolicy(maximumAttempts: 1)
}
