import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
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

  @Test("A night later a result is known again: as unchanged, since when, and at its line")
  func secondNight() async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Contoso.wrong
    try await scenario.perform { stage in
      var seen: [[String: Any]] = []
      for _ in 0..<2 {
        _ = try await stage.audit()
        seen.append(try #require((try Self.sarif(stage)["results"] as? [[String: Any]])?.first))
        stage.time.advance(by: .seconds(86_400))
      }
      #expect(seen.map { $0["baselineState"] as? String } == ["new", "unchanged"])
      let prints = seen.map { $0["partialFingerprints"] as? [String: String] }
      #expect(prints[0] != nil && prints[0] == prints[1])
      let since = seen.map { ($0["properties"] as? [String: Any])?["since"] as? String }
      #expect(since == ["2026-11-18T11:06:40Z", "2026-11-18T11:06:40Z"])
      let lines = Contoso.inventory().split(separator: "\n", omittingEmptySubsequences: false)
      let line = try #require(lines.firstIndex { $0.contains("name: primary") }) + 1
      let places = seen[1]["locations"] as? [[String: Any]]
      let place = places?.first?["physicalLocation"] as? [String: Any]
      #expect((place?["region"] as? [String: Any])?["startLine"] as? Int == line)
      let text = try stage.text(of: "out/report.md")
      #expect(
        text.contains(
          "; since 18 Nov 2026, 11:06 UTC; [portal](https://portal.azure.com/#@\(Contoso.id)/view/"
            + "Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/"
            + "\(Contoso.client))\n"))
      #expect(text.contains("compared with the run of 18 Nov 2026, 11:06 UTC"))
      #expect(text.contains("None since the last run.\n"))
      #expect(try stage.text(of: "out/junit.xml").contains("\nSince: 2026-11-18T11:06:40Z"))
    }
  }

  @Test("What left the inventory is told in chat, skipped in a pipeline and no result")
  func gone() async throws {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory(
      Contoso.usual, "name: second, secret: { env: NOT_SET }, expires: 2027-06-30")
    try await scenario.perform { stage in
      _ = try await stage.audit()
      #expect(try Self.results(stage) == ["error credential.source/variable-not-set"])
      try stage.write(.open(Contoso.inventory()), to: "in/inventory.yaml")
      let run = try await stage.audit()
      #expect(run.status == .clean)
      #expect(try Self.results(stage).isEmpty)
      #expect(try Self.counts(stage) == ["failures": 0, "errors": 0])
      #expect(
        try stage.text(of: "out/junit.xml").contains("<skipped message=\"the inventory no longer"))
      #expect(try stage.text(of: "out/report.md").contains("- Gone: `contoso/billing/second`\n"))
    }
  }

  @Test(
    "What somebody answers for turns no pipeline red, and everybody reads who, why and until when")
  func suppressed() async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Contoso.wrong
    scenario.inventory =
      Contoso.inventory()
        + """
        suppressions:
          - match: { tenant: contoso, check: credential.acquisition }
            reason: replaced, CHG-4411
            owner: jo@contoso.example
            until: 2026-12-15

        """
    try await scenario.perform { stage in
      let run = try await stage.audit()
      #expect(run.status == .clean)
      #expect(try Self.counts(stage) == ["failures": 0, "errors": 0])
      let skipped = "<skipped message=\"suppressed until 2026-12-15 by jo@contoso.example: replaced"
      #expect(try stage.text(of: "out/junit.xml").contains(skipped))
      #expect(try Self.results(stage) == ["error credential.acquisition/AADSTS7000215"])
      let result = (try Self.sarif(stage)["results"] as? [[String: Any]])?.first
      let kept = (result?["suppressions"] as? [[String: Any]])?.first
      #expect(kept?["status"] as? String == "accepted")
      #expect(kept?["justification"] as? String == "replaced, CHG-4411")
      let text = try stage.text(of: "out/report.md")
      #expect(text.contains("Nothing is wrong with what was looked at."))
      #expect(
        text.contains(
          "- critical `contoso/billing/primary` (`AADSTS7000215`) until 2026-12-15 by "
            + "`jo@contoso.example`: replaced, CHG-4411\n"))
    }
  }
}
