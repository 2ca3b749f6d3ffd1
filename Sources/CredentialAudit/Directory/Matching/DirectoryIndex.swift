import EntraIdentity
import Foundation

/// A directory that was read, in which one application is found without looking at all others.
struct DirectoryIndex: Sendable {
  let snapshot: DirectorySnapshot
  private let applications: [UUID: Int]
  private let deleted: [UUID: Int]
  private let principals: [UUID: Int]

  init(_ snapshot: DirectorySnapshot) {
    self.snapshot = snapshot
    applications = Self.places(snapshot.applications.lazy.map(\.appID))
    deleted = Self.places(snapshot.deleted.lazy.map(\.appID))
    principals = Self.places(snapshot.principals.lazy.map(\.appID))
  }

  /// The same directory with nothing in it but one application; empty where it has none of that id.
  func part(of clientID: UUID?) -> DirectorySnapshot {
    DirectorySnapshot(
      tenantID: snapshot.tenantID,
      applications: at(applications, clientID, snapshot.applications),
      deleted: at(deleted, clientID, snapshot.deleted),
      principals: at(principals, clientID, snapshot.principals), policy: snapshot.policy,
      gaps: snapshot.gaps, requests: snapshot.requests)
  }

  /// The client ids of all that there is, in the directory's order and each once.
  var clientIDs: [UUID] {
    snapshot.applications.indices.filter {
      applications[snapshot.applications[$0].appID] == $0
    }.map { snapshot.applications[$0].appID }
      + snapshot.principals.indices.filter {
        let id = snapshot.principals[$0].appID
        return principals[id] == $0 && applications[id] == nil
      }.map { snapshot.principals[$0].appID }
  }

  private func at<Item>(_ places: [UUID: Int], _ id: UUID?, _ items: [Item]) -> [Item] {
    id.flatMap { places[$0] }.map { [items[$0]] } ?? []
  }

  private static func places(_ ids: some Sequence<UUID>) -> [UUID: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
  }
}

extension ClientID {
  /// Nil where it is no GUID, as directories other than Microsoft's allow.
  var uuid: UUID? { UUID(uuidString: value) }
}
