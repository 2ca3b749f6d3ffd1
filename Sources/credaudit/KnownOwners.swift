import AuditStore
import CredentialAudit
import Foundation

/// Whose credentials are, for a run over somebody's: what of it a directory alone tells is known by the
/// runs before, because a run is planned before it reads one.
enum KnownOwners {
  /// - Returns: Nothing where nobody is asked for, where no directory could tell, and where no run was
  ///   before.
  static func read(
    _ inventory: Inventory, _ scope: RunScope, database: String
  ) throws -> [SubjectName: String] {
    guard !scope.owners.isEmpty, inventory.tenants.contains(where: { $0.directory != nil }),
      access(database, F_OK) == 0
    else { return [:] }
    return try AuditStore(path: database).owners()
  }
}
