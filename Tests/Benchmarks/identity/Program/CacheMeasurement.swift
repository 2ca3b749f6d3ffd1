import EntraIdentity
import Foundation

/// What it costs to look for a token among those of many tenants, in one cache.
struct CacheMeasurement {
  private let cache = TokenCache()
  private let client: ConfidentialClient
  private let tenants: [TenantID]
  private let scopes = [Scope.microsoftGraph]

  /// Fills a cache with one token for each tenant.
  init(tenants count: Int) async throws {
    client = try CannedService.client(cache)
    // In no order, so that what is next to each other in memory is not asked for in turn.
    tenants = (0..<count).compactMap { TenantID(CannedService.tenant($0)) }.shuffled()
    for tenant in tenants { _ = try await client.acquireToken(for: scopes, tenant: tenant) }
  }

  /// Seconds for a token that is there.
  func hit() async throws -> Double {
    try await Measurement.secondsPerCall(100_000) { calls in
      for call in 0..<calls {
        let token = try await client.acquireToken(
          for: scopes, tenant: tenants[call % tenants.count])
        precondition(token.source == .cache, "the service was asked")
      }
    }
  }

  /// Seconds to learn that a token is not there, without asking for it.
  func miss() async throws -> Double {
    let queries = tenants.map {
      TokenQuery(
        partition: TokenPartition(
          environment: "login.microsoftonline.com",
          clientID: "8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4", realm: $0.description),
        scopes: ["api://nothing/.default"])
    }
    return await Measurement.secondsPerCall(100_000) { calls in
      for call in 0..<calls {
        let hit = cache.hit(queries[call % queries.count], now: Date())
        precondition(hit == nil, "there is such a token")
      }
    }
  }

  /// Seconds until each of many tenants has its first token.
  static func first(tenants count: Int) async throws -> Double {
    let tenants = (0..<count).compactMap { TenantID(CannedService.tenant($0)) }
    let client = try CannedService.client(TokenCache())
    let clock = ContinuousClock()
    let begun = clock.now
    for tenant in tenants {
      _ = try await client.acquireToken(for: [.microsoftGraph], tenant: tenant)
    }
    return (clock.now - begun) / .seconds(1)
  }
}
