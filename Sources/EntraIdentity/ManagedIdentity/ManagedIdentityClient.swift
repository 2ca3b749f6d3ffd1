public import Foundation

/// A program that gets tokens by the identity of the machine or service it runs on: the platform
/// keeps the key, and the program never sees one.
///
/// What is transient is asked again by the platform's own guidance.
public struct ManagedIdentityClient: Sendable {
  private let grant: ManagedIdentityGrant
  private let host: String
  private let time: any TimeSource
  private let retry: RetryPolicy

  /// Makes a client; nothing is asked yet.
  /// - Parameters:
  ///   - identity: Which identity of the machine or service.
  ///   - platform: What it runs on; see
  ///     ``ManagedIdentityPlatform/detect(environment:fileExists:)``.
  ///   - transport: How requests reach the platform.
  ///   - time: The clock that dates responses and waits between attempts.
  ///   - product: Who asks.
  ///   - capabilities: What the caller is capable of, such as `CP1`; of the platforms only Service
  ///     Fabric is told.
  ///   - retry: How often and when is asked again.
  ///   - arcKeys: Where Azure Arc's agent leaves its keys.
  public init(
    _ identity: ManagedIdentityID = .system, on platform: ManagedIdentityPlatform,
    transport: any PlatformTransport = PlatformNetworkTransport(),
    time: any TimeSource = SystemTime(), product: ProductIdentity, capabilities: [String] = [],
    retry: RetryPolicy = .managedIdentity, arcKeys: ArcKeyFolder = .standard
  ) {
    grant = ManagedIdentityGrant(
      identity, on: platform, transport: transport, time: time, product: product,
      capabilities: capabilities, arcKeys: arcKeys)
    host = platform.endpoint.host
    self.time = time
    self.retry = retry
  }

  /// Asks the platform for a token.
  /// - Parameters:
  ///   - resource: What for: the App ID URI or GUID of an API, `https://management.azure.com`. It is
  ///     no scope: `/.default` has no meaning here.
  ///   - rejected: The token that the resource has turned down by a claims challenge. Service Fabric
  ///     is told its SHA-256, so that it does not give the same one again.
  ///   - timeout: The limit of each request, connect to last byte.
  ///   - deadline: When no attempt may start any more.
  /// - Returns: The token.
  /// - Throws: ``IdentityError``, as ``ManagedIdentityGrant`` has it, of the last attempt.
  public func acquireToken(
    for resource: String, replacing rejected: Secret? = nil, timeout: Duration = .seconds(20),
    deadline: Date? = nil
  ) async throws(IdentityError) -> TokenResponse {
    try await retry.run(time: time, deadline: deadline, host: host) {
      _ async throws(IdentityError) in
      try await grant.request(for: resource, replacing: rejected, timeout: timeout)
    }
  }
}
