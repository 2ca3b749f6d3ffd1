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

  /// The lengths of both lists.
  private struct Counts {
    let applications: GraphCount
    let principals: GraphCount

    var gaps: DirectoryGaps {
      var gaps = DirectoryGaps()
      if applications.number == nil { gaps.uncounted.append(GraphQuery.applications) }
      if principals.number == nil { gaps.uncounted.append(GraphQuery.principals) }
      return gaps
    }
  }

  private func counts() async throws(DirectoryFailure) -> Counts {
    Counts(
      applications: try await GraphCount(of: GraphQuery.applications, session: session),
      principals: try await GraphCount(of: GraphQuery.principals, session: session))
  }

  private func listed(
    _ wanted: Set<UUID>?, _ counts: Counts
  ) async throws(DirectoryFailure) -> DirectorySnapshot {
    let reading = ListedReading(session: session, tenantID: tenantID, wanted: wanted)
    let applications = try await reading.applications(counts.applications)
    let principals = try await reading.principals(counts.principals)
    var gaps = counts.gaps
    gaps.foreignHolders = principals.foreignHolders
    let deleted = try await deleted(wanted, &gaps)
    let policy = try await PolicyReading(session: session).read(&gaps)
    return DirectorySnapshot(
      tenantID: tenantID, applications: applications, deleted: deleted,
      principals: principals.found, policy: policy,
      gaps: gaps, requests: await session.requests)
  }

  private func declared(_ ids: [UUID]) async throws(DirectoryFailure) -> DirectorySnapshot {
    // Where nothing is asked of the applications, whether they may be read is.
    if ids.isEmpty { _ = try await GraphCount(of: GraphQuery.applications, session: session) }
    let found = try await DeclaredReading(session: session).read(ids)
    let missing = Set(ids).subtracting(found.applications.map(\.appID))
    var gaps = DirectoryGaps()
    let deleted = missing.isEmpty ? [] : try await deleted(missing, &gaps)
    let policy = try await PolicyReading(session: session).read(&gaps)
    return DirectorySnapshot(
      tenantID: tenantID, applications: found.applications, deleted: deleted,
      principals: found.principals,
      policy: policy, gaps: gaps, requests: await session.requests)
  }

  /// One that cannot be read is left out and counted: by itself it would take all others along.
  private func deleted(
    _ wanted: Set<UUID>?, _ gaps: inout DirectoryGaps
  ) async throws(DirectoryFailure) -> [DirectoryApplication] {
    var found: [DirectoryApplication] = []
    let list = GraphList(
      session: session, name: GraphQuery.deleted,
      queries: [
        "directory/deletedItems/microsoft.graph.application"
          + "?$select=\(GraphQuery.deletedMembers)&\(GraphQuery.page)"
      ])
    var unread = 0
    try await list.forEach { fields throws(GraphMalformation) in
      do throws(GraphMalformation) {
        guard try wanted?.contains(fields.guid("appId")) ?? true else { return }
        found.append(try DirectoryApplication(deleted: fields))
      } catch {
        unread += 1
      }
    }
    gaps.unreadDeleted = unread
    return found
  }
}
