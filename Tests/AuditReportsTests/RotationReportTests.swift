import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("Rotations in reports")
struct RotationReportTests {
  private static func credential(_ number: Int, _ evidence: Evidence) -> CredentialRecord {
    Make.credential(
      "contoso", "app-\(number)", change: .unchanged,
      findings: [Make.finding(.pass, .directoryCredential, code: "ok", evidence: evidence)])
  }

  private static func step(_ step: String) -> Evidence {
    ["rotation": step, "next_step": "do \(step)"]
  }

  @Test("those come first of which somebody has to do something, and the others are counted")
  func order() throws {
    let used = (0..<9).map { Self.credential($0, Self.step("newer_used")) }
    let credentials =
      used + [
        Self.credential(10, Self.step("removed")), Self.credential(11, Self.step("removable")),
        Self.credential(12, ["rotation": "one"]),
        Self.credential(13, ["last_rotation": "removable"]),
      ]
    let run = MemoryRun(run: SampleRun.facts(), credentials: credentials)
    let text = try TerminalSummary(columns: 200).text(of: run)
    let told = text.split(separator: "\n").filter { $0.hasPrefix("rotation ") }
    #expect(told.count == 5)
    #expect(
      told.first
        == "rotation     contoso/app-11/primary: the older one is removable; next: do removable")
    #expect(told.dropFirst().first?.contains("app-10/primary: the older one was removed") == true)
    #expect(text.contains("and 6 rotations more"))
    #expect(!text.contains("app-12/") && !text.contains("app-13/"))
    let markdown = try Output.md.text(of: run)
    #expect(markdown.contains("## Rotations"))
    let page = try PageText(run)
    #expect(page.rows.count { $0.contains("<dt>Rotation<dd>") } == 12)
    #expect(page.rows.contains { $0.contains("The older one is removable when the directory was") })
  }

  @Test("a run without rotations says nothing of them", arguments: [Output.terminal, .md])
  func none(_ output: Output) throws {
    let run = MemoryRun(
      run: SampleRun.facts(), credentials: [Self.credential(1, ["rotation": "one"])])
    #expect(!(try output.text(of: run).lowercased().contains("rotation")))
  }
}
