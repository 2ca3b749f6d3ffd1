import CredentialAudit
import EntraIdentity
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// Managed identities that vouch for an application in the place of its own credential.
@Suite struct VouchingIdentityTests {
  private static let vouching = ManagedIdentityTests.user
  private static let exchange = "api://AzureADTokenExchange"

  private static func scenario(
    _ kind: SimulatedMachine.Kind = .virtualMachine,
    registered: SimulatedApplication = vouching, network: String = "", script: [ScriptStep] = [],
    service: [ScriptStep] = []
  ) throws -> Scenario {
    let application = SimulatedApplication(
      "billing", clientID: Contoso.client,
      federatedCredentials: [
        try .managedIdentity(registered, of: Contoso.id)
      ], script: service)
    var scenario = ManagedIdentityTests.scenario(
      kind, "federated: { managed_identity: { client_id: \(vouching.clientID) } }",
      network: network, script: script)
    scenario.world = Contoso.world(application)
    return scenario
  }

  @Test("An identity that the application does not expect is refused, and says who it is")
  func otherIdentity() async throws {
    let run = try await Self.scenario(registered: ManagedIdentityTests.system).audit()
    let finding = try #require(run.findings(.credentialAcquisition).first)
    #expect(finding.words == "critical AADSTS700213")
    #expect(finding.evidence["assertion_subject"] == Self.vouching.objectID)
    #expect(
      finding.evidence["assertion_issuer"]
        == "https://login.microsoftonline.com/\(Contoso.id)/v2.0")
    #expect(finding.evidence["assertion_audience"] == Self.exchange)
    #expect(run.status == .findings)
  }

  @Test("An identity that is not assigned is the platform's finding; the service is not asked")
  func notAssigned() async throws {
    var scenario = try Self.scenario(.appService)
    scenario.machine?.identities = [.init(ManagedIdentityTests.system)]
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["critical identity-not-assigned"])
    #expect(run.findings(.credentialAcquisition).first?.evidence["attempts"] == "0")
    #expect(run.asked(.token) == 0)
  }

  @Test("Without a platform it is unknown, and the service is not asked")
  func nowhere() async throws {
    var scenario = try Self.scenario()
    scenario.machine = nil
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["unknown no-managed-identity"])
    #expect(run.asked(.token) == 0)
    #expect(run.status == .unknown)
  }

  @Test("A service that fails after the platform has answered is the service's finding")
  func serviceFault() async throws {
    let run = try await Self.scenario(
      network: "retries: 1", script: [.first(1, nil, .status(503))],
      service: [.always(.token, .status(503))]
    ).audit()
    #expect(run.found(.credentialAcquisition) == ["unknown service-fault"])
  }

  @Test("Each attempt presents what the platform gives then")
  func fresh() async throws {
    let run = try await Self.scenario(service: [.first(2, .token, .status(503))]).audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.asked(.token) == 3)
    #expect(run.platformRequests.count == 3)
    #expect(run.platformRequests.allSatisfy { $0.query?.contains("AzureADTokenExchange") == true })
  }

  @Test("An assertion that the service repeats is nowhere to be seen")
  func echo() async throws {
    let run = try await Self.scenario(
      service: [.always(.token, .echo(.everything))]
    ).audit("--log-level", "debug")
    #expect(run.found(.credentialAcquisition) == ["critical AADSTS90013"])
  }

  @Test("Each cloud has an audience of its own")
  func audience() async throws {
    var scenario = try Self.scenario()
    scenario.world = SimulatedWorld([
      .entra(
        "contoso", id: Contoso.id, cloud: .usGovernment, scenario.world.tenants[0].applications)
    ])
    scenario.inventory = scenario.inventory.replacing(
      Contoso.host, with: "login.microsoftonline.us")
    let run = try await scenario.audit()
    let query = try #require(run.platformRequests.first?.query)
    #expect(query.contains("resource=api%3A%2F%2FAzureADTokenExchangeUSGov&"))
  }

  @Test("A token comes, for the application and not for the identity")
  func good() async throws {
    let run = try await Self.scenario().audit("--log-level", "debug")
    #expect(run.found(.credentialSource) == ["skipped kept-by-platform"])
    #expect(run.found(.credentialExpiry) == ["skipped no-expiry-kind"])
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.found(.credentialToken) == ["pass ok"])
    #expect(run.status == .clean)
  }
}
