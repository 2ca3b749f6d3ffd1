import EntraIdentity
import Foundation

/// What came of reading one tenant's directory, and by whom.
struct DirectoryLook: Sendable {
  let observation: DirectoryObservation
  /// The credential that reads, before it is tried itself.
  let reader: CredentialObservation?
  /// Nil where it was not read to its end.
  let index: DirectoryIndex?

  /// How many applications and service principals are kept of it.
  var size: Int {
    index.map {
      $0.snapshot.applications.count + $0.snapshot.deleted.count + $0.snapshot.principals.count
    } ?? 0
  }

  /// Of what is known, what is about one application.
  func part(of clientID: ClientID) -> DirectoryObservation {
    index.map { .read($0.part(of: clientID.uuid)) } ?? observation
  }
}
