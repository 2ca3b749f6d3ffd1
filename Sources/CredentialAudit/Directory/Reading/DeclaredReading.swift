import EntraIdentity
import Foundation

/// Reads applications and service principals one by one, by their client ids.
struct DeclaredReading {
  /// What was found of the declared applications.
  struct Found {
    var applications: [DirectoryApplication] = []
    var principals: [DirectoryPrincipal] = []
  }

  let session: GraphSession

  /// What is asked of an application, the best first.
  private static let applicationQueries = GraphQuery.applicationMembers.map {
    "?$select=\($0)&$expand=owners"
  }

  private static let principalQueries = GraphQuery.principalMembers.map { "?$select=\($0)" }

  func read(_ clientIDs: [UUID]) async throws(DirectoryFailure) -> Found {
    var found = Found()
    let federations = FederationReading(session: session)
    var applications = GraphQuestion(
      session: session, collection: GraphQuery.applications, queries: Self.applicationQueries)
    var principals = GraphQuestion(
      session: session, collection: GraphQuery.principals, queries: Self.principalQueries)
    var owners: Set<DirectoryOwner> = []
    for clientID in clientIDs {
      let path = "(appId='\(clientID.text)')"
      let application = try await applications.ask(path) { fields throws(GraphMalformation) in
        try fields.check(clientID)
        return try DirectoryApplication(fields, federations: { _ in nil }, owners: &owners)
      }
      if let application, let own = try await federations.one(application.objectID) {
        found.applications.append(application.with(federations: own))
      }
      let principal = try await principals.ask(path) { fields throws(GraphMalformation) in
        try fields.check(clientID)
        return try DirectoryPrincipal(fields)
      }
      if let principal { found.principals.append(principal) }
    }
    return found
  }
}

extension GraphFields {
  /// Makes sure that an answer is about the application that was asked for: what a cache on the way
  /// mixes up would be judged under the wrong name.
  fileprivate func check(_ clientID: UUID) throws(GraphMalformation) {
    guard try guid("appId") == clientID else {
      throw GraphMalformation("the answer.appId is another application's")
    }
  }
}
