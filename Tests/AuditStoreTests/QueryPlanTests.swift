@testable import AuditStore
import CredentialAudit
import Foundation
import GRDB
import Synchronization
import Testing

/// What recording and reading ask of a database that has grown for years: no question may read a
/// whole table of it. The statements are those that are really run, overheard on the connection.
@Suite struct QueryPlanTests {
  private final class Overheard: Sendable {
    private let heard = Mutex<Set<String>>([])

    func listen(to db: Database) {
      db.trace { event in
        guard case .statement(let statement) = event else { return }
        self.heard.withLock { _ = $0.insert(statement.sql) }
      }
    }

    /// Queries and changes of rows, without what opens and closes transactions.
    var statements: [String] {
      heard.withLock { heard in
        heard.filter { sql in
          ["SELECT", "INSERT", "UPDATE", "DELETE"].contains { sql.hasPrefix($0) }
            && !sql.contains("sqlite_master")
        }.sorted()
      }
    }
  }

  /// Some nights with all that can happen in them.
  private static func filled(hearing overheard: Overheard? = nil) throws -> Scratch {
    let scratch = try Scratch()
    let store = try scratch.open()
    let lock = try RunLock(database: scratch.path())
    if let overheard {
      store.pool.writeWithoutTransaction { overheard.listen(to: $0) }
    }
    let names = ["kept", "leaver"].map { sampleCredential($0).name }
    for night in 0..<4 {
      let authority = AuthorityRecord(
        tenant: "contoso", authority: "https://a", kind: nil, cloud: nil, tenantID: nil,
        location: SourceLocation(file: "i.yaml", line: 2, column: 3),
        findings: [Finding(check: .authorityURL, verdict: .pass, code: "ok", summary: "s")])
      let recorder = try store.begin(
        sampleRun("\(night)", at: day(night), offline: night == 1), holding: lock)
      try recorder.note([RunNotice(code: "c", message: "m", tenant: "contoso")])
      var credentials = [
        sampleCredential(
          "kept", night == 2 ? .unknown : .pass, thumbprint: "\(night)", roles: ["A", "B"],
          suppressed: night == 2)
      ]
      if night == 0 { credentials.append(sampleCredential("leaver")) }
      try recorder.record(authorities: [authority], credentials: credentials)
      try recorder.conclude(inventory: Set(names.prefix(night == 0 ? 2 : 1)))
      if night != 2 { try recorder.finish(at: day(night), complete: true) }
    }
    return scratch
  }

  /// What of the statements reads a whole table, with the statement.
  private static func scans(of statements: [String], in scratch: Scratch) throws -> [String] {
    try DatabaseQueue(path: scratch.path()).inDatabase { db in
      try statements.flatMap { sql in
        let plan = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
        plan.setUncheckedArguments(StatementArguments())
        return try Row.fetchAll(plan).map { $0["detail"] as String }
          .filter { $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN CONSTANT") }
          .map { "\($0) in \(sql)" }
      }
    }
  }

  @Test("Recording reads no table whole, but for the one look at what is gone")
  func recording() throws {
    let overheard = Overheard()
    let scratch = try Self.filled(hearing: overheard)
    let statements = overheard.statements
    #expect(statements.count > 20, "\(statements)")
    let scans = try Self.scans(of: statements, in: scratch)
    // Once a run, each subject that there is: what is missing cannot be asked for by its name.
    #expect(scans.count == 1 && scans[0].hasPrefix("SCAN t in"), "\(scans)")
    #expect(scans.allSatisfy { $0.contains("FROM standing t") })
  }

  @Test("Reading a run reads that run")
  func reading() throws {
    let scratch = try Self.filled()
    let overheard = Overheard()
    var configuration = Configuration()
    configuration.prepareDatabase { overheard.listen(to: $0) }
    let pool = try DatabasePool(path: scratch.path(), configuration: configuration)
    let store = try scratch.open()
    let known = try #require(try store.run(id: "3"))
    let run = StoredRun(store: store, run: known.run, rowID: 4, snapshot: try pool.makeSnapshot())
    #expect(try run.credentials().count + run.authorities().count == 2)
    _ = (try run.notices(), try run.summary(), try run.previousRun(), try run.lastCompleteEnd())
    #expect(try run.trend(limit: 5).count == 2)
    let statements = overheard.statements
    #expect(statements.count > 7, "\(statements)")
    let scans = try Self.scans(of: statements, in: scratch)
    #expect(scans.isEmpty, "\(scans)")
  }

  @Test("The views read no findings but those of last looks")
  func views() throws {
    let scratch = try Self.filled()
    for view in ["latest_verdict", "expiring", "run_summary"] {
      let scans = try Self.scans(of: ["SELECT * FROM \(view)"], in: scratch)
      for table in ["observation", "finding", "detail", "diagnosis", "verdict_change"] {
        #expect(!scans.contains { $0.hasPrefix("SCAN \(table)") }, "\(view): \(scans)")
      }
    }
  }
}
