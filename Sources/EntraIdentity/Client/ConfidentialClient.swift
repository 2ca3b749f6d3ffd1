import Foundation

/// An application that can keep a credential to itself (RFC 6749, section 2.1), and that gets tokens
/// in its own name.
///
/// One client serves every tenant and every scope: it holds one key, proves each authority once a
/// day, and looks into its ``TokenCache`` before it asks. Making one costs nothing and sends
/// nothing. All of it may be used by many tasks at once; a call that is cancelled returns at once.
public final class ConfidentialClient: Sendable {
  private let clientID: ClientID
  private let authority: Authority
  private let cache: TokenCache
  private let time: any TimeSource
  private let directory: AuthorityDirectory
  private let requester: TokenRequester
  private let telemetry: ClientTelemetry
  private let region: RegionSetting
  private let capabilities: ClaimsRequest?
  private let environment: String
  private let warnings: [AcquiredToken.Warning]

  /// Makes a client.
  /// - Parameters:
  ///   - clientID: The application.
  ///   - credential: What it proves itself with.
  ///   - authority: Who issues its tokens, unless a call names another tenant.
  ///   - transport: How requests leave the process; several clients may share one.
  ///   - cache: Where tokens are kept; several clients may share one.
  ///   - settings: How it behaves, where the usual way will not do.
  ///   - time: The clock.
  public init(
    clientID: ClientID, credential: ClientCredential, authority: Authority,
    transport: any HTTPTransport, cache: TokenCache = TokenCache(),
    settings: ClientSettings = ClientSettings(), time: any TimeSource = SystemTime()
  ) {
    self.clientID = clientID
    self.authority = authority
    self.cache = cache
    self.time = time
    var expectations = settings.expectations
    expectations.wantsKeys = false
    directory = AuthorityDirectory(
      resolver: AuthorityResolver(transport: transport, time: time, retry: settings.retry),
      expectations: expectations, time: time)
    telemetry = ClientTelemetry()
    let authenticator = ClientAuthenticator(
      clientID: clientID, credential: credential, time: time, extraClaims: settings.extraClaims,
      reuse: AssertionReuse())
    requester = TokenRequester(
      authenticator: authenticator,
      grant: ClientCredentialsGrant(
        authenticator, transport: transport, time: time, product: settings.product),
      retry: settings.retry, time: time, telemetry: telemetry, memory: ThrottleMemory())
    region = settings.region
    capabilities = ClaimsRequest(capabilities: settings.capabilities)
    environment = authority.environment
    if case .assertion(let assertion) = credential {
      warnings = [.staticAssertion(expires: ForeignAssertion(assertion)?.expires)]
    } else {
      warnings = []
    }
  }

  /// Gets a token: from the cache where there is a good one, else from the service.
  /// - Parameters:
  ///   - scopes: What for, usually one `{resource}/.default`. A cached token that was granted more
  ///     will do. Only AD FS and a generic issuer may be asked without any.
  ///   - tenant: The tenant, where it is not the client's own.
  ///   - claims: What a resource challenged the caller with; then no cached token will do.
  ///   - options: How it is asked for, where the usual way will not do.
  /// - Returns: The token.
  /// - Throws: ``TokenError``.
  public func acquireToken(
    for scopes: [Scope], tenant: TenantID? = nil, claims: ClaimsRequest? = nil,
    options: AcquisitionOptions = AcquisitionOptions()
  ) async throws(TokenError) -> AcquiredToken {
    let query = try query(scopes, tenant: tenant, challenge: claims, options: options)
    var token = try await cache.token(
      for: query, client: ObjectIdentifier(self), freshness: options.freshness, time: time
    ) { () throws(TokenError) in
      try fetch(query, scopes, tenant: tenant, claims: claims, options: options)
    }
    if token.source != .network { telemetry.countHit() }
    token.warnings = warnings
    return token
  }

  /// Removes this application's tokens from the cache and its store: all of them in the client's
  /// cloud, or one tenant's. Tokens that were handed out stay good until they end.
  /// - Parameter tenant: The tenant; nil for every tenant.
  public func removeTokens(tenant: TenantID? = nil) async {
    var realms: Set<String?> = [nil]
    if let tenant {
      // Where the host is one tenant's own, another tenant has nothing here.
      guard let authority = try? authority.of(tenant) else { return }
      // A domain's tokens are kept by its GUID where that is known, and else by the domain.
      realms = [
        authority.realm(tenantID: nil),
        authority.realm(tenantID: directory.tenantID(of: authority.tenant)),
      ]
    }
    for realm in realms {
      await cache.remove(environment: environment, clientID: clientID.value, realm: realm)
    }
  }

  private func query(
    _ scopes: [Scope], tenant: TenantID?, challenge: ClaimsRequest?, options: AcquisitionOptions
  ) throws(TokenError) -> TokenQuery {
    do {
      try GrantParameters(scopes: scopes).check(for: authority.kind)
    } catch {
      throw TokenError(error)
    }
    let realm: String
    if let tenant, authority.kind == .entra {
      realm = (directory.tenantID(of: tenant) ?? tenant).description
    } else {
      realm = try self.authority(of: tenant).realm(
        tenantID: directory.tenantID(of: authority.tenant))
    }
    var extended: String?
    if options.fmiPath != nil || options.clientClaims != nil {
      extended = ExtendedCacheKey.hash(of: [
        "fmi_path": options.fmiPath ?? "", "client_claims": options.clientClaims?.text ?? "",
      ])
    }
    let partition = TokenPartition(
      environment: environment, clientID: clientID.value, realm: realm, extendedKey: extended)
    let sorted = scopes.count > 1 ? Set(scopes.map(\.value)).sorted() : scopes.map(\.value)
    return TokenQuery(partition: partition, scopes: sorted, challenge: challenge?.text)
  }

  private func authority(of tenant: TenantID?) throws(TokenError) -> Authority {
    guard let tenant else { return authority }
    do {
      return try authority.of(tenant)
    } catch {
      throw TokenError(error)
    }
  }

  /// How a token comes that the cache does not have.
  private func fetch(
    _ query: TokenQuery, _ scopes: [Scope], tenant: TenantID?, claims: ClaimsRequest?,
    options: AcquisitionOptions
  ) throws(TokenError) -> TokenFetch {
    let authority = try authority(of: tenant)
    let asked = [capabilities, claims, options.clientClaims].compactMap(\.self)
    let parameters = GrantParameters(
      scopes: scopes, claims: asked.dropFirst().reduce(asked.first) { $0?.merging($1) ?? $1 },
      fmiPath: options.fmiPath)
    let region = options.region ?? self.region
    let (directory, requester) = (directory, requester)
    @Sendable func endpoint() async -> Result<TokenEndpoint, TokenError> {
      guard let outcome = await directory.endpoint(of: authority) else {
        return .failure(.cancelled(host: authority.host))
      }
      return outcome.mapError { TokenError(.authority($0)) }
    }
    return TokenFetch(
      resolve: {
        await endpoint().map { endpoint in
          var partition = query.partition
          if authority.kind == .entra || authority.kind == .ciam, let tenant = endpoint.tenantID {
            partition.realm = tenant.description
          }
          return partition
        }
      },
      request: { reason in
        switch await endpoint() {
        case .failure(let error): return .failure(error)
        case .success(let endpoint):
          let outcome = await requester.request(
            parameters, at: endpoint.inside(await region.region), reason: reason, options: options)
          return outcome.map {
            TokenRecord($0, requested: scopes.map(\.value), host: authority.host)
          }
        }
      })
  }
}

extension RegionSetting {
  fileprivate var region: Region? {
    get async {
      switch self {
      case .none: nil
      case .named(let region): region
      case .detected(let detector): await detector.region()
      }
    }
  }
}
