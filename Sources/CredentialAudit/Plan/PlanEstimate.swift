import EntraIdentity

/// What a plan would ask of whom, without asking: the answer to `audit --plan`.
package struct PlanEstimate: Sendable {
  /// The requests that one host would get.
  package struct Host: Sendable, Hashable {
    package let name: String
    package var documents = 0
    package var tokens = 0
    /// Requests for directories, at the least: how many pages one has is known when it was read.
    package var directories = 0

    /// All of them.
    package var requests: Int { documents + tokens + directories }
  }

  /// By host name.
  package let hosts: [Host]
  /// Authorities that would not be asked: those refused by their URL alone, and those for whose host
  /// nobody may be asked to vouch.
  package let unaskedAuthorities: Int
  /// Tokens of managed identities, which the platform that the run is on would be asked for.
  package let identityTokens: Int

  package init(_ plan: AuditPlan) {
    var hosts: [String: Host] = [:]
    var unasked = 0
    var identityTokens = 0
    for group in plan.groups {
      let reading = group.reading
      guard let authority = reading.authority, reading.problems.isEmpty,
        plan.settings.instanceDiscovery || !authority.asksInstanceDiscovery
      else {
        unasked += group.tenants.count
        continue
      }
      // Discovery and key set; a host that no cloud knows is asked about once more.
      hosts[authority.host, default: Host(name: authority.host)].documents += 2
      if authority.asksInstanceDiscovery {
        let known = authority.vouchingHost
        hosts[known, default: Host(name: known)].documents += 1
      }
      for planned in group.tenants {
        guard let reader = planned.tenant.reader, let graph = authority.cloud?.graphHosts.first
        else { continue }
        hosts[graph, default: Host(name: graph)].directories += planned.tenant.directoryRequests
        switch reader.credential.kind {
        case .managedIdentity: identityTokens += 1
        case .secret, .certificate, .federated:
          hosts[authority.host, default: Host(name: authority.host)].tokens += 1
        }
      }
      for planned in group.tenants.lazy.flatMap(\.credentials) {
        let count = ScopeGroups.of(planned.credential.scopes, at: authority).count
        switch planned.credential.kind {
        case .managedIdentity:
          identityTokens += count
          continue
        case .federated(.managedIdentity): identityTokens += count
        case .secret, .certificate, .federated(.reference): break
        }
        hosts[authority.host, default: Host(name: authority.host)].tokens += count
      }
    }
    self.hosts = hosts.values.sorted { $0.name < $1.name }
    self.unaskedAuthorities = unasked
    self.identityTokens = identityTokens
  }

  /// All requests, without repeats after faults.
  package var requests: Int { hosts.reduce(identityTokens) { $0 + $1.requests } }

  /// About how long it takes at the least: what the rate for the busiest host allows, or what the
  /// window of requests in flight allows at a fifth of a second each.
  package func duration(_ settings: NetworkSettings) -> Duration {
    let busiest = hosts.map(\.requests).max() ?? 0
    let byRate = Double(busiest) / settings.ratePerSecond
    let byWindow = Double(requests) * 0.2 / Double(max(1, settings.concurrency))
    return .seconds(max(byRate, byWindow))
  }
}

extension InventoryTenant {
  /// How many requests its directory takes at the least: of all, a count and a page of each collection;
  /// of the declared applications, their registration, federations and service principal each.
  fileprivate var directoryRequests: Int {
    switch directory?.watch {
    case nil: 0
    case .all: 8
    case .inventory: 2 + 3 * Set(applications.map(\.clientID)).count
    }
  }
}
