import Foundation

/// A program that gets tokens by the identity of the machine or service it runs on: the platform
/// keeps the key, and the program never sees one.
///
/// It looks into its ``TokenCache`` before it asks; callers at the same time share one request, and a
/// token that lasts two hours or more is renewed half-way, in the background. No failure of that
/// takes away one that is still good. Making a client costs nothing and sends nothing.
public struct ManagedIdentityClient: Sendable {
  private let grant: ManagedIdentityGrant
  private let host: String
  private let partition: TokenPartition
  private let cache: TokenCache
  private let time: any TimeSource
  private let retry: RetryPolicy

  /// Makes a client; nothing is asked yet.
  /// - Parameters:
  ///   - identity: Which identity of the machine or service.
  ///   - platform: What it runs on; see
  ///     ``ManagedIdentityPlatform/detect(environment:fileExists:)``.
  ///   - transport: How requests reach the platform.
  ///   - cache: Where tokens are kept; several clients of one machine may share one, but two machines
  ///     may not, because the system's identity is another on each.
  ///   - product: Who asks.
  ///   - capabilities: What the caller is capable of, such as `CP1`; of the platforms only Service
  ///     Fabric is told.
  ///   - retry: How often and when is asked again.
  ///   - arcKeys: Where Azure Arc's agent leaves its keys.
  ///   - time: The clock.
  public init(
    _ identity: ManagedIdentityID = .system, on platform: ManagedIdentityPlatform,
    transport: any PlatformTransport = PlatformNetworkTransport(),
    cache: TokenCache = TokenCache(), product: ProductIdentity = .library,
    capabilities: [String] = [], retry: RetryPolicy = .managedIdentity,
    arcKeys: ArcKeyFolder = .standard, time: any TimeSource = SystemTime()
  ) {
    grant = ManagedIdentityGrant(
      identity, on: platform, transport: transport, product: product, capabilities: capabilities,
      arcKeys: arcKeys, time: time)
    host = platform.endpoint.host
    partition = TokenPartition(
      environment: "localhost", clientID: identity.value ?? "SYSTEM_ASSIGNED_MANAGED_IDENTITY",
      realm: "managed_identity")
    self.cache = cache
    self.time = time
    self.retry = retry
  }

  /// Gets a token: from the cache where there is a good one, else from the platform.
  /// - Parameters:
  ///   - resource: What for: the App ID URI or GUID of an API, `https://management.azure.com`. It is
  ///     no scope: `/.default` has no meaning here.
  ///   - claims: What a resource challenged the caller with; then no cached token will do. Service
  ///     Fabric is told which token that was, by its SHA-256, so that it does not give the same one
  ///     again.
  ///   - freshness: How new the answer has to be.
  ///   - timeout: The limit of each request, connect to last byte.
  /// - Returns: The token.
  /// - Throws: ``TokenError``. ``IdentityError/platform(_:)`` in it says that the platform could not
  ///   be asked, ``IdentityError/platformRefused(_:)`` that it said no.
  public func acquireToken(
    for resource: String, claims: ClaimsRequest? = nil,
    freshness: AcquisitionOptions.Freshness = .cached, timeout: Duration = .seconds(20)
  ) async throws(TokenError) -> AcquiredToken {
    let kept = TokenQuery(partition: partition, scopes: [resource])
    let wantsAnother = claims != nil || freshness == .forced
    let fetch = TokenFetch(
      resolve: { .success(partition) },
      request: { _ in
        // The caller does not say which token was turned down; it is the one it would have had.
        let rejected = wantsAnother ? cache.hit(kept, now: time.now)?.token.accessToken : nil
        return await request(resource, replacing: rejected, timeout: timeout)
      })
    if claims == nil, freshness == .cached, let hit = cache.hit(kept, now: time.now) {
      if hit.isDue { cache.refresh(kept, time: time, fetch: fetch) }
      return hit.token
    }
    let query = TokenQuery(partition: partition, scopes: [resource], challenge: claims?.text)
    return try await cache.token(for: query, freshness: freshness, time: time, fetch: fetch)
  }

  private func request(
    _ resource: String, replacing rejected: Secret?, timeout: Duration
  ) async -> Result<TokenRecord, TokenError> {
    do throws(IdentityError) {
      let response = try await retry.run(time: time, host: host) {
        _ async throws(IdentityError) in
        try await grant.request(for: resource, replacing: rejected, timeout: timeout)
      }
      return .success(TokenRecord(response, requested: [resource], host: partition.environment))
    } catch {
      return .failure(TokenError(error))
    }
  }

  /// Removes this identity's tokens from the cache and its store. Tokens that were handed out stay
  /// good until they end.
  public func removeTokens() async {
    await cache.remove(
      environment: partition.environment, clientID: partition.clientID, realm: partition.realm)
  }
}
