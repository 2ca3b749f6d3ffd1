import AuditStore
import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// What happens to the places that a run keeps things in, before it and under its hands. What only a
/// real file system can do stands in Tests/Interop/disk.
@Suite struct StorageFaultTests {
  @Test("A folder of reports that is gone in the middle is made again, and the reports are whole")
  func folderGone() async throws {
    try await Scenario().perform { stage in
      let folder = stage.folder + "/out/elsewhere"
      stage.onRequest { try? FileManager.default.removeItem(atPath: folder) }
      let run = try await stage.audit("--reports", folder)
      #expect(run.status == .clean)
      let report = try ReportedRun(json: stage.contents(of: "out/elsewhere/report.json"))
      #expect(report.run.complete)
    }
  }

  @Test("A file in the place of the reports' folder ends with 4, and what was found is kept")
  func folderReplaced() async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Contoso.wrong
    try await scenario.perform { stage in
      let folder = stage.folder + "/out/elsewhere"
      stage.onRequest {
        try? FileManager.default.removeItem(atPath: folder)
        _ = FileManager.default.createFile(atPath: folder, contents: nil)
      }
      let run = try await stage.audit("--reports", folder)
      #expect(run.status == .failure)
      #expect(run.error.contains("credaudit: error: cannot make the folder '\(folder)'"))
      #expect(run.error.contains("credaudit: hint: a part of that path is a file"))
      #expect(run.output.contains("AADSTS7000215"))
      let stored = try AuditStore(path: stage.database).newestRun()?.run
      #expect(stored?.complete == true)
      let again = try await stage.run(["report"])
      #expect(again.report?.run.id == stored?.id)
    }
  }

  @Test(
    "A history that is removed in the middle ends with 4, and the next run begins a new one",
    arguments: [["", "-wal", "-shm"], [""]])
  func databaseGone(_ endings: [String]) async throws {
    try await Scenario().perform { stage in
      stage.onRequest {
        for ending in endings {
          try? FileManager.default.removeItem(atPath: stage.database + ending)
        }
      }
      let run = try await stage.audit()
      #expect(run.status == .failure)
      #expect(
        run.error.contains("credaudit: error: database '\(stage.database)' is no longer there"))
      #expect(run.error.contains("credaudit: hint: find out what removed it, then run again"))
      #expect(run.output.isEmpty && run.report == nil)
      stage.onRequest {}
      let next = try await stage.audit()
      #expect(next.status == .clean)
      #expect(try AuditStore(path: stage.database).runs(limit: 9).map(\.complete) == [true])
    }
  }

  @Test(
    "A history that is damaged ends with 4 before anything is asked, and is left as it is",
    arguments: [0.3, 0.6, 0.9])
  func damaged(_ share: Double) async throws {
    try await Scenario().perform { stage in
      _ = try await stage.audit()
      let whole = try stage.contents(of: "out/credaudit.sqlite")
      let part = whole.prefix(Int(Double(whole.count) * share))
      try stage.write(.secret(""), to: "out/credaudit.sqlite")
      try part.write(to: URL(filePath: stage.database))
      let run = try await stage.audit()
      #expect(run.status == .failure)
      #expect(run.error.contains("is damaged") && run.error.contains(".recover"))
      #expect(run.report == nil && run.connects.isEmpty)
      #expect(try stage.contents(of: "out/credaudit.sqlite") == part)
    }
  }
}
