import GRDB

/// Which schema a database has, and how it gets the newest one. Migrations are only ever appended,
/// as SQL: a type of ours that changes must not change what an old database becomes.
enum SchemaVersion {
  /// `crau`: marks the file as ours in its header, where `file` and we can read it.
  static let applicationID: Int32 = 0x6372_6175

  /// The schema after n migrations is schema n; `PRAGMA user_version` keeps the number.
  static let migrations = [
    firstSchema + "\n" + firstViews, secondSchema + "\n" + secondViews,
    thirdSchema,
  ]

  static var known: Int { migrations.count }

  /// Looks at a database before anything is written to it, so that one of another program, or of a
  /// later version, stays as it was.
  static func verify(_ db: Database, path: String) throws {
    // The mark is read last: another process may make the schema between two of these looks, and as
    // long as the mark is not there, none of what is read before it can be the new schema's.
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id")
    guard application == applicationID else {
      guard application == 0, version == 0, tables == 0 else {
        throw StoreError(.notADatabase, path: path)
      }
      return
    }
    guard version <= known else {
      throw StoreError(.newerSchema(found: version, known: known), path: path)
    }
  }

  /// Brings a database to the newest schema, all or nothing.
  static func migrate(_ db: Database, path: String) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA user_version") != known else { return }
    // Immediate, and looked at again inside: another process may have been faster.
    try db.inTransaction(.immediate) {
      try verify(db, path: path)
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      for migration in migrations.dropFirst(version) { try db.execute(sql: migration) }
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(known)")
      try db.checkForeignKeys()
      return .commit
    }
  }
}
