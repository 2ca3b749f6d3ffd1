import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// What cron says and how it ends, night after night.
@Suite struct NightsTests {
  /// The secret is in a file, so that it can be another the next night under the same name.
  private static func scenario(_ secret: String, suppressions: String = "") -> Scenario {
    var scenario = Scenario()
    scenario.inventory =
      Contoso.inventory(
        application: "owner: billing@contoso.example",
        "name: primary, secret: { file: secret }, expires: 2027-06-30") + suppressions
    scenario.files = ["secret": .secret(secret)]
    return scenario
  }

  /// One audit, a day after the last.
  private func night(_ stage: Stage, _ arguments: String...) async throws -> Outcome {
    stage.time.advance(by: .seconds(86_400))
    return try await stage.run(["audit"] + arguments)
  }

  @Test("A critical that is known makes no noise the second night, and still ends with 1")
  func knownCritical() async throws {
    try await Self.scenario(Contoso.wrong).perform { stage in
      let first = try await night(stage, "--quiet")
      #expect(first.status == .findings && first.error == "")
      for words in [
        "critical  billing/primary (first seen)", "[AADSTS7000215]", "why  ", "fix  ",
        "billing@contoso.example", "1 credential: 1 critical; 1 authority: 1 pass",
      ] {
        #expect(first.output.contains(words), "\(words) is missing")
      }
      let second = try await night(stage, "--quiet")
      #expect(second.output == "" && second.error == "")
      #expect(second.status == .findings)
      let third = try await night(stage, "--quiet", "--new-only")
      #expect(third.output == "" && third.error == "" && third.status == .clean)
      #expect(third.report?.credentials.first?.verdict == .critical)
    }
  }

  @Test("What recovers and what becomes worse is said, and only on that night")
  func thereAndBack() async throws {
    try await Self.scenario(Contoso.wrong).perform { stage in
      _ = try await night(stage, "--quiet")
      try stage.write(.secret(Contoso.secret), to: "in/secret")
      let recovered = try await night(stage, "--quiet", "--new-only")
      #expect(recovered.status == .clean)
      #expect(recovered.output.hasPrefix("recovered    contoso/billing/primary: secret, "))
      #expect(recovered.output.split(separator: "\n").last?.hasPrefix("in all       ") == true)
      let well = try await night(stage, "--quiet")
      #expect(well.output == "" && well.status == .clean)
      try stage.write(.secret(Contoso.wrong), to: "in/secret")
      let worse = try await night(stage, "--quiet", "--new-only")
      #expect(worse.status == .findings)
      #expect(worse.output.contains("critical  billing/primary (worse)"))
      #expect(worse.output.contains("[AADSTS7000215]"))
    }
  }

  @Test("All well from the first night on says nothing at all, whatever else is asked for")
  func allWell() async throws {
    try await Self.scenario(Contoso.secret).perform { stage in
      let run = try await night(stage, "--quiet", "--progress", "always")
      #expect(run.output == "" && run.error == "" && run.status == .clean)
      #expect(run.report?.credentials.first?.verdict == .pass)
    }
  }

  @Test("What could not be looked at is said when it is new, and ends with 3 every night")
  func unknown() async throws {
    try await Self.scenario(Contoso.secret).perform { stage in
      _ = try await night(stage, "--quiet")
      try FileManager.default.removeItem(atPath: stage.folder + "/in/secret")
      let first = try await night(stage, "--quiet", "--new-only")
      #expect(first.status == .unknown)
      #expect(first.output.contains("unknown   billing/primary (worse)"))
      #expect(first.output.contains("[file-not-found]"))
      let second = try await night(stage, "--quiet", "--new-only")
      #expect(second.status == .unknown && second.output == "" && second.error == "")
    }
  }

  @Test("A run that was cut short speaks, however quiet it is to be")
  func incomplete() async throws {
    try await Self.scenario(Contoso.secret).perform { stage in
      _ = try await night(stage, "--quiet")
      stage.interruption.receive(.terminated)
      let run = try await night(stage, "--quiet")
      #expect(run.status == .terminated)
      #expect(run.output.hasPrefix("INCOMPLETE: "))
    }
  }

  @Test(
    "Errors speak, however quiet it is to be",
    arguments: [
      (["--formats", "pdf"], ExitStatus.usage), (["--tenant", "nobody"], .usage),
      (["--database", "/proc/none"], .failure),
    ])
  func errors(_ arguments: [String], _ status: ExitStatus) async throws {
    try await Self.scenario(Contoso.secret).perform { stage in
      let run = try await stage.run(["audit", "--quiet"] + arguments)
      #expect(run.status == status)
      #expect(run.error.hasPrefix("credaudit: error: "))
    }
  }

  @Test("What somebody answers for is no news when it appears")
  func answered() async throws {
    let suppressions = """
      suppressions:
        - match: { tenant: contoso, check: credential.acquisition }
          reason: replaced, CHG-4411
          owner: jo@contoso.example
          until: 2026-11-20

      """
    try await Self.scenario(Contoso.secret, suppressions: suppressions).perform { stage in
      _ = try await night(stage, "--quiet")
      try stage.write(.secret(Contoso.wrong), to: "in/secret")
      let run = try await night(stage, "--quiet", "--new-only")
      #expect(run.output == "" && run.status == .clean)
      #expect(run.found(.credentialAcquisition) == ["critical AADSTS7000215"])
      // Its day is over the next night: nothing has changed at the service, and yet it is news.
      let opened = try await night(stage, "--quiet", "--new-only")
      #expect(opened.status == .findings)
      #expect(opened.output.contains("critical  billing/primary"))
      #expect(opened.output.contains("new: "))
      let known = try await night(stage, "--quiet", "--new-only")
      #expect(known.output == "" && known.status == .clean)
    }
  }

  @Test("What has gone and what was rotated is told beside news, and alone is no reason to speak")
  func goneAndRotated() async throws {
    func inventory(_ end: String, _ others: String...) -> String {
      let credentials = ["name: primary, secret: { file: secret }, expires: \(end)"] + others
      return Contoso.inventory(credentials.joined(separator: " }\n          - { "))
    }
    var scenario = Self.scenario(Contoso.secret)
    scenario.inventory = inventory("2027-06-30", "name: old, secret: { file: secret }")
    try await scenario.perform { stage in
      let first = try await night(stage, "--quiet")
      // Nobody knows when it ends, and both applications' secrets are one.
      #expect(first.output.contains("[no-end-known]"))
      try stage.write(.open(inventory("2027-08-31")), to: "in/inventory.yaml")
      let second = try await night(stage, "--quiet")
      #expect(second.output == "" && second.status == .clean)
      try stage.write(
        .open(inventory("2027-10-31", "name: new, secret: { env: NOWHERE }")),
        to: "in/inventory.yaml")
      let third = try await night(stage, "--quiet")
      #expect(third.output.contains("unknown   billing/new (first seen)"))
      #expect(third.output.contains("rotated      contoso/billing/primary: secret, "))
      try stage.write(
        .open(inventory("2027-10-31", "name: other, secret: { env: NOWHERE }")),
        to: "in/inventory.yaml")
      let fourth = try await night(stage, "--quiet")
      #expect(fourth.output.contains("gone         contoso/billing/new: "))
      #expect(fourth.output.contains("was unknown (variable-not-set)"))
    }
  }

  @Test("Since when something is known is said, and what is production's comes first")
  func standing() async throws {
    var scenario = Scenario()
    scenario.inventory =
      Contoso.inventory(
        "name: any, secret: { env: NOWHERE }, expires: 2027-06-30",
        "name: live, secret: { env: NOWHERE }, expires: 2027-06-30, tags: [prod]")
      + "production_tags: [prod]\n"
    try await scenario.perform { stage in
      for number in 0..<3 {
        let run = try await night(stage)
        #expect(run.report?.credentials.map(\.credential) == ["live", "any"])
        let told = number == 0 ? "" : " (since 19 Nov, \(number + 1) runs)"
        #expect(run.output.contains("unknown   billing/live\(told): secret"))
        #expect(run.output.contains("order        Worst verdict first;"))
      }
    }
  }
}
