import CredentialAudit
import GRDB

/// Subjects and their descriptions: rows that outlive the runs.
enum SubjectRow {
  /// The rows that describe a subject; one of the two is there.
  struct Description: Equatable {
    var authority: Int64?
    var credential: Int64?
  }

  static func find(_ name: SubjectName, _ db: Database) throws -> Int64? {
    switch name {
    case .authority(let tenant):
      try db.id("SELECT id FROM subject WHERE kind = 'authority' AND tenant = ?", [tenant])
    case .credential(let tenant, let application, let credential):
      try db.id(
        """
        SELECT id FROM subject
        WHERE kind = 'credential' AND tenant = ? AND application = ? AND credential = ?
        """, [tenant, application, credential])
    }
  }

  static func insert(_ name: SubjectName, at start: Int64, _ db: Database) throws -> Int64 {
    let below = name.parts.dropFirst()
    try db.run(
      """
      INSERT INTO subject (kind, tenant, application, credential, first_seen_at)
      VALUES (?, ?, ?, ?, ?)
      """, [name.kind, name.tenant, below.first, below.dropFirst().first, start])
    return db.lastInsertedRowID
  }

  /// Which of the two tables a description stands in.
  enum Kind {
    case authority
    case credential

    var table: String {
      switch self {
      case .authority: "authority_description"
      case .credential: "credential_description"
      }
    }

    /// What describes a subject, in the schema's order.
    var columns: [String] {
      switch self {
      case .authority: ["authority", "kind", "cloud", "tenant_id", "owner", "tags"]
      case .credential:
        [
          "client_id", "kind", "source", "owner", "runbook", "tags", "expires_at", "expires_from",
          "thumbprint_sha1", "thumbprint_sha256",
        ]
      }
    }
  }

  /// The row that says the same of this subject, be it from long ago, or a new one. A subject that is
  /// itself new has none.
  static func describe(
    _ id: Int64, _ description: SubjectRecord.Description, isNew: Bool, _ db: Database
  ) throws -> Description {
    switch description {
    case .authority(let values):
      Description(authority: try describe(id, .authority, values, isNew: isNew, db))
    case .credential(let values):
      Description(credential: try describe(id, .credential, values, isNew: isNew, db))
    }
  }

  /// The same, by the values of the columns.
  static func describe(
    _ id: Int64, _ kind: Kind, _ values: [(any DatabaseValueConvertible)?], isNew: Bool = false,
    _ db: Database
  ) throws -> Int64 {
    let arguments = StatementArguments([id] + values)
    let statements = kind == .authority ? Statements.authority : .credential
    if !isNew, let found = try db.id(statements.find, arguments) { return found }
    try db.run(statements.insert, arguments)
    return db.lastInsertedRowID
  }

  /// What is said to the database of each description: put together once, and not for each subject.
  private struct Statements {
    static let authority = Statements(of: .authority)
    static let credential = Statements(of: .credential)

    let find: String
    let insert: String

    init(of kind: Kind) {
      let (table, columns) = (kind.table, kind.columns)
      let same = columns.map { "\($0) IS ?" }.joined(separator: " AND ")
      let places = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
      let names = columns.joined(separator: ", ")
      find = "SELECT id FROM \(table) WHERE subject_id = ? AND \(same) LIMIT 1"
      insert = "INSERT INTO \(table) (subject_id, \(names)) VALUES (\(places))"
    }
  }
}
