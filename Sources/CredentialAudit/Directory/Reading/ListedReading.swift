import EntraIdentity
import Foundation

/// Reads applications and service principals from the tenant's lists.
struct ListedReading {
  let session: GraphSession
  let tenantID: UUID
  /// The client ids that are looked for; nil for all of the tenant's own.
  let wanted: Set<UUID>?

  func applications(
    _ counted: GraphCount
  ) async throws(DirectoryFailure) -> [DirectoryApplication] {
    let reading = FederationReading(session: session)
    let federations = try await reading.all()
    var (found, seen): ([DirectoryApplication], Set<UUID>) = ([], [])
    var owners: Set<DirectoryOwner> = []
    let list = GraphList(
      session: session, name: GraphQuery.applications,
      queries: GraphQuery.applicationMembers.map {
        "\(GraphQuery.applications)?$select=\($0)&$expand=owners&\(GraphQuery.page)"
      })
    try await list.forEach { fields throws(GraphMalformation) in
      let application = try DirectoryApplication(
        fields, federations: { federations[$0] }, owners: &owners)
      // What changes while it is read may come twice.
      guard seen.insert(application.objectID).inserted else { return }
      if wanted?.contains(application.appID) ?? true { found.append(application) }
    }
    var count = counted
    try await count.check(seen.count)
    return try await withFederations(found, reading)
  }

  func principals(_ counted: GraphCount) async throws(DirectoryFailure) -> [DirectoryPrincipal] {
    var (found, seen): ([DirectoryPrincipal], Set<UUID>) = ([], [])
    let list = GraphList(
      session: session, name: GraphQuery.principals,
      queries: [
        "\(GraphQuery.principals)?$select=\(GraphQuery.principalMembers)&\(GraphQuery.page)"
      ])
    try await list.forEach { fields throws(GraphMalformation) in
      let principal = try DirectoryPrincipal(fields)
      guard seen.insert(principal.objectID).inserted else { return }
      let isWanted = wanted?.contains(principal.appID) ?? (principal.appOwnerTenantID == tenantID)
      if isWanted { found.append(principal) }
    }
    var count = counted
    try await count.check(seen.count)
    return found
  }

  /// Asks for the federated credentials that did not come with the list. An application that is not
  /// there any more is left out.
  private func withFederations(
    _ applications: [DirectoryApplication], _ reading: FederationReading
  ) async throws(DirectoryFailure) -> [DirectoryApplication] {
    guard applications.contains(where: { $0.federations == nil }) else { return applications }
    var whole: [DirectoryApplication] = []
    whole.reserveCapacity(applications.count)
    for application in applications {
      if application.federations != nil {
        whole.append(application)
      } else if let own = try await reading.one(application.objectID) {
        whole.append(application.with(federations: own))
      }
    }
    return whole
  }
}
