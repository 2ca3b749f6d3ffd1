import CredentialAudit
import Foundation
import GRDB
import Testing

@testable import AuditStore

/// What the questions ask of the database must not grow with its history.
@Suite struct QuestionPlanTests {
  /// Tables that have rows for every run.
  private static let large = ["observation", "finding", "detail", "diagnosis", "verdict_change"]

  static let queries: [String] = [
    LifeReader.authority, LifeReader.credential, LifeReader.state, LifeReader.steps,
    ComparisonReader.looks, ComparisonReader.rotations, EndReader.sql,
    RotationReader.evidence, GoneWriter.names, OwnerReader.sql,
    RunPruner.oldRuns, RunPruner.droppable, RunPruner.findings, RunPruner.observations,
    RunPruner.emptyRun, OrphanSweep.details, OrphanSweep.diagnoses, OrphanSweep.suppressions,
    OrphanSweep.authorities, OrphanSweep.credentials, OrphanSweep.inventoryFiles,
    OrphanSweep.roleSets,
    OrphanSweep.lives, OrphanSweep.next(in: "detail"), OrphanSweep.next(in: "diagnosis"),
  ]

  private static func plan(of sql: String, in scratch: Scratch) throws -> [String] {
    let bound = sql.replacing(/\?[0-9]*/, with: "1")
    return try scratch.query("EXPLAIN QUERY PLAN \(bound)").map { $0["detail"] }
  }

  private static func scans(_ plan: [String]) -> [String] {
    plan.filter { line in
      let words = line.split(separator: " ")
      return words.first == "SCAN" && words.count > 1 && large.contains(String(words[1]))
    }
  }

  @Test("no question reads a large table from end to end", arguments: queries)
  func noScan(sql: String) throws {
    let scratch = try Scratch()
    try scratch.record("1", credentials: [sampleCredential()])
    let plan = try Self.plan(of: sql, in: scratch)
    #expect(!plan.isEmpty)
    #expect(Self.scans(plan) == [], "\(sql)")
  }

  @Test("a scan would be seen", arguments: large)
  func scanIsSeen(table: String) throws {
    let scratch = try Scratch()
    _ = try scratch.open()
    let plan = try Self.plan(of: "SELECT * FROM \(table)", in: scratch)
    #expect(Self.scans(plan).count == 1)
  }
}
