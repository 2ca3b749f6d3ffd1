import CredentialAudit
import GRDB

/// What the parts of a run tell of it, in their order.
struct JoinedFacts {
  /// A part as it was recorded.
  struct Part {
    let index: Int
    let hasEnd: Bool
    let complete: Bool
    let startedAt: Int64
    let finishedAt: Int64?
    let toolVersion: String
    let inventoryPath: String
    let inventorySHA256: String
    let auditor: Evidence
    let notices: [RunNotice]
    let suppressions: SuppressionAccount?
  }

  let count: Int
  let parts: [Part]

  init(of run: Int64, count: Int, _ db: Database) throws {
    self.count = count
    let sql = "SELECT * FROM run_part WHERE run_id = ? ORDER BY part"
    parts = try Row.fetchAll(db, sql: sql, arguments: [run]).map { row in
      Part(
        index: try row.decode(forColumn: "part"),
        hasEnd: try row.decode(String.self, forColumn: "state") == "finished",
        complete: try row.decode(forColumn: "complete"),
        startedAt: try row.decode(forColumn: "started_at"),
        finishedAt: try row.decode(forColumn: "finished_at"),
        toolVersion: try row.decode(forColumn: "tool_version"),
        inventoryPath: try row.decode(forColumn: "inventory_path"),
        inventorySHA256: try row.decode(forColumn: "inventory_sha256"),
        auditor: try StoredText.evidence(try row.decode(forColumn: "auditor")),
        notices: try StoredText.notices(try row.decode(forColumn: "notices")),
        suppressions: try row.decode(String?.self, forColumn: "suppressions")
          .map(StoredText.account))
    }
  }

  var missing: [Int] {
    let there = Set(parts.map(\.index))
    return (1...count).filter { !there.contains($0) }
  }

  var unfinished: [Int] { parts.filter { !$0.complete }.map(\.index) }

  /// Whether all parts read the same inventory: otherwise nobody can say that all was looked at.
  var haveOneInventory: Bool { Set(parts.map(\.inventorySHA256)).count <= 1 }

  var isComplete: Bool { missing.isEmpty && unfinished.isEmpty && haveOneInventory }

  var startedAt: Int64 { parts.map(\.startedAt).min() ?? 0 }

  /// None where no part has one.
  var finishedAt: Int64? { parts.compactMap(\.finishedAt).max() }
}
