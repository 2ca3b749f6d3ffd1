import EntraIdentity
import Foundation

/// Reads one tenant's directory, one request after the other.
struct TenantReading {
  let session: GraphSession
  let tenantID: UUID

  /// So many declared applications are asked for one by one without a look at how long the lists are:
  /// a list brings everything of everybody, for the few that are looked for.
  private static let fewDeclared = 20
  /// An application, its federated credentials and its service principal.
  private static let requestsEach = 3
  /// Applications are listed twice, as only one relationship is expanded at a time.
  private static let applicationLists = 2
  private static let pageSize = 999

  func snapshot(_ scope: DirectoryScope) async throws(DirectoryFailure) -> DirectorySnapshot {
    switch scope {
    case .all: return try await listed(nil, try await counts())
    case .applications(let ids):
      var known: Set<UUID> = []
      let clientIDs = ids.filter { known.insert($0).inserted }
      guard clientIDs.count > Self.fewDeclared else { return try await declared(clientIDs) }
      let counts = try await counts()
      guard let applications = counts.applications.number,
        let principals = counts.principals.number,
        clientIDs.count * Self.requestsEach
          < Self.pages(applications) * Self.applicationLists + Self.pages(principals)
      else { return try await listed(known, counts) }
      return try await declared(clientIDs)
    }
  }

  private static func pages(_ entries: Int) -> Int { max(1, (entries + pageSize - 1) / pageSize) }

  private func counts() async throws(DirectoryFailure) -> (
    applications: GraphCount, principals: GraphCount
  ) {
    (
      try await GraphCount(of: GraphQuery.applications, session: session),
      try await GraphCount(of: GraphQuery.principals, session: session)
    )
  }

  private func listed(
    _ wanted: Set<UUID>?, _ counts: (applications: GraphCount, principals: GraphCount)
  ) async throws(DirectoryFailure) -> DirectorySnapshot {
    let reading = ListedReading(session: session, tenantID: tenantID, wanted: wanted)
    let applications = try await reading.applications(counts.applications)
    let principals = try await reading.principals(counts.principals)
    return DirectorySnapshot(
      applications: applications, deleted: try await deleted(wanted), principals: principals,
      policy: try await policy(), requests: await session.requests)
  }

  private func declared(_ ids: [UUID]) async throws(DirectoryFailure) -> DirectorySnapshot {
    // Where nothing is asked of the applications, whether they may be read is.
    if ids.isEmpty { _ = try await GraphCount(of: GraphQuery.applications, session: session) }
    let found = try await DeclaredReading(session: session).read(ids)
    let missing = Set(ids).subtracting(found.applications.map(\.appID))
    return DirectorySnapshot(
      applications: found.applications,
      deleted: missing.isEmpty ? [] : try await deleted(missing), principals: found.principals,
      policy: try await policy(), requests: await session.requests)
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
      guard let status = error.refusal?.status, [400, 403, 404].contains(status) else {
        throw error
      }
      return nil
    }
    do throws(GraphMalformation) {
      return try DirectoryPolicy(GraphFields(answer: body))
    } catch {
      throw place.failure(.malformed(error.text))
    }
  }
}
