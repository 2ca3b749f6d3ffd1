import EntraIdentity
import Foundation

/// Reads one tenant's directory, list by list.
struct TenantReading {
  let session: GraphSession
  let tenantID: UUID

  func snapshot(_ scope: DirectoryScope) async throws(DirectoryFailure) -> DirectorySnapshot {
    let wanted: Set<UUID>? =
      switch scope {
      case .all: nil
      case .applications(let ids): Set(ids)
      }
    let applications = try await applications(wanted)
    let principals = try await principals(wanted)
    let deleted = try await deleted(wanted)
    let policy = try await policy()
    return DirectorySnapshot(
      applications: applications, deleted: deleted, principals: principals, policy: policy,
      requests: await session.requests)
  }

  private func applications(
    _ wanted: Set<UUID>?
  ) async throws(DirectoryFailure) -> [DirectoryApplication] {
    var count = try await GraphCount(of: GraphQuery.applications, session: session)
    let reading = FederationReading(session: session)
    let federations = try await reading.all()
    var (found, seen): ([DirectoryApplication], Set<UUID>) = ([], [])
    let list = GraphList(
      session: session, name: GraphQuery.applications,
      queries: GraphQuery.applicationMembers.map {
        "\(GraphQuery.applications)?$select=\($0)&$expand=owners&\(GraphQuery.page)"
      })
    try await list.forEach { fields throws(GraphMalformation) in
      let application = try DirectoryApplication(fields) { federations[$0] }
      // What changes while it is read may come twice.
      guard seen.insert(application.objectID).inserted else { return }
      if wanted?.contains(application.appID) ?? true { found.append(application) }
    }
    try await count.check(seen.count)
    for index in found.indices where found[index].federations == nil {
      let path = "\(GraphQuery.applications)/\(found[index].objectID.uuidString.lowercased())"
      guard let own = try await reading.one(path) else { continue }
      found[index] = found[index].with(federations: own)
    }
    return found
  }

  private func principals(
    _ wanted: Set<UUID>?
  ) async throws(DirectoryFailure) -> [DirectoryPrincipal] {
    var count = try await GraphCount(of: GraphQuery.principals, session: session)
    var (found, seen): ([DirectoryPrincipal], Set<UUID>) = ([], [])
    let list = GraphList(
      session: session, name: GraphQuery.principals,
      queries: [
        "\(GraphQuery.principals)?$select=\(GraphQuery.principalMembers)&\(GraphQuery.page)"
      ])
    try await list.forEach { fields throws(GraphMalformation) in
      let principal = try DirectoryPrincipal(fields)
      guard seen.insert(principal.objectID).inserted else { return }
      let isWanted =
        wanted?.contains(principal.appID) ?? (principal.appOwnerTenantID == tenantID)
      if isWanted { found.append(principal) }
    }
    try await count.check(seen.count)
    return found
  }

  private func deleted(
    _ wanted: Set<UUID>?
  ) async throws(DirectoryFailure) -> [DirectoryApplication] {
    var found: [DirectoryApplication] = []
    let list = GraphList(
      session: session, name: GraphQuery.deleted,
      queries: [
        "directory/deletedItems/microsoft.graph.application"
          + "?$select=\(GraphQuery.deletedMembers)&\(GraphQuery.page)"
      ])
    try await list.forEach { fields throws(GraphMalformation) in
      let application = try DirectoryApplication(deleted: fields)
      if wanted?.contains(application.appID) ?? true { found.append(application) }
    }
    return found
  }

  /// Nil where it may not be read or is not served: an audit goes on without it.
  private func policy() async throws(DirectoryFailure) -> DirectoryPolicy? {
    let place = GraphPlace(collection: GraphQuery.policy)
    let url = try session.url("policies/\(GraphQuery.policy)", at: place)
    let body: [UInt8]
    do throws(DirectoryFailure) {
      body = try await session.get(url, at: place).body
    } catch {
      if case .permissionMissing = error.reason { return nil }
      guard let status = error.refusal?.status, (400..<500).contains(status), status != 429,
        status != 401
      else { throw error }
      return nil
    }
    do throws(GraphMalformation) {
      return try DirectoryPolicy(GraphFields(answer: body))
    } catch {
      throw place.failure(.malformed(error.text))
    }
  }
}
