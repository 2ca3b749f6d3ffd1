import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// Tokens that are not what was asked for.
@Suite struct TokenTests {
  private static let ledger = "api://ledger/.default"

  private static func scenario(
    _ fault: Misbehaviour, scope: String = ledger, application: String = ""
  ) -> Scenario {
    var scenario = Scenario()
    scenario.world = Contoso.world(Contoso.app(script: [.always(.token, fault)])) {
      $0.resources = [
        SimulatedResource(["api://ledger"]),
        SimulatedResource(["api://opaque"], isOpaque: true),
        SimulatedResource(["api://old"], tokenVersion: .v1),
      ]
    }
    scenario.inventory = Contoso.inventory(
      application: "scopes: [\(scope)]\(application.isEmpty ? "" : "\n        " + application)")
    return scenario
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let found: String
    let fault: Misbehaviour.TokenFault
    var scope = TokenTests.ledger
    var status = ExitStatus.findings
  }

  static let faults = [
    Fault(
      testDescription: "another application", found: "critical token-other-application",
      fault: .application(Contoso.other)),
    Fault(
      testDescription: "another tenant", found: "critical token-other-tenant",
      fault: .tenant(Contoso.other)),
    Fault(
      testDescription: "another API", found: "critical token-other-audience",
      fault: .audience("https://management.azure.com"), scope: Contoso.graph),
    Fault(testDescription: "an old token", found: "critical token-expired", fault: .expired),
    Fault(
      testDescription: "a token of tomorrow", found: "critical token-not-yet-valid",
      fault: .notYetValid),
    Fault(
      testDescription: "a stranger's signature", found: "critical signature-invalid",
      fault: .foreignKey),
    Fault(
      testDescription: "a signature that only Graph can verify", found: "skipped not-verifiable",
      fault: .foreignKey, scope: Contoso.graph, status: .clean),
    Fault(
      testDescription: "a key that nobody knows", found: "unknown signing-key-unknown",
      fault: .unknownKeyID, status: .unknown),
    Fault(
      testDescription: "an issuer that is not listed", found: "warning token-issuer-unlisted",
      fault: .issuer("https://sts.windows.example/\(Contoso.id)/"), scope: "api://old/.default",
      status: .clean),
    Fault(
      testDescription: "a token that is not to be read", found: "skipped opaque-token",
      fault: .opaque, status: .clean),
    Fault(
      testDescription: "Graph's nonce, signed as it stands", found: "pass ok", fault: .plainNonce,
      scope: Contoso.graph, status: .clean),
  ]

  @Test("A token is judged by what it says and who signed it", arguments: faults)
  func fault(_ fault: Fault) async throws {
    let run = try await Self.scenario(.token(fault.fault), scope: fault.scope).audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.found(.credentialToken) == [fault.found])
    #expect(run.status == fault.status)
  }

  @Test("Good tokens of every kind pass", arguments: [Contoso.graph, ledger, "api://old/.default"])
  func good(_ scope: String) async throws {
    let run = try await Self.scenario(.normal, scope: scope).audit()
    #expect(run.found(.credentialToken) == ["pass ok"])
    #expect(run.status == .clean)
  }

  @Test("A role that is expected and missing is told, with those that are there")
  func missingRole() async throws {
    let run = try await Self.scenario(
      .normal, application: "expect: { roles: [User.Read.All, Mail.Send] }"
    ).audit()
    #expect(run.found(.credentialToken) == ["critical role-missing"])
    let finding = try #require(run.findings(.credentialToken).first)
    #expect(finding.summary.contains("Mail.Send") && !finding.summary.contains("User.Read.All"))
    #expect(run.status == .findings)
  }

  @Test("An audience that is expected is compared")
  func expectedAudience() async throws {
    let run = try await Self.scenario(
      .normal, scope: Contoso.graph,
      application: "expect: { audience: https://graph.microsoft.com }"
    ).audit()
    #expect(run.found(.credentialToken) == ["pass ok"])
    let other = try await Self.scenario(
      .normal, scope: Contoso.graph, application: "expect: { audience: api://ledger }"
    ).audit()
    #expect(other.found(.credentialToken) == ["critical token-other-audience"])
  }

  @Test(
    "A generic issuer's token by a stranger or for another is critical",
    arguments: [
      (Misbehaviour.TokenFault.foreignKey, "critical signature-invalid"),
      (.application("other-service"), "critical token-other-application"),
    ])
  func generic(_ fault: Misbehaviour.TokenFault, _ found: String) async throws {
    var scenario = Scenario()
    scenario.world = SimulatedWorld([
      .oidc(
        "idp.partner.example",
        [Contoso.app(client: "ledger", script: [.always(.token, .token(fault))])])
    ])
    scenario.inventory = Contoso.inventory(
      authority: "https://idp.partner.example", tenant: "kind: oidc", client: "ledger")
    let run = try await scenario.audit()
    #expect(run.found(.credentialToken) == [found])
  }

  @Test("A key set that was changed meanwhile is looked at once more, for all tokens together")
  func rotatedKeys() async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(script: [.first(1, .keys, .keySet(.withoutCurrentKey))])
    scenario.inventory = Contoso.inventory(
      Contoso.usual, "name: second, secret: { env: SECRET }, expires: 2027-06-30",
      "name: third, secret: { env: SECRET }, expires: 2027-06-30")
    let run = try await scenario.audit()
    for name in ["primary", "second", "third"] {
      #expect(run.found(.credentialToken, of: "contoso/billing/\(name)") == ["pass ok"])
    }
    #expect(run.asked(.keys) == 2)
    #expect(run.status == .clean)
  }

  @Test("A key that stays unknown is looked for once in a run")
  func unknownKey() async throws {
    var scenario = Self.scenario(.token(.unknownKeyID))
    scenario.inventory = Contoso.inventory(
      application: "scopes: [\(Self.ledger)]", Contoso.usual,
      "name: second, secret: { env: SECRET }, expires: 2027-06-30")
    let run = try await scenario.audit()
    #expect(run.asked(.keys) == 2)
    #expect(run.status == .unknown)
  }
}
