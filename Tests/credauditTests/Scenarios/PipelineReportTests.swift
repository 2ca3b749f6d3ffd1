import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// `junit.xml`, `report.sarif` and `report.md` of real runs, as a pipeline and a chat get them.
@Suite struct PipelineReportTests {
  private static func counts(_ stage: Stage) throws -> [String: Int] {
    let text = try stage.text(of: "out/junit.xml")
    let head = try #require(text.firstMatch(of: /<testsuites [^>]*>/)).output
    return Dictionary(
      uniqueKeysWithValues: head.matches(of: /(failures|errors)="(\d+)"/).map {
        (String($0.1), Int($0.2) ?? -1)
      })
  }

  private static func sarif(_ stage: Stage) throws -> [String: Any] {
    let log = try JSONSerialization.jsonObject(with: stage.contents(of: "out/report.sarif"))
    return try #require(((log as? [String: Any])?["runs"] as? [[String: Any]])?.first)
  }

  private static func results(_ stage: Stage) throws -> [String] {
    let results = try #require(try sarif(stage)["results"] as? [[String: Any]])
    return results.map { "\($0["level"] ?? "") \($0["ruleId"] ?? "")" }
  }

  private static func succeeded(_ stage: Stage) throws -> Bool? {
    let invocations = try sarif(stage)["invocations"] as? [[String: Any]]
    return invocations?.first?["executionSuccessful"] as? Bool
  }

  @Test("A clean run is green everywhere")
  func clean() async throws {
    try await Scenario().perform { stage in
      let run = try await stage.audit()
      #expect(run.status == .clean)
      #expect(try Self.counts(stage) == ["failures": 0, "errors": 0])
      #expect(try Self.results(stage).isEmpty)
      #expect(try Self.succeeded(stage) == true)
      #expect(try stage.text(of: "out/report.md").contains("Nothing is wrong"))
    }
  }

  @Test("A refused secret is a failure, an error at its place in the inventory, and worst in chat")
  func refused() async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Contoso.wrong
    try await scenario.perform { stage in
      let run = try await stage.audit()
      #expect(run.status == .findings)
      #expect(try Self.counts(stage) == ["failures": 1, "errors": 0])
      #expect(try stage.text(of: "out/junit.xml").contains("<failure type=\"AADSTS7000215\""))
      #expect(try Self.results(stage) == ["error credential.acquisition/AADSTS7000215"])
      #expect(
        try stage.text(of: "out/report.sarif").contains("\"uri\": \"file://\(stage.inventory)\""))
      let text = try stage.text(of: "out/report.md")
      #expect(text.contains("- **critical** `billing/primary`: secret, 224 days left"))
      #expect(text.contains("(`AADSTS7000215`)"))
    }
  }

  @Test("A warning turns no pipeline red")
  func warning() async throws {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory("name: primary, secret: { env: SECRET }")
    try await scenario.perform { stage in
      let run = try await stage.audit()
      #expect(run.status == .clean)
      #expect(try Self.counts(stage) == ["failures": 0, "errors": 0])
      #expect(try stage.text(of: "out/junit.xml").contains("<system-out>warning no-end-known: "))
      #expect(try Self.results(stage) == ["warning credential.expiry/no-end-known"])
    }
  }

  @Test("What could not be looked at is red everywhere, though nothing is critical")
  func unknown() async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = nil
    try await scenario.perform { stage in
      let run = try await stage.audit()
      #expect(run.status == .unknown)
      #expect(try Self.counts(stage) == ["failures": 0, "errors": 1])
      #expect(try Self.results(stage) == ["error credential.source/variable-not-set"])
      #expect(try Self.succeeded(stage) == true)
      #expect(try stage.text(of: "out/report.md").contains("- **unknown** `billing/primary`"))
    }
  }

  @Test("A run that was cut short is red everywhere, though nothing wrong was seen")
  func cutShort() async throws {
    try await Scenario().perform { stage in
      let interruption = stage.interruption
      stage.onRequest { interruption.receive(.terminated) }
      let run = try await stage.audit()
      #expect(run.status == .terminated)
      #expect(try Self.counts(stage)["errors"] != 0)
      #expect(try Self.results(stage).contains("error run/run-incomplete"))
      #expect(try Self.succeeded(stage) == false)
      #expect(try stage.text(of: "out/report.md").contains("> **Incomplete:** "))
    }
  }
}
