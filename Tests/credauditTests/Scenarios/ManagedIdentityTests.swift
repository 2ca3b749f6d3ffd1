import CredentialAudit
import EntraIdentity
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// Credentials that the platform keeps for what runs on it.
@Suite struct ManagedIdentityTests {
  typealias Kind = SimulatedMachine.Kind

  static let system = SimulatedApplication(
    "machine", clientID: Contoso.client, roles: ["User.Read.All"])
  static let user = SimulatedApplication(
    "user-assigned", clientID: "0f3c1f6e-92a5-4d3c-9f6d-0a7c3a4b5c6d")
  static let userID = "/subscriptions/0/resourceGroups/g/providers/m/userAssignedIdentities/u"

  /// A run on a machine that keeps both identities.
  static func scenario(
    _ kind: Kind = .virtualMachine, _ credential: String = "managed_identity: system",
    network: String = "", script: [ScriptStep] = [],
    identities: [SimulatedMachine.Identity] = [.init(system), .init(user, resourceID: userID)]
  ) -> Scenario {
    var scenario = Scenario()
    scenario.environment = [:]
    scenario.world = Contoso.world()
    scenario.machine = SimulatedMachine(
      kind, tenant: scenario.world.tenants[0], identities, script: script)
    scenario.inventory = Contoso.inventory(network: network, "name: primary, " + credential)
    return scenario
  }

  // MARK: What goes wrong

  @Test("On a machine without a platform it is unknown, and says so")
  func nowhere() async throws {
    var scenario = Self.scenario()
    scenario.machine = nil
    let run = try await scenario.audit()
    #expect(run.found(.credentialSource) == ["skipped kept-by-platform"])
    #expect(run.found(.credentialAcquisition) == ["unknown no-managed-identity"])
    #expect(run.found(.credentialToken) == ["skipped depends-on-acquisition"])
    #expect(run.findings(.credentialAcquisition).first?.retryable == false)
    #expect(run.status == .unknown)
    // No more than the host's rate asks for: it is not asked again.
    #expect(run.waited < .seconds(1))
    #expect(run.output.contains("no-managed-identity"))
  }

  @Test(
    "An identity that is not assigned is critical",
    arguments: [Kind.virtualMachine, .appService],
    [
      "client_id: 11111111-2222-4333-8444-555555555555",
      "object_id: 11111111-2222-4333-8444-555555555555", "resource_id: /subscriptions/0/other",
    ])
  func notAssigned(_ kind: Kind, _ id: String) async throws {
    let run = try await Self.scenario(kind, "managed_identity: { \(id) }").audit()
    #expect(run.found(.credentialAcquisition) == ["critical identity-not-assigned"])
    #expect(run.platformRequests.count == 1)
    #expect(run.status == .findings)
  }

  @Test("A machine without identities is critical, whatever its words", arguments: Kind.allCases)
  func none(_ kind: Kind) async throws {
    let run = try await Self.scenario(kind, identities: []).audit()
    #expect(run.findings(.credentialAcquisition).map(\.verdict) == [.critical])
    #expect(run.status == .findings)
  }

  @Test("A resource that the directory lacks is named with the directory's code")
  func resource() async throws {
    let run = try await Self.scenario(
      .virtualMachine, "managed_identity: system, scopes: [https://nobody.example/.default]"
    ).audit()
    let finding = try #require(run.findings(.credentialAcquisition).first)
    #expect(finding.words == "critical platform-resource-refused")
    #expect(finding.evidence["aadsts"] == "AADSTS500011")
    #expect(finding.class == "resource_missing")
  }

  @Test("App Service says no more than 500 of such a resource: that is unknown, and asked again")
  func appServiceResource() async throws {
    let run = try await Self.scenario(
      .appService, "managed_identity: system, scopes: [https://nobody.example/.default]",
      network: "retries: 2"
    ).audit()
    #expect(run.found(.credentialAcquisition) == ["unknown platform-fault"])
    #expect(run.platformRequests.count == 3)
  }

  @Test(
    "A platform that does not believe the run is unknown: the identity was not asked about",
    arguments: [
      (Kind.appService, "IDENTITY_HEADER"), (.machineLearning, "MSI_SECRET"),
      (.serviceFabric, "IDENTITY_HEADER"),
    ])
  func yesterday(_ kind: Kind, _ name: String) async throws {
    var scenario = Self.scenario(kind)
    scenario.environment[name] = "a-header-of-yesterday"
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["unknown platform-unauthorized"])
    #expect(run.status == .unknown)
  }

  @Test("To an endpoint with another certificate than the platform named nothing is sent")
  func otherCertificate() async throws {
    var scenario = Self.scenario(.serviceFabric)
    scenario.settings["IDENTITY_SERVER_THUMBPRINT"] = String(repeating: "AB", count: 20)
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["unknown platform-certificate-mismatch"])
    #expect(run.platformRequests.isEmpty)
    #expect(run.status == .unknown)
  }

  @Test(
    "A variable that leads off the machine by plain http is not followed",
    arguments: ["managed_identity: system", "federated: { managed_identity: system }"])
  func leadsAway(_ credential: String) async throws {
    var scenario = Self.scenario(.appService, credential)
    scenario.settings["IDENTITY_ENDPOINT"] = "http://\(Contoso.host)/msi/token"
    let run = try await scenario.audit()
    #expect(run.found(.credentialSource) == ["unknown platform-settings-invalid"])
    #expect(run.found(.credentialAcquisition) == ["skipped depends-on-source"])
    #expect(run.requests.allSatisfy { $0.path != "/msi/token" })
    #expect(run.asked(.token) == 0)
    #expect(run.status == .unknown)
  }

  @Test(
    "Where the platform lets nobody choose, another identity is not asked for",
    arguments: [Kind.azureArc, .serviceFabric, .cloudShell])
  func notSelectable(_ kind: Kind) async throws {
    let run = try await Self.scenario(
      kind, "managed_identity: { client_id: \(Self.user.clientID) }"
    ).audit()
    #expect(run.found(.credentialAcquisition) == ["unknown identity-not-selectable"])
    #expect(run.platformRequests.isEmpty)
  }

  @Test(
    "Who stands in the place of Azure Arc's agent gets no file of this machine",
    arguments: ["Basic realm=/etc/passwd", "Basic realm=in/inventory.yaml", "Bearer", ""])
  func challenge(_ challenge: String) async throws {
    var scenario = Self.scenario(.azureArc)
    scenario.machine?.challenge = challenge
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["unknown arc-challenge-invalid"])
    #expect(run.platformRequests.allSatisfy { $0.header("authorization") == nil })
  }

  @Test("A platform that does not answer is unknown")
  func silent() async throws {
    let run = try await Self.scenario(
      .appService, network: "timeout: 1s, retries: 0", script: [.always(nil, .hang)]
    ).audit()
    let finding = try #require(run.findings(.credentialAcquisition).first)
    #expect(finding.words == "unknown platform-unreachable")
    #expect(finding.evidence["kind"] == "timeout")
  }

  @Test("A page in the platform's place is unknown", arguments: Kind.allCases)
  func page(_ kind: Kind) async throws {
    let run = try await Self.scenario(kind, script: [.always(nil, .portalPage)]).audit()
    let found = kind == .azureArc ? "arc-challenge-invalid" : "unexpected-response"
    #expect(run.found(.credentialAcquisition) == ["unknown \(found)"])
  }

  @Test("A platform that asks for more patience than the run has is unknown at once")
  func deadline() async throws {
    let run = try await Self.scenario(
      network: "deadline: 5m", script: [.always(nil, .throttled(.seconds(600)))]
    ).audit()
    #expect(run.found(.credentialAcquisition) == ["unknown platform-throttled"])
    #expect(run.platformRequests.count == 1)
    #expect(run.waited < .seconds(60))
  }

  @Test("A token that is not the one that was asked for is critical")
  func otherApplication() async throws {
    // Without an identity of its own, a virtual machine gives the only one it has.
    let run = try await Self.scenario(
      identities: [.init(Self.user, resourceID: Self.userID)]
    ).audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.found(.credentialToken) == ["critical token-other-application"])
    #expect(run.status == .findings)
  }

  @Test(
    "A platform's token is judged like any other",
    arguments: [
      (Misbehaviour.TokenFault.foreignKey, "critical signature-invalid"),
      (.tenant(Contoso.other), "critical token-other-tenant"), (.expired, "critical token-expired"),
      (.unknownKeyID, "unknown signing-key-unknown"), (.opaque, "skipped opaque-token"),
    ])
  func badToken(_ fault: Misbehaviour.TokenFault, _ found: String) async throws {
    // Graph's tokens are verified by Graph alone where something is wrong with them.
    let run = try await Self.scenario(
      .virtualMachine, "managed_identity: system, scopes: [https://management.azure.com/.default]",
      script: [.always(nil, .token(fault))]
    ).audit()
    #expect(run.found(.credentialToken).contains(found))
  }

  @Test(
    "A platform that repeats what it was sent tells nobody",
    arguments: [Kind.appService, .machineLearning, .azureArc], Misbehaviour.EchoForm.allCases)
  func echo(_ kind: Kind, _ form: Misbehaviour.EchoForm) async throws {
    // Azure Arc's agent is sent its key with the second request.
    let script: [ScriptStep] =
      (kind == .azureArc ? [.first(1, nil, .normal)] : [])
      + [.always(nil, .echo(form))]
    let run = try await Self.scenario(kind, network: "retries: 0", script: script)
      .audit("--log-level", "debug")
    #expect(run.findings(.credentialAcquisition).first?.verdict != .pass)
  }

  // MARK: What goes well

  @Test(
    "On every platform the token is asked for, verified and kept from sight",
    arguments: Kind.allCases)
  func good(_ kind: Kind) async throws {
    let run = try await Self.scenario(kind).audit("--log-level", "debug")
    let source = try #require(run.findings(.credentialSource).first)
    #expect(source.words == "skipped kept-by-platform")
    #expect(source.evidence["source"] == "managed identity of the system")
    #expect(source.evidence["platform"]??.isEmpty == false)
    #expect(run.found(.credentialExpiry) == ["skipped no-expiry-kind"])
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.found(.credentialToken) == ["pass ok"])
    #expect(run.asked(.token) == 0)
    // Not even where the environment names a proxy for everything.
    #expect(!run.reached("127.0.0.1"))
    #expect(run.status == .clean)
  }

  @Test("Each resource of several is asked for, and a user-assigned identity by its id")
  func several() async throws {
    var scenario = Self.scenario(
      .appService,
      "managed_identity: { resource_id: \(Self.userID) }, scopes: [https://graph.microsoft.com/.default, https://management.azure.com/.default]"
    )
    scenario.inventory = scenario.inventory.replacing(Contoso.client, with: Self.user.clientID)
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok", "pass ok"])
    #expect(run.found(.credentialToken) == ["pass ok", "pass ok"])
    #expect(run.platformRequests.count == 2)
  }

  @Test("A metadata service that is being updated is waited for")
  func update() async throws {
    let run = try await Self.scenario(script: [.first(2, nil, .empty(410))]).audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.findings(.credentialAcquisition).first?.evidence["attempts"] == "3")
    #expect(run.waited >= .seconds(48))
  }

  @Test(
    "Without network nobody is asked",
    arguments: ["managed_identity: system", "federated: { managed_identity: system }"])
  func offline(_ credential: String) async throws {
    try await Self.scenario(.appService, credential).perform { stage in
      let run = try await stage.audit("--offline")
      #expect(run.found(.credentialSource) == ["skipped kept-by-platform"])
      #expect(run.found(.credentialAcquisition) == ["skipped offline"])
      let plan = try await stage.audit("--plan")
      #expect(plan.output.contains("this machine's platform: 1 token"))
      let validation = try await stage.run(["validate"])
      #expect(validation.status == .clean)
      #expect(stage.machine?.service.requests.isEmpty == true)
    }
  }

  @Test("Where the authority is not in order nobody is asked")
  func authority() async throws {
    var scenario = Self.scenario()
    scenario.world = Contoso.world { tenant in
      tenant.script = [.always(.discovery, .lyingIssuer("https://evil.example/"))]
    }
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["unknown authority-failed"])
    #expect(run.platformRequests.isEmpty)
  }
}
