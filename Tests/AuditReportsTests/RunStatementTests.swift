import CredentialAudit
import Foundation
import Testing

@testable import AuditReports

/// What reports say at their head of a run that is no look at everything.
@Suite struct RunStatementTests {
  /// A run of which nothing is whole.
  private static func run(part: RunPart?) -> AuditRun {
    let start = Date(timeIntervalSince1970: 1_795_000_000)
    var run = AuditRun(
      id: "r", startedAt: start, toolVersion: "0.1.0", inventoryPath: "inventory.yaml",
      inventorySHA256: "", offline: true, scope: RunScope(tenants: ["contoso"]),
      prunedAt: start + 86_400)
    run.part = part
    return run
  }

  @Test("Whoever asks for its code is told what it means and what to do")
  func explained() {
    let codes = [nil, RunPart(isOfFilteredRun: false)].flatMap { part in
      RunStatement.all(of: Self.run(part: part), summary: RunSummary()).map(\.code)
    }
    #expect(
      Set(codes) == [
        "run-part", "run-incomplete", "run-pruned", "run-offline", "run-filtered", "run-empty",
      ])
    for code in codes { #expect(CodeMeaning.all[code] != nil, "\(code)") }
  }
}
