public import Foundation

/// How a token is asked for, where the usual way will not do.
public struct AcquisitionOptions: Sendable {
  /// How new the answer has to be.
  public enum Freshness: String, Hashable, Sendable, CaseIterable {
    /// A cached token will do, and a failure that the service would only repeat.
    case cached
    /// Another token than the cached one. Callers at the same time share one request, and the
    /// service is still left alone where it asked for that.
    case forced
    /// The service's answer to a request of this call's own, whatever is remembered.
    case live
  }

  /// How new the answer has to be. With a claims challenge no cached token is used.
  public var freshness: Freshness
  /// `fmi_path`: the federated managed identity that the token is for. Tokens of two paths are kept
  /// apart.
  public var fmiPath: String?
  /// Claims that the client itself asks for. Unlike a challenge they leave the cache in use: tokens
  /// that were asked for with the same text stand for each other, and with no other.
  public var clientClaims: ClaimsRequest?
  /// The region that the request goes to; nil for the client's own setting.
  public var region: RegionSetting?
  /// Sent as `client-request-id`; nil for a new one.
  public var correlationID: UUID?
  /// The limit of each attempt, connect to last byte.
  public var timeout: Duration

  /// Makes options.
  /// - Parameters:
  ///   - freshness: How new the answer has to be.
  ///   - fmiPath: The federated managed identity that the token is for.
  ///   - clientClaims: Claims that the client itself asks for.
  ///   - region: The region that the request goes to; nil for the client's own setting.
  ///   - correlationID: Sent as `client-request-id`; nil for a new one.
  ///   - timeout: The limit of each attempt, connect to last byte.
  public init(
    freshness: Freshness = .cached, fmiPath: String? = nil, clientClaims: ClaimsRequest? = nil,
    region: RegionSetting? = nil, correlationID: UUID? = nil, timeout: Duration = .seconds(20)
  ) {
    self.freshness = freshness
    self.fmiPath = fmiPath
    self.clientClaims = clientClaims
    self.region = region
    self.correlationID = correlationID
    self.timeout = timeout
  }
}
