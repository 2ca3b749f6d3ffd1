import Foundation
import Testing

@testable import CredentialAudit

@Suite("Sources are read in portions") struct SourceBatchesTests {
  /// An inventory with one credential of each kind that is named, in this order.
  private func credentials(_ kinds: [String]) throws -> [PlannedCredential] {
    let sources = [
      "file": "secret: { file: a }", "env": "secret: { env: A }",
      "command": "secret: { command: [/bin/a] }", "certificate": "certificate: { file: a.pem }",
      "assertion": "federated: { command: [/bin/a] }",
    ]
    var lines = [
      "version: 1", "tenants:", "  - name: contoso",
      "    authority: https://login.microsoftonline.com/contoso.example", "    applications:",
      "      - name: app", "        client_id: 00000000-0000-4000-8000-000000000001",
      "        credentials:",
    ]
    for (number, kind) in kinds.enumerated() {
      let source = try #require(sources[kind])
      lines.append("          - { name: c\(number), \(source) }")
    }
    let inventory = try InventoryLoader(now: .now).load(
      bytes: Array(lines.joined(separator: "\n").utf8), path: "inventory.yaml")
    return Array(AuditPlan(inventory).credentials)
  }

  private func portions(_ credentials: [PlannedCredential]) -> [[String]] {
    SourceBatches(credentials.makeIterator()).map { $0.map(\.credential.name) }
  }

  @Test("What is there at once is read many at a time, in order, and none is left out")
  func many() throws {
    let credentials = try credentials((0..<70).map { $0.isMultiple(of: 2) ? "file" : "env" })
    let portions = portions(credentials)
    #expect(portions.map(\.count) == [32, 32, 6])
    #expect(portions.joined().elementsEqual(credentials.map(\.credential.name)))
  }

  @Test(
    "What may take long is alone, wherever it stands",
    arguments: ["command", "certificate", "assertion"])
  func slow(kind: String) throws {
    #expect(
      portions(try credentials([kind, "file", "env", kind, kind, "file"]))
        == [["c0"], ["c1", "c2"], ["c3"], ["c4"], ["c5"]])
  }

  @Test("There is no portion of nothing")
  func none() throws {
    #expect(portions([]).isEmpty)
  }
}
