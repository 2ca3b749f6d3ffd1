import EntraIdentity
import Foundation

/// Reads the federated credentials of applications.
///
/// They come with a list of applications where it is expanded: one request for 999 applications, where
/// one for each, or one for twenty in a batch, would be thousands. An expansion gives twenty at the
/// most and no link to the rest; twenty is also the most that an application may have, but who is at
/// the limit is asked for by itself.
struct FederationReading {
  let session: GraphSession

  private static let mostExpanded = 20

  /// Those of every application, by its object id. An application that is not in it has to be asked for
  /// by itself.
  func all() async throws(DirectoryFailure) -> [UUID: [DirectoryFederation]] {
    var found: [UUID: [DirectoryFederation]] = [:]
    let list = GraphList(
      session: session, name: GraphQuery.federations,
      queries: [
        "\(GraphQuery.applications)?$select=id&$expand=\(GraphQuery.federations)&\(GraphQuery.page)"
      ])
    do throws(DirectoryFailure) {
      try await list.forEach { fields throws(GraphMalformation) in
        let federations = try fields.list(GraphQuery.federations) {
          entry throws(GraphMalformation) in try DirectoryFederation(entry)
        }
        guard federations.count < Self.mostExpanded,
          !fields.has(GraphQuery.federations + "@odata.nextLink")
        else { return }
        found[try fields.guid("id")] = federations
      }
    } catch {
      // A service that does not expand them (400) is asked for each application's own.
      guard error.isNotUnderstood, error.page == 1 else { throw error }
    }
    return found
  }

  /// Those of one application.
  /// - Parameter application: Its object id.
  /// - Returns: Nil where there is no such application (any more).
  /// - Throws: Why they were not read to their end.
  func one(_ application: UUID) async throws(DirectoryFailure) -> [DirectoryFederation]? {
    let path = "\(GraphQuery.applications)/\(application.text)"
    var found: [DirectoryFederation] = []
    let list = GraphList(
      session: session, name: GraphQuery.federations,
      queries: ["\(path)/\(GraphQuery.federations)"])
    do throws(DirectoryFailure) {
      try await list.forEach { fields throws(GraphMalformation) in
        found.append(try DirectoryFederation(fields))
      }
    } catch {
      guard error.isNotThere else { throw error }
      return nil
    }
    return found
  }
}
