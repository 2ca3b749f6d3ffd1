import EntraIdentity

/// How much of a tenant's directory its inventory has looked at.
package enum WatchedDirectory: Sendable, Hashable {
  /// Every application of the tenant's own.
  case all
  /// The declared ones, by their client ids in lower case.
  case applications(Set<String>)

  /// Whether an application is among it.
  /// - Parameter clientID: In any case.
  /// - Returns: Whether it is looked at.
  package func has(clientID: String) -> Bool {
    switch self {
    case .all: true
    case .applications(let ids): ids.contains(clientID.lowercased())
    }
  }
}

extension Inventory {
  /// What is looked at of each tenant's directory, by the names of the tenants that have one.
  package var watchedDirectories: [String: WatchedDirectory] {
    var watched: [String: WatchedDirectory] = [:]
    for tenant in tenants {
      switch tenant.directory?.watch {
      case nil: continue
      case .all: watched[tenant.name] = .all
      case .inventory:
        watched[tenant.name] = .applications(
          Set(tenant.applications.map { $0.clientID.value.lowercased() }))
      }
    }
    return watched
  }
}
