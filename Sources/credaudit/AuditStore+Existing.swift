import AuditStore
import CredentialAudit
import EntraIdentity
import Foundation

extension AuditStore {
  /// Opens a history that must be there: a question must not leave an empty database behind.
  static func existing(_ path: String) throws -> AuditStore {
    // Only what is not there is missing. What this user may not look at is somebody's history, and
    // 'run an audit first' would be the wrong cure: opening it says what stands in the way.
    if access(path, F_OK) != 0, errno == ENOENT || errno == ENOTDIR {
      throw UsageProblem(
        "there is no database at '\(path.cleaned(maximum: 200))'",
        hint: "run 'credaudit audit' first, or name the database by --database")
    }
    return try AuditStore(path: path)
  }
}

extension UsageProblem {
  /// Nothing was ever recorded, so that every answer would read as 'nothing is wrong'.
  static func noRun(in database: String) -> UsageProblem {
    UsageProblem(
      "the database '\(database.cleaned(maximum: 200))' has no run yet",
      hint: "run 'credaudit audit' first")
  }
}
