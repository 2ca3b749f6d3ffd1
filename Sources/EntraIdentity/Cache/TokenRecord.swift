public import Foundation

/// One token as a cache keeps it and a store writes it. It prints no token.
///
/// It never changes, and is a class so that to hand it out is to hand out one reference.
public final class TokenRecord: Sendable {
  /// The access token.
  public let secret: Secret
  /// `token_type`.
  public let tokenType: String
  /// The scopes that were granted, sorted; those that were asked for where the service was silent.
  public let scopes: [String]
  /// The scopes that were asked for, sorted.
  public let requestedScopes: [String]
  /// The host that the caller wrote, which other programs look for.
  public let host: String
  /// When it came.
  public let cachedAt: Date
  /// When it ends.
  public let expiresOn: Date
  /// Until when it may serve where the service is not to be reached.
  public let extendedExpiresOn: Date
  /// When the next one should be fetched.
  public let refreshOn: Date?
  /// The `client-request-id` of the request that fetched it.
  public let correlationID: String?

  /// Makes a record.
  /// - Parameters:
  ///   - secret: The access token.
  ///   - tokenType: `token_type`.
  ///   - scopes: The scopes that were granted.
  ///   - requestedScopes: The scopes that were asked for; nil for the same.
  ///   - host: The host that the caller wrote.
  ///   - cachedAt: When it came.
  ///   - expiresOn: When it ends.
  ///   - extendedExpiresOn: Until when it may serve in an outage; nil for its end.
  ///   - refreshOn: When the next one should be fetched.
  ///   - correlationID: The request that fetched it.
  public init(
    secret: Secret, tokenType: String, scopes: [String], requestedScopes: [String]? = nil,
    host: String, cachedAt: Date, expiresOn: Date, extendedExpiresOn: Date? = nil,
    refreshOn: Date? = nil, correlationID: String? = nil
  ) {
    self.secret = secret
    self.tokenType = tokenType
    self.scopes = Set(scopes).sorted()
    self.requestedScopes = Set(requestedScopes ?? scopes).sorted()
    self.host = host
    self.cachedAt = cachedAt
    self.expiresOn = expiresOn
    self.extendedExpiresOn = extendedExpiresOn ?? expiresOn
    self.refreshOn = refreshOn
    self.correlationID = correlationID
  }

  /// How long a token lasts of which the service says nothing.
  private static let defaultLife: TimeInterval = 600

  /// Makes the record of a response.
  convenience init(_ response: TokenResponse, requested: [String], host: String) {
    let now = response.receivedAt
    let expiresOn = response.expiresAt ?? now + Self.defaultLife
    self.init(
      secret: response.accessToken, tokenType: response.tokenType,
      scopes: response.scopes.isEmpty ? requested : response.scopes, requestedScopes: requested,
      host: host, cachedAt: now, expiresOn: expiresOn,
      extendedExpiresOn: response.extendedExpiresIn.map { now + $0 / .seconds(1) },
      refreshOn: response.refreshIn.map { now + $0 / .seconds(1) },
      correlationID: response.requestID)
  }

  /// A token this close to its end is not handed out: it would end on the way.
  static let skew: TimeInterval = 300

  /// Whether it may be handed out.
  func isUsable(at now: Date) -> Bool { expiresOn.timeIntervalSince(now) >= Self.skew }
}
