import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// `--metrics-file`: what monitoring reads of a run.
@Suite struct MetricsFileTests {
  /// Where a collector would read.
  private static func place(_ stage: Stage) -> String { stage.reports + "/collected.prom" }

  private static func sample(_ text: String, _ metric: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix("credaudit_\(metric)") }
      .flatMap { $0.split(separator: " ").last.map(String.init) }
  }

  @Test("The file has the run's metrics, for all to read, and is named in the summary")
  func written() async throws {
    try await Scenario().perform { stage in
      let run = try await stage.audit("--metrics-file", Self.place(stage))
      #expect(run.status == .clean)
      #expect(run.output.contains(Self.place(stage)))
      let text = try stage.text(of: "out/collected.prom")
      #expect(text == (try stage.text(of: "out/credaudit.prom")))
      #expect(text.contains("run=\"\(try #require(run.report?.run.id))\""))
      #expect(Self.sample(text, "last_run_complete") == "1")
      #expect(Self.sample(text, "credential_severity{") == "1")
      // 2027-06-30T23:59:59Z
      #expect(Self.sample(text, "credential_expiry_timestamp_seconds{") == "1814399999")
      let ended = Int(Contoso.today.timeIntervalSince1970)
      #expect(Self.sample(text, "last_complete_run_timestamp_seconds") == String(ended))
      func mode(_ name: String) throws -> Int? {
        let path = stage.reports + "/" + name
        return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      }
      #expect(try mode("collected.prom") == 0o644)
      #expect(try mode("credaudit.prom") == 0o640)
    }
  }

  @Test("It does not need the format among the reports")
  func withoutFormat() async throws {
    try await Scenario().perform { stage in
      let run = try await stage.audit(
        "--formats", "json", "--metrics-file", Self.place(stage))
      #expect(run.status == .clean)
      #expect(FileManager.default.fileExists(atPath: Self.place(stage)))
      #expect(!FileManager.default.fileExists(atPath: stage.reports + "/credaudit.prom"))
    }
  }

  @Test(
    "A run that is cut short is told, and the last complete one stays what it was",
    arguments: [ExitStatus.terminated, .interrupted])
  func cutShort(_ status: ExitStatus) async throws {
    try await Scenario().perform { stage in
      let whole = try await stage.audit("--metrics-file", Self.place(stage))
      let first = try stage.text(of: "out/collected.prom")
      stage.time.advance(by: .seconds(86_400))
      let interruption = stage.interruption
      stage.onRequest { if interruption.status == nil { interruption.receive(status) } }
      let run = try await stage.audit("--metrics-file", Self.place(stage))
      #expect(run.status == status)
      let text = try stage.text(of: "out/collected.prom")
      #expect(text.contains("run=\"\(try #require(run.report?.run.id))\""))
      #expect(run.report?.run.id != whole.report?.run.id)
      #expect(Self.sample(text, "last_run_complete") == "0")
      let complete = "last_complete_run_timestamp_seconds"
      #expect(Self.sample(text, complete) == Self.sample(first, complete))
      #expect(
        Self.sample(text, "last_run_timestamp_seconds")
          != Self.sample(first, "last_run_timestamp_seconds"))
    }
  }

  @Test(
    "A place where no file can be ends with 4 before anything is asked",
    arguments: ["nowhere/credaudit.prom", "in/inventory.yaml/credaudit.prom", "keys"])
  func noPlace(_ name: String) async throws {
    try await Scenario().perform { stage in
      let run = try await stage.audit("--metrics-file", "\(stage.folder)/\(name)")
      #expect(run.status == .failure)
      #expect(run.error.hasPrefix("credaudit: error: ") && run.error.contains("--metrics-file"))
      #expect(run.connects.isEmpty && run.output == "" && run.report == nil)
      #expect(!FileManager.default.fileExists(atPath: stage.database))
      #expect(!FileManager.default.fileExists(atPath: stage.folder + "/nowhere"))
    }
  }

  @Test("No name of a file ends with 2", arguments: ["", "folder/"])
  func noName(_ name: String) async throws {
    try await Scenario().perform { stage in
      let run = try await stage.audit("--metrics-file", name)
      #expect(run.status == .usage)
      #expect(run.error.contains("--metrics-file") && run.connects.isEmpty)
    }
  }

  @Test("A file that cannot be replaced after the run ends with 4; reports and summary are there")
  func failsAtTheEnd() async throws {
    try await Scenario().perform { stage in
      let place = Self.place(stage)
      stage.onRequest {
        try? FileManager.default.createDirectory(
          atPath: place, withIntermediateDirectories: false)
      }
      let run = try await stage.audit("--metrics-file", place)
      #expect(run.status == .failure)
      #expect(run.error.contains("collected.prom") && run.error.contains("--metrics-file"))
      #expect(run.output.contains("report.json") && !run.output.contains("collected.prom"))
      #expect(run.report?.run.complete == true)
    }
  }

  @Test("Monitoring hears of a run whose reports cannot be written")
  func withoutReports() async throws {
    try await Scenario().perform { stage in
      try FileManager.default.createDirectory(
        atPath: stage.reports + "/report.html", withIntermediateDirectories: false)
      let run = try await stage.audit("--metrics-file", Self.place(stage))
      #expect(run.status == .failure && run.report == nil)
      #expect(run.output.contains("collected.prom"))
      #expect(Self.sample(try stage.text(of: "out/collected.prom"), "last_run_complete") == "1")
    }
  }

  @Test(
    "A run by hand over a part does not take away what the whole run's alerts are made of",
    arguments: [["--tenant", "contoso"], ["--offline"]])
  func part(_ filter: [String]) async throws {
    try await Scenario().perform { stage in
      _ = try await stage.audit("--metrics-file", Self.place(stage))
      let whole = try stage.text(of: "out/collected.prom")
      let run = try await stage.run(["audit", "--metrics-file", Self.place(stage)] + filter)
      #expect(run.status == .usage)
      #expect(run.error.contains("the whole inventory") && run.error.contains("hint: "))
      #expect(run.connects.isEmpty)
      #expect(try stage.text(of: "out/collected.prom") == whole)
      // What the hint says works.
      let other = try await stage.run(
        ["audit", "--metrics-file", stage.reports + "/part.prom"] + filter)
      #expect(other.status == .clean)
      let text = try stage.text(of: "out/part.prom")
      #expect(
        Self.sample(text, filter[0] == "--offline" ? "last_run_offline" : "last_run_filtered")
          == "1")
      let again = try await stage.run(
        ["audit", "--metrics-file", stage.reports + "/part.prom"] + filter)
      #expect(again.status == .clean)
    }
  }

  @Test("A plan writes no metrics")
  func plan() async throws {
    try await Scenario().perform { stage in
      let run = try await stage.audit("--plan", "--metrics-file", Self.place(stage))
      #expect(run.status == .clean)
      #expect(!FileManager.default.fileExists(atPath: Self.place(stage)))
    }
  }
}
