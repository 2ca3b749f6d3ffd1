import EntraIdentity
import Foundation

extension SurveyedSource {
  /// The directory's entries whose hint the secret begins with. The secret is compared where it is,
  /// and only which entries fit leaves this place.
  func fittingEntries(of clientID: ClientID, in directory: DirectorySnapshot?) -> Set<UUID> {
    guard let directory, case .secret(let secret, _) = credential, let id = clientID.uuid else {
      return []
    }
    let entries = DirectoryHolding(of: id, in: directory).entries
    return secret.withValue { value in
      Set(
        entries.filter { entry in
          guard let hint = entry.hint, !hint.isEmpty else { return false }
          return value.utf8.starts(with: hint.utf8)
        }.map(\.id))
    }
  }

  /// Whether there is something that a service of this family takes.
  func isUsable(at kind: AuthorityKind?) -> Bool {
    switch observation {
    case .read(let facts): facts.certificateProblem(for: kind) == nil
    case .kept(_, let problem): problem == nil
    case .unreadable, .unusable, .notRead: false
    }
  }
}
