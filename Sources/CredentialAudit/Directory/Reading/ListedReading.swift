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
      }, readsKeys: true)
    try await list.forEach { fields throws(GraphMalformation) in
      // Of an application that nobody asks for, nothing can be wrong that matters.
      if let wanted, !wanted.contains(try fields.guid("appId")) {
        seen.insert(try fields.guid("id"))
        return
      }
      let application = try DirectoryApplication(
        fields, federations: { federations[$0] }, owners: &owners)
      // What changes while it is read may come twice.
      guard seen.insert(application.objectID).inserted else { return }
      found.append(application)
    }
    var count = counted
    try await count.check(seen.count)
    return try await withFederations(found, reading)
  }

  /// Service principals, and how many there are beside them that hold credentials here.
  struct Principals {
    var found: [DirectoryPrincipal] = []
    var foreignHolders = 0
  }

  func principals(_ counted: GraphCount) async throws(DirectoryFailure) -> Principals {
    var principals = Principals()
    var seen: Set<UUID> = []
    let list = GraphList(
      session: session, name: GraphQuery.principals,
      queries: GraphQuery.principalMembers.map {
        "\(GraphQuery.principals)?$select=\($0)&\(GraphQuery.page)"
      }, readsKeys: true)
    try await list.forEach { fields throws(GraphMalformation) in
      guard seen.insert(try fields.guid("id")).inserted else { return }
      if let wanted {
        guard wanted.contains(try fields.guid("appId")) else { return }
      } else if try fields.optionalGUID("appOwnerOrganizationId") != tenantID {
        // Of another tenant's, nothing else can be wrong that matters.
        if fields.mayHoldWhatSomebodyGave { principals.foreignHolders += 1 }
        return
      }
      principals.found.append(try DirectoryPrincipal(fields))
    }
    var count = counted
    try await count.check(seen.count)
    return principals
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

extension GraphFields {
  /// Whether a service principal has credentials that are not the platform's: on a managed identity
  /// they are. One whose lists cannot be read may have some.
  fileprivate var mayHoldWhatSomebodyGave: Bool {
    guard (try? exact("servicePrincipalType")) != "ManagedIdentity" else { return false }
    return !isEmptyList("passwordCredentials") || !isEmptyList("keyCredentials")
  }
}
