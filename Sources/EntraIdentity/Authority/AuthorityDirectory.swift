import Foundation
import Synchronization

/// What was proven of one client's authorities, for as long as it holds: who needs an authority that somebody is
/// just asking about waits for the one answer. A failure is told and not kept.
final class AuthorityDirectory: Sendable {
  private struct Entry {
    let resolved: ResolvedAuthority
    let until: Date
  }

  /// Two texts of one authority, say with a slash at the end and without, are one here.
  private struct Key: Hashable {
    let kind: AuthorityKind
    let url: EndpointURL
    let isDeclared: Bool

    init(_ authority: Authority) {
      (kind, url, isDeclared) = (authority.kind, authority.url, authority.isDeclared)
    }
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    /// For each origin of a cloud, one authority that was proven there.
    var proven: [String: Entry] = [:]
    /// The GUID of each domain that was resolved. A domain is the same tenant in all of a cloud.
    var tenantIDs: [String: TenantID] = [:]
  }

  private let resolver: AuthorityResolver
  private let expectations: AuthorityExpectations
  private let time: any TimeSource
  private let state = Mutex(State())
  private let flights = SingleFlight<Key, Result<ResolvedAuthority, UnprovenAuthority>>()

  /// What the service itself says of its documents: `max-age=86400`.
  private static let life: TimeInterval = 86_400
  /// Authorities are few, or derived; the bound keeps a list of made-up tenants from growing.
  private static let capacity = 10_000

  init(
    resolver: AuthorityResolver, expectations: AuthorityExpectations, time: any TimeSource
  ) {
    self.resolver = resolver
    self.expectations = expectations
    self.time = time
  }

  /// The GUID of a tenant, as far as it is known without asking.
  func tenantID(of tenant: TenantID?) -> TenantID? {
    switch tenant {
    case .guid: tenant
    case .domain(let domain): state.withLock { $0.tenantIDs[domain] }
    case nil: nil
    }
  }

  /// Where tokens of an authority are requested.
  /// - Parameter authority: The authority.
  /// - Returns: The proven endpoint; nil where the caller was cancelled.
  func endpoint(of authority: Authority) async -> Result<TokenEndpoint, UnprovenAuthority>? {
    if let known = known(authority) { return .success(known) }
    let outcome = await flights.value(for: Key(authority)) { await self.resolve(authority) }
    return outcome?.map(TokenEndpoint.init)
  }

  private func known(_ authority: Authority) -> TokenEndpoint? {
    let now = time.now
    return state.withLock { state in
      if let entry = state.entries[Key(authority)], entry.until > now {
        return TokenEndpoint(entry.resolved)
      }
      // Where only some issuers are trusted, each tenant's own document has to name one of them.
      guard expectations.trustedIssuers == nil, expectations.tenantID == nil,
        let sibling = state.proven[authority.url.origin], sibling.until > now
      else { return nil }
      return TokenEndpoint(authority, beside: sibling.resolved)
    }
  }

  private func resolve(
    _ authority: Authority
  ) async -> Result<ResolvedAuthority, UnprovenAuthority> {
    do throws(UnprovenAuthority) {
      let resolved = try await resolver.resolve(authority, expecting: expectations)
      let entry = Entry(resolved: resolved, until: time.now + Self.life)
      state.withLock { state in
        if state.entries.count >= Self.capacity { state = State() }
        state.entries[Key(authority)] = entry
        if authority.kind == .entra, authority.isOnCloudHost {
          state.proven[authority.url.origin] = entry
        }
        if case .domain(let domain)? = authority.tenant {
          state.tenantIDs[domain] = resolved.tenantID
        }
      }
      return .success(resolved)
    } catch {
      return .failure(error)
    }
  }
}
