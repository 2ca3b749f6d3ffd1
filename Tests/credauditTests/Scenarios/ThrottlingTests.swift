import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// Services that ask to be left alone, or that fail on their own side.
@Suite struct ThrottlingTests {
  private static func scenario(
    _ script: [ScriptStep], network: String = "retries: 3", startsAt: Date = Contoso.today
  ) -> Scenario {
    var scenario = Scenario()
    scenario.startsAt = startsAt
    scenario.world = Contoso.world(Contoso.app(script: script))
    scenario.inventory = Contoso.inventory(
      network: network, "name: primary, secret: { env: SECRET }, expires: 2033-06-30")
    return scenario
  }

  @Test("A 429 is waited for as it asks, and then asked again")
  func seconds() async throws {
    let run = try await Self.scenario([.first(2, .token, .throttled(.seconds(7)))]).audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.asked(.token) == 3)
    #expect(run.waited >= .seconds(14))
    #expect(run.findings(.credentialAcquisition).first?.evidence["attempts"] == "3")
  }

  @Test("A 429 with a date is waited for until then, by the run's clock")
  func date() async throws {
    // Years from the machine's own date, so that a look at the wrong clock shows.
    let start = Contoso.days(1500)
    let until = start.addingTimeInterval(40)
    let run = try await Self.scenario(
      [.first(1, .token, .throttled(.date(until)))], startsAt: start
    ).audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.waited >= .seconds(39))
    #expect(run.waited < .seconds(60))
  }

  @Test("A 429 without a time is backed off from")
  func unsaid() async throws {
    let run = try await Self.scenario([.first(1, .token, .throttled(.unsaid))]).audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.waited > .zero)
    #expect(run.asked(.token) == 2)
  }

  @Test("Who is throttled to the end is unknown, not broken")
  func forEver() async throws {
    let run = try await Self.scenario([.always(.token, .throttled(.seconds(1)))]).audit()
    #expect(run.found(.credentialAcquisition) == ["unknown AADSTS90055"])
    #expect(run.findings(.credentialAcquisition).first?.class == "throttled")
    #expect(run.findings(.credentialAcquisition).first?.retryable == true)
    #expect(run.asked(.token) == 4)
    #expect(run.status == .unknown)
  }

  @Test("A service that fails twice is asked a third time")
  func passingFault() async throws {
    let run = try await Self.scenario([.first(2, .token, .status(503))]).audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.asked(.token) == 3)
    #expect(run.status == .clean)
  }

  @Test("A service that fails to the end is unknown", arguments: [500, 502, 503])
  func lastingFault(_ status: Int) async throws {
    let run = try await Self.scenario(
      [.always(.token, .status(status))], network: "retries: 1"
    ).audit()
    #expect(run.found(.credentialAcquisition) == ["unknown service-fault"])
    #expect(run.asked(.token) == 2)
    #expect(run.status == .unknown)
  }

  @Test("A 429 of one tenant holds back no other")
  func otherTenant() async throws {
    var scenario = Scenario()
    let second = "fab00000-0000-4000-8000-00000000fab1"
    scenario.world.tenants = [
      .entra(
        "contoso", id: Contoso.id,
        [Contoso.app(script: [.always(.token, .throttled(.seconds(600)))])]),
      .entra("fabrikam", id: second, [Contoso.app()]),
    ]
    scenario.inventory =
      Contoso.inventory(network: "retries: 0") + """
          - name: fabrikam
            authority: https://login.microsoftonline.com/\(second)
            applications:
              - name: billing
                client_id: \(Contoso.client)
                credentials: [{ \(Contoso.usual) }]

        """
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["unknown AADSTS90055"])
    #expect(run.found(.credentialAcquisition, of: "fabrikam/billing/primary") == ["pass ok"])
    #expect(run.waited < .seconds(60))
    #expect(run.status == .unknown)
  }

  @Test("What the deadline leaves is unknown, and the run says so")
  func deadline() async throws {
    var scenario = Self.scenario([], network: "retries: 0, deadline: 30s, concurrency: 1")
    scenario.world = Contoso.world(
      Contoso.app(script: [.first(1, .token, .throttled(.seconds(60)))]))
    scenario.inventory = Contoso.inventory(
      network: "retries: 0, deadline: 30s, concurrency: 1", Contoso.usual,
      "name: second, secret: { env: SECRET }, expires: 2027-06-30")
    let run = try await scenario.audit()
    let both =
      (run.found(.credentialAcquisition)
        + run.found(.credentialAcquisition, of: "contoso/billing/second"))
    #expect(both == ["unknown AADSTS90055", "unknown deadline"])
    #expect(run.asked(.token) == 1)
    #expect(run.waited < .seconds(30))
    #expect(run.status == .unknown)
  }
}
