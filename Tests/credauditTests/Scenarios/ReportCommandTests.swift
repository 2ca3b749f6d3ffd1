import AuditReports
import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// Reports out of the database, and what the files are like.
@Suite struct ReportCommandTests {
  private static let files = ReportFormat.allCases.map(\.fileName)

  private static func contents(_ stage: Stage) throws -> [Data] {
    try files.map { try stage.contents(of: "out/" + $0) }
  }

  @Test("A stored run gives the same bytes, however it is named")
  func sameBytes() async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Contoso.wrong
    try await scenario.perform { stage in
      let run = try await stage.audit()
      let first = try Self.contents(stage)
      let id = try #require(run.report?.run.id)
      stage.time.advance(by: .seconds(86_400))
      for arguments in [["--run", id], ["--as-of", "2026-11-18"], []] {
        let again = try await stage.run(["report"] + arguments)
        #expect(again.status == .clean)
        #expect(try Self.contents(stage) == first)
        #expect(again.output == run.output)
      }
      let second = try await stage.audit()
      #expect(second.report?.run.id != id)
      _ = try await stage.run(["report", "--as-of", "2026-11-18"])
      #expect(try Self.contents(stage) == first)
      #expect(stage.simulator.core.requestCount(.discovery) == 2)
    }
  }

  @Test("A run of a day's last second is that day's")
  func lastSecond() async throws {
    var scenario = Scenario()
    scenario.startsAt = Date(timeIntervalSince1970: 1_795_046_399.5)  // 2026-11-18T23:59:59.5Z
    try await scenario.perform { stage in
      let id = try #require(try await stage.audit().report?.run.id)
      stage.time.advance(by: .seconds(1))
      _ = try await stage.audit()
      let report = try await stage.run(["report", "--as-of", "2026-11-18"])
      #expect(report.report?.run.id == id)
    }
  }

  @Test("A report goes to standard output in a program's form")
  func piped() async throws {
    try await Scenario().perform { stage in
      _ = try await stage.audit()
      let json = try await stage.run(["report", "--format", "json"])
      #expect(Data(json.output.utf8) == (try stage.contents(of: "out/report.json")))
      let csv = try await stage.run(["report", "--format", "csv"])
      #expect(Data(csv.output.utf8) == (try stage.contents(of: "out/findings.csv")))
    }
  }

  @Test(
    "What the database does not have is told",
    arguments: [["--run", "11111111-2222-4333-8444-555555555555"], ["--as-of", "2026-11-17"]])
  func notThere(_ arguments: [String]) async throws {
    try await Scenario().perform { stage in
      _ = try await stage.audit()
      let run = try await stage.run(["report"] + arguments)
      #expect(run.status == .usage)
      #expect(run.error.hasPrefix("credaudit: error: ") && run.error.contains("hint: "))
      #expect(run.report == nil)
    }
  }

  @Test("Without a database there is nothing to report, and none is made")
  func noDatabase() async throws {
    try await Scenario().perform { stage in
      let run = try await stage.run(["report"])
      #expect(run.status == .usage)
      #expect(!FileManager.default.fileExists(atPath: stage.database))
    }
  }

  @Test("Reports are for the group, the database for this user alone")
  func modes() async throws {
    try await Scenario().perform { stage in
      _ = try await stage.audit()
      func mode(_ name: String) throws -> Int? {
        let path = stage.folder + "/out/" + name
        return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      }
      for name in Self.files { #expect(try mode(name) == 0o640) }
      #expect(try mode("credaudit.sqlite") == 0o600)
    }
  }

  @Test("Only the formats that were asked for are written")
  func formats() async throws {
    try await Scenario().perform { stage in
      let run = try await stage.audit("--formats", "csv, CSV")
      #expect(run.status == .clean && run.report == nil)
      #expect(FileManager.default.fileExists(atPath: stage.reports + "/findings.csv"))
      #expect(!FileManager.default.fileExists(atPath: stage.reports + "/report.html"))
    }
  }

  @Test("In a pipe there is no progress, no colour and no talk")
  func piping() async throws {
    let run = try await Scenario().audit()
    #expect(run.error == "")
    #expect(!run.output.contains("\u{1B}"))
    let shown = try await Scenario().audit("--progress", "always", "--log-level", "debug")
    #expect(shown.error.contains("2/2") || shown.error.contains("2 of 2"))
    #expect(shown.error.contains("judged"))
  }

  @Test("Names and words that are markup or formulas do no harm")
  func hostileNames() async throws {
    let markup = "<img src=x onerror=alert(1)>"
    var scenario = Scenario()
    scenario.world = Contoso.world(
      Contoso.app(script: [
        .always(.token, .oauthError("=HYPERLINK(\"x\")<script>alert(1)</script>", status: 400))
      ]))
    scenario.inventory = Contoso.inventory()
      .replacing("name: contoso", with: "name: \"\(markup)\"")
      .replacing("name: billing", with: "name: \"=cmd|' !A1\"")
      .replacing("name: primary", with: "name: \"+1+cmd|' !A0\", owner: \"@SUM(1)\"")
    try await scenario.perform { stage in
      let run = try await stage.audit()
      #expect(run.status == .findings)
      #expect(run.report?.authorities.first?.tenant == markup)
      let page = try stage.text(of: "out/report.html")
      #expect(!page.contains("<img src=x") && !page.contains("<script>alert"))
      let table = try stage.text(of: "out/findings.csv")
      #expect(table.contains("cmd|"))
      #expect(!table.contains(#/(^|[,\n])"?[=+@]/#))
    }
  }
}
