import AuditStore
import CredentialAudit
import Foundation
import GRDB

/// A folder of a test's own, gone with it.
final class Scratch: Sendable {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "credaudit-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String = "history.sqlite") -> String { folder + "/" + name }

  func open(_ name: String = "history.sqlite") throws -> AuditStore {
    try AuditStore(path: path(name))
  }

  /// Opens the database, records one whole run, and closes it. Where it is told what the inventory
  /// has, it concludes what is gone.
  @discardableResult
  func record(
    _ id: String, at: Date = day(0), offline: Bool = false, complete: Bool = true,
    scope: RunScope = RunScope(), inventory: String = "config/inventory.yaml",
    has names: [SubjectName]? = nil, unread: Set<String> = [],
    watched: [String: WatchedDirectory] = ["contoso": .all, "fabrikam": .all],
    authorities: [AuthorityRecord] = [],
    credentials: [CredentialRecord] = []
  ) throws -> StoredRun {
    let lock = try RunLock(database: path())
    let recorder = try open().begin(
      sampleRun(id, at: at, offline: offline, scope: scope, inventory: inventory), holding: lock)
    try recorder.record(authorities: authorities, credentials: credentials)
    if let names {
      try recorder.conclude(inventory: Set(names), unread: unread, watched: watched)
    }
    return try recorder.finish(at: at.addingTimeInterval(60), complete: complete)
  }

  func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  /// Asks the database as somebody with sqlite3 would.
  func query(_ sql: String, in name: String = "history.sqlite") throws -> [Row] {
    try DatabaseQueue(path: path(name)).inDatabase { db in
      // As careful people open a database that they were sent.
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      return try Row.fetchAll(db, sql: sql)
    }
  }

  /// Rows as sqlite3 prints them: `a|b||c`.
  func lines(_ sql: String) throws -> [String] { try lines(sql, in: "history.sqlite") }

  func lines(_ sql: String, in name: String) throws -> [String] {
    try query(sql, in: name).map { row in
      row.databaseValues.map { $0.isNull ? "" : "\($0.storage.value ?? "")" }.joined(separator: "|")
    }
  }

  /// Changes the database behind our back.
  func meddle(_ sql: String, in name: String = "history.sqlite") throws {
    try DatabaseQueue(path: path(name)).write { try $0.execute(sql: sql) }
  }
}

/// The nth day of a test's time.
func day(_ number: Int) -> Date {
  Date(timeIntervalSince1970: 1_795_000_000 + Double(number) * 86400)
}

func sampleRun(
  _ id: String, at: Date = day(0), offline: Bool = false, scope: RunScope = RunScope(),
  inventory: String = "config/inventory.yaml"
) -> AuditRun {
  AuditRun(
    id: id, startedAt: at, toolVersion: "1.0.0", inventoryPath: inventory,
    inventorySHA256: String(repeating: "ab", count: 32), offline: offline, scope: scope)
}

/// A credential with one finding of that verdict.
func sampleCredential(
  _ name: String = "primary", _ verdict: Verdict = .pass, code: String? = nil,
  source: String = "env SECRET", ends: Date? = nil, from: String? = nil,
  thumbprint: String? = nil, roles: [String]? = nil, unknownFor: Int = 3, suppressed: Bool = false
) -> CredentialRecord {
  CredentialRecord(
    tenant: "contoso", application: "billing", credential: name,
    clientID: "8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4", kind: "secret", source: source,
    unknownFor: Days(unknownFor), roles: roles, expiresAt: ends, expiresFrom: from,
    thumbprintSHA256: thumbprint,
    findings: [
      Finding(
        check: .credentialAcquisition, verdict: verdict,
        code: code ?? (verdict == .pass ? "ok" : "bad-\(verdict.rawValue)"), summary: "looked",
        suppressed: suppressed
          ? SuppressionNote(reason: "r", owner: "o", until: "2027-01-01") : nil)
    ])
}

extension StoredRun {
  func credentials() throws -> [CredentialRecord] {
    var records: [CredentialRecord] = []
    try forEachCredential { records.append($0) }
    return records
  }

  func authorities() throws -> [AuthorityRecord] {
    var records: [AuthorityRecord] = []
    try forEachAuthority { records.append($0) }
    return records
  }
}
