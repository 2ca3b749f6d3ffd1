import CredentialAudit
import EntraSimulator
import TestSupport
import Testing

@testable import credaudit

/// What cannot be looked at night after night.
@Suite struct UnknownForTests {
  private static func scenario(
    failing nights: Int, application: String = "", endpoint: ScriptStep.Endpoint = .token
  ) -> Scenario {
    var scenario = Scenario()
    scenario.world = Contoso.world(script: [.first(nights, endpoint, .status(500))])
    scenario.inventory = Contoso.inventory(network: "retries: 0", application: application)
    return scenario
  }

  /// One night after the other, a day and a minute apart.
  private static func nights(
    _ arguments: [[String]], on stage: Stage
  ) async throws -> [Outcome] {
    var outcomes: [Outcome] = []
    for more in arguments {
      outcomes.append(try await stage.run(["audit"] + more))
      stage.time.advance(by: .seconds(86_460))
    }
    return outcomes
  }

  @Test("After three days it is critical, fails the run, and recovers as soon as it is seen again")
  func threeDays() async throws {
    try await Self.scenario(failing: 5).perform { stage in
      let runs = try await Self.nights(Array(repeating: [], count: 7), on: stage)
      #expect(
        runs.map { $0.found(.credentialAcquisition)[0] }
          == Array(repeating: "unknown service-fault", count: 3)
          + ["critical service-fault", "critical service-fault", "pass ok", "pass ok"])
      #expect(
        runs.map(\.status)
          == [.unknown, .unknown, .unknown, .findings, .findings, .clean, .clean])
      #expect(
        runs.map { $0.report?.credentials[0].change } == [
          "first_seen", "unchanged", "unchanged", "worse", "unchanged", "recovered", "unchanged",
        ])
      let overdue = try #require(runs[3].findings(.credentialAcquisition).first)
      #expect(overdue.summary.contains("since 2026-11-18T11:06:40Z, for longer than 3 days"))
      #expect(overdue.fix?.contains("Somebody must look") == true)
      #expect(overdue.retryable && overdue.class == "service_fault")
      #expect(runs[3].output.contains("could not be looked at since"))
    }
  }

  @Test(
    "How long is borne is the inventory's to say",
    arguments: [("1d", 1), ("2d", 2), ("10d", nil)])
  func limit(_ days: String, _ critical: Int?) async throws {
    let scenario = Self.scenario(failing: 4, application: "unknown_for: \(days)")
    try await scenario.perform { stage in
      let runs = try await Self.nights(Array(repeating: [], count: 4), on: stage)
      #expect(runs.firstIndex { $0.status == .findings } == critical)
    }
  }

  @Test(
    "Having become critical makes nothing of it seen: what does not fail by that still ends with 3",
    arguments: [
      (
        ["--fail-on", "never"],
        [ExitStatus.unknown, .unknown, .unknown, .unknown, .unknown, .clean]
      ),
      (["--new-only"], [.unknown, .unknown, .unknown, .findings, .unknown, .clean]),
    ])
  func stillUnseen(_ options: [String], _ statuses: [ExitStatus]) async throws {
    try await Self.scenario(failing: 5).perform { stage in
      let runs = try await Self.nights(Array(repeating: options, count: 6), on: stage)
      #expect(runs[4].found(.credentialAcquisition) == ["critical service-fault"])
      #expect(runs.map(\.status) == statuses)
    }
  }

  @Test("An offline run neither counts nor interrupts")
  func offline() async throws {
    try await Self.scenario(failing: 3).perform { stage in
      let off = ["--offline"]
      let runs = try await Self.nights([[], off, off, off, []], on: stage)
      #expect(runs.map(\.status) == [.unknown, .clean, .clean, .clean, .findings])
      #expect(runs[4].found(.credentialAcquisition) == ["critical service-fault"])
      #expect(runs[4].report?.credentials[0].change == "worse")
    }
  }

  @Test("An authority that nobody reaches is critical too, and what depends on it with it")
  func authority() async throws {
    try await Self.scenario(failing: 9, endpoint: .discovery).perform { stage in
      let runs = try await Self.nights(Array(repeating: [], count: 4), on: stage)
      #expect(runs[2].found(.authorityDiscovery) == ["unknown service-fault"])
      #expect(runs[3].found(.authorityDiscovery) == ["critical service-fault"])
      #expect(runs[3].found(.credentialAcquisition) == ["critical authority-failed"])
      #expect(runs[3].report?.authorities[0].verdict == .critical)
    }
  }
}
