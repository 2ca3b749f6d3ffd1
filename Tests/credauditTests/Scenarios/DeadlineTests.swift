import CredentialAudit
import EntraSimulator
import Synchronization
import TestSupport
import Testing

@testable import credaudit

/// What is left when the run's time is up: unknown, with a code that says why.
@Suite struct DeadlineTests {
  private static let second = "fab00000-0000-4000-8000-00000000fab1"

  /// Two tenants, one request at a time, half a minute for all of it.
  private static let scenario: Scenario = {
    var scenario = Scenario()
    scenario.world.tenants.append(.entra("fabrikam", id: second, [Contoso.app()]))
    scenario.inventory =
      Contoso.inventory(network: "per_host: 1, deadline: 30s") + """
          - name: fabrikam
            authority: https://login.microsoftonline.com/\(second)
            applications:
              - name: billing
                client_id: \(Contoso.client)
                credentials: [{ \(Contoso.usual) }]

        """
    return scenario
  }()

  /// Runs with a clock that jumps past the deadline when the service gets so many requests.
  private func run(until number: Int) async throws -> Outcome {
    try await Self.scenario.perform { stage in
      let requests = Mutex(0)
      let time = stage.time
      stage.onRequest {
        let isLast = requests.withLock {
          $0 += 1
          return $0 == number
        }
        if isLast { time.advance(by: .seconds(60)) }
      }
      return try await stage.audit()
    }
  }

  @Test("An authority that was not asked in time is unknown, and so are its credentials")
  func authorities() async throws {
    let run = try await run(until: 1)
    #expect(run.requests.count == 1)
    let tenants = ["contoso", "fabrikam"]
    let late = try #require(
      tenants.first { run.found(.authorityDiscovery, of: $0) == ["unknown deadline"] })
    let early = try #require(tenants.first { $0 != late })
    // The one whose document came in time was proven; what it was to be asked next was not asked.
    #expect(run.found(.authorityDiscovery, of: early) == ["pass ok"])
    #expect(run.found(.authorityKeys, of: early) == ["unknown deadline"])
    #expect(
      run.found(.credentialAcquisition, of: early + "/billing/primary") == ["unknown deadline"])
    let tried = run.findings(.credentialAcquisition, of: late + "/billing/primary")
    #expect(tried.map(\.words) == ["unknown authority-failed"])
    #expect(tried.first?.evidence["authority_code"] == "deadline")
    #expect(run.report?.run.complete == true)
    #expect(run.status == .unknown)
  }

  @Test("A credential that was not tried in time is unknown, and its host is named")
  func acquisitions() async throws {
    let run = try await run(until: 4)
    let subjects = ["contoso/billing/primary", "fabrikam/billing/primary"]
    let left = subjects.flatMap { run.findings(.credentialAcquisition, of: $0) }.filter {
      $0.code == "deadline"
    }
    #expect(!left.isEmpty)
    for finding in left {
      #expect(finding.verdict == .unknown && finding.retryable)
      #expect(finding.evidence["host"] == Contoso.host)
      #expect(finding.summary.contains(Contoso.host))
      #expect(finding.fix?.contains("network.deadline") == true)
    }
    #expect(run.requests.count == 4)
    #expect(run.status == .unknown)
  }
}
