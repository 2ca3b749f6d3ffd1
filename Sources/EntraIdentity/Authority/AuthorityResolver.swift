public import Foundation

/// Proves authorities: asks for an authority's document and believes none of it before the rules.
///
/// The order is fixed, and each step leads only where the ones before it allow: the instance, the
/// document, its issuer, its endpoints, its cloud and tenant, then the keys.
public struct AuthorityResolver: Sendable {
  private let transport: any HTTPTransport
  private let time: any TimeSource
  private let retry: RetryPolicy
  private let deadline: Date?
  private let keySets: ReadKeySets
  /// A document is some 2 KiB, a key set some 20.
  static let maximumDocumentBytes = 1 << 18
  static let maximumKeySetBytes = 1 << 20

  /// Makes a resolver.
  /// - Parameters:
  ///   - transport: How requests leave.
  ///   - time: The clock.
  ///   - retry: When a document is asked for again.
  ///   - deadline: When nothing may be asked for any more.
  public init(
    transport: any HTTPTransport, time: any TimeSource = SystemTime(),
    retry: RetryPolicy = RetryPolicy(), deadline: Date? = nil
  ) {
    self.init(
      transport: transport, time: time, retry: retry, deadline: deadline, keySets: ReadKeySets())
  }

  /// Makes a resolver that shares what it reads with others.
  /// - Parameters:
  ///   - transport: How requests leave.
  ///   - time: The clock.
  ///   - retry: When a document is asked for again.
  ///   - deadline: When nothing may be asked for any more.
  ///   - keySets: The key sets that were read already.
  package init(
    transport: any HTTPTransport, time: any TimeSource, retry: RetryPolicy, deadline: Date?,
    keySets: ReadKeySets
  ) {
    self.transport = transport
    self.time = time
    self.retry = retry
    self.deadline = deadline
    self.keySets = keySets
  }

  /// Looks at everything about an authority, and goes on as far as it safely can.
  /// - Parameters:
  ///   - authority: The authority.
  ///   - expectations: What is asked of it beyond its text.
  /// - Returns: Each part's outcome, with the proof where all was in order.
  public func examine(
    _ authority: Authority, expecting expectations: AuthorityExpectations = .init()
  ) async -> AuthorityExamination {
    let fetch = fetch(timeout: expectations.timeout)
    let instance = await instance(of: authority, expecting: expectations, fetch: fetch)
    let unjudged = TenantJudgement(expected: expectations.tenantID, found: nil)
    guard instance.allowsDiscovery else {
      return AuthorityExamination(authority: authority, instance: instance, tenant: unjudged)
    }
    let discovery = await Self.configuration(of: authority, fetch: fetch)
    guard let document = discovery.value else {
      return AuthorityExamination(
        authority: authority, instance: instance, discovery: discovery, tenant: unjudged)
    }
    var issuer = IssuerRules.judge(
      issuer: document.issuer, for: authority, aliases: instance.aliases)
    if issuer == .accepted, let trusted = expectations.trustedIssuers,
      let found = document.issuer, !trusted.contains(found)
    {
      issuer = .mismatch(expected: Array(trusted.prefix(2)), found: found.printable())
    }
    var tenantID: TenantID?
    if issuer == .accepted, let text = document.issuer {
      tenantID = IssuerRules.tenantID(issuer: text, of: authority)
    }
    let violations = EndpointRules.violations(
      of: document, for: authority, aliases: instance.aliases,
      trustedHosts: expectations.trustedHosts, tenantID: tenantID)
    let mismatches = CloudRules.mismatches(of: document, with: authority)
    let tenant = TenantJudgement(expected: expectations.tenantID, found: tenantID)
    // A document with another's issuer leads nowhere, not even to keys.
    var keys: Observed<KeySet> = .notAsked
    if expectations.wantsKeys, issuer == .accepted,
      !violations.contains(where: { $0.field == "jwks_uri" }),
      let url = document.jwksURI.flatMap({ try? EndpointURL($0) })
    {
      keys = await keySet(at: url, fetch: fetch)
    }
    var resolved: ResolvedAuthority?
    if issuer == .accepted, violations.isEmpty, mismatches.isEmpty, !tenant.isMismatch,
      let text = document.issuer
    {
      resolved = try? ResolvedAuthority(
        authority: authority, configuration: document, issuer: text, tenantID: tenantID,
        keys: keys.value)
    }
    return AuthorityExamination(
      authority: authority, instance: instance, discovery: discovery, issuer: issuer,
      endpointViolations: violations, cloudMismatches: mismatches, tenantID: tenantID,
      tenant: tenant, keys: keys, resolved: resolved)
  }

  /// Proves an authority.
  /// - Parameters:
  ///   - authority: The authority.
  ///   - expectations: What is asked of it beyond its text.
  /// - Returns: The proof.
  /// - Throws: ``UnprovenAuthority``, with all that was seen.
  public func resolve(
    _ authority: Authority, expecting expectations: AuthorityExpectations = .init()
  ) async throws(UnprovenAuthority) -> ResolvedAuthority {
    let examination = await examine(authority, expecting: expectations)
    guard let resolved = examination.resolved else { throw UnprovenAuthority(examination) }
    return resolved
  }

  /// Asks for the keys once more, for a token that names a key which the set lacks.
  /// - Parameters:
  ///   - authority: A proven authority.
  ///   - timeout: The attempt's limit.
  /// - Returns: The key set as it is now.
  public func refreshedKeys(
    of authority: ResolvedAuthority, timeout: Duration = .seconds(20)
  ) async -> Observed<KeySet> {
    await keySet(at: authority.jwksURI, fetch: fetch(timeout: timeout))
  }

  private func fetch(timeout: Duration) -> DocumentFetch {
    DocumentFetch(
      transport: transport, time: time, timeout: timeout, retry: retry, deadline: deadline)
  }

  private func instance(
    of authority: Authority, expecting expectations: AuthorityExpectations, fetch: DocumentFetch
  ) async -> InstanceOutcome {
    if let cloud = authority.cloud { return .known(cloud) }
    guard authority.kind == .entra, !authority.isDeclared else { return .declared }
    guard expectations.instanceDiscovery else { return .notAsked }
    return await InstanceDiscovery(fetch: fetch).ask(about: authority)
  }

  private static func configuration(
    of authority: Authority, fetch: DocumentFetch
  ) async -> Observed<OpenIDConfiguration> {
    do {
      let document = try await fetch(authority.discoveryURL, maximumBytes: maximumDocumentBytes)
      let configuration = OpenIDConfiguration(document.object)
      let missing = configuration.missingFields
      return missing.isEmpty
        ? .seen(configuration) : .failed(document.unusable(.missingFields(missing)))
    } catch {
      return .failed(error)
    }
  }

  private func keySet(at url: EndpointURL, fetch: DocumentFetch) async -> Observed<KeySet> {
    do {
      return try await fetch(
        url, maximumBytes: Self.maximumKeySetBytes,
        recalling: { keySets.known($0).map(Observed.seen) },
        reading: { document in
          guard let keys = try? keySets.keySet(json: document.body) else {
            return .failed(document.unusable(.malformedJSON))
          }
          return .seen(keys)
        })
    } catch {
      return .failed(error)
    }
  }
}
