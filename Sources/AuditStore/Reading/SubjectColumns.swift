import CredentialAudit
import GRDB

/// A subject's names in a row, and back.
enum SubjectColumns {
  /// For a query over `subject`.
  static let sql = "subject.tenant, subject.application, subject.credential"

  static func name(_ row: Row) throws -> SubjectName {
    let tenant: String = try row.decode(forColumn: "tenant")
    guard let application: String = try row.decode(forColumn: "application"),
      let credential: String = try row.decode(forColumn: "credential")
    else { return .authority(tenant: tenant) }
    return .credential(tenant: tenant, application: application, credential: credential)
  }
}
