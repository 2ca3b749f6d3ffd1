import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// Each family and cloud of authorities, in order and not.
@Suite struct AuthorityFamilyTests {
  private static func scenario(
    _ world: SimulatedWorld, authority: String, tenant: String = "", application: String = "",
    client: String = Contoso.client, network: String = ""
  ) -> Scenario {
    var scenario = Scenario()
    scenario.world = world
    scenario.inventory = Contoso.inventory(
      authority: authority, network: network, tenant: tenant, client: client,
      application: application)
    return scenario
  }

  private static func expectGood(
    _ run: Outcome, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    // National clouds' issuers of version 1 tokens are not on record, so they are remarked on.
    let bad = (run.report?.allFindings ?? []).filter {
      $0.verdict != .pass && $0.verdict != .skipped && $0.code != "token-issuer-unlisted"
    }.map { "\($0.check.rawValue) \($0.words)" }
    #expect(bad == [], sourceLocation: sourceLocation)
    #expect(run.found(.credentialAcquisition) == ["pass ok"], sourceLocation: sourceLocation)
    #expect(run.found(.credentialToken).first != nil, sourceLocation: sourceLocation)
    #expect(run.status == .clean, sourceLocation: sourceLocation)
  }

  @Test("A tenant of the US government's cloud is asked there, for its own Graph")
  func usGovernment() async throws {
    let world = SimulatedWorld([
      .entra("contoso", id: Contoso.id, cloud: .usGovernment, [Contoso.app()])
    ])
    let run = try await Self.scenario(
      world, authority: "https://login.microsoftonline.us/\(Contoso.id)"
    ).audit()
    Self.expectGood(run)
    #expect(!run.reached(Contoso.host))
    #expect(
      run.findings(.credentialAcquisition).first?.evidence["scope"]
        == "https://graph.microsoft.us/.default")
  }

  @Test("A tenant of the US government's cloud is not there in the worldwide one")
  func usGovernmentAtWrongHost() async throws {
    let world = SimulatedWorld([
      .entra("contoso", id: Contoso.id, cloud: .usGovernment, [Contoso.app()])
    ])
    let run = try await Self.scenario(world, authority: Contoso.authority).audit()
    #expect(run.found(.authorityDiscovery) == ["critical AADSTS90002"])
    #expect(run.asked(.token) == 0)
    #expect(run.status == .findings)
  }

  @Test("A scope of another cloud is told")
  func otherCloudsScope() async throws {
    let run = try await Self.scenario(
      Contoso.world(), authority: Contoso.authority,
      application: "scopes: [https://graph.microsoft.us/.default]"
    ).audit()
    #expect(run.found(.authorityCloud) == ["critical scope-other-cloud"])
    #expect(run.status == .findings)
  }

  @Test("China's issuer is on another host than the one that is asked")
  func china() async throws {
    let world = SimulatedWorld([
      .entra("contoso", id: Contoso.id, cloud: .china, [Contoso.app()])
    ])
    Self.expectGood(
      try await Self.scenario(
        world, authority: "https://login.partner.microsoftonline.cn/\(Contoso.id)"
      ).audit())
    let old = try await Self.scenario(
      world, authority: "https://login.chinacloudapi.cn/\(Contoso.id)"
    ).audit()
    #expect(old.found(.authorityURL) == ["warning legacy-host"])
    #expect(old.found(.authorityIssuer) == ["pass ok"])
    #expect(old.found(.credentialAcquisition) == ["pass ok"])
  }

  @Test("A customers' tenant names its issuer by its id")
  func ciam() async throws {
    let world = SimulatedWorld([.ciam("proseware", id: Contoso.id, [Contoso.app()])])
    Self.expectGood(
      try await Self.scenario(
        world, authority: "https://proseware.ciamlogin.com/proseware.onmicrosoft.com",
        tenant: "tenant_id: \(Contoso.id)"
      ).audit())
  }

  @Test("A customers' tenant's token by an issuer of nobody's is told")
  func ciamForeignIssuer() async throws {
    let issuer = "https://sts.windows.example/\(Contoso.id)/"
    let world = SimulatedWorld([
      .ciam(
        "proseware", id: Contoso.id,
        [Contoso.app(script: [.always(.token, .token(.issuer(issuer)))])])
    ])
    let run = try await Self.scenario(
      world, authority: "https://proseware.ciamlogin.com/proseware.onmicrosoft.com"
    ).audit()
    #expect(run.found(.credentialToken) == ["warning token-issuer-unlisted"])
  }

  @Test("A B2C policy is an authority")
  func b2c() async throws {
    let world = SimulatedWorld([.b2c("contosob2c", id: Contoso.id, [Contoso.app()])])
    Self.expectGood(
      try await Self.scenario(
        world,
        authority: "https://contosob2c.b2clogin.com/contosob2c.onmicrosoft.com/b2c_1_sign_in"
      ).audit())
  }

  @Test("A B2C policy that is not there is critical")
  func b2cPolicy() async throws {
    let world = SimulatedWorld([.b2c("contosob2c", id: Contoso.id, [Contoso.app()])])
    let run = try await Self.scenario(
      world, authority: "https://contosob2c.b2clogin.com/contosob2c.onmicrosoft.com/b2c_1_gone"
    ).audit()
    #expect(run.findings(.authorityDiscovery).map(\.verdict) == [.critical])
    #expect(run.status == .findings)
  }

  @Test("AD FS is an authority, and an empty 401 of its is a refusal", arguments: [true, false])
  func federationServer(isGood: Bool) async throws {
    let app = Contoso.app(script: isGood ? [] : [.always(.token, .empty(401))])
    let run = try await Self.scenario(
      SimulatedWorld([.adfs("fs.contoso.example", [app])]),
      authority: "https://fs.contoso.example/adfs"
    ).audit()
    guard !isGood else { return Self.expectGood(run) }
    #expect(run.found(.credentialAcquisition) == ["critical refused-without-reason"])
    #expect(run.status == .findings)
  }

  private static let idp = "https://idp.partner.example"
  private static let ledger = Contoso.app(client: "ledger")

  @Test("A generic issuer is exactly its URL")
  func generic() async throws {
    Self.expectGood(
      try await Self.scenario(
        SimulatedWorld([.oidc("idp.partner.example", path: "/realm", [Self.ledger])]),
        authority: Self.idp + "/realm", tenant: "kind: oidc", client: "ledger"
      ).audit())
  }

  @Test("A slash at a generic issuer's end makes it another", arguments: [true, false])
  func genericSlash(isWrittenWithSlash: Bool) async throws {
    let world = SimulatedWorld([
      .oidc(
        "idp.partner.example", [Self.ledger],
        script: [
          .always(.discovery, .lyingIssuer(Self.idp + "/")),
          .always(.token, .token(.issuer(Self.idp + "/"))),
        ])
    ])
    let run = try await Self.scenario(
      world, authority: Self.idp + (isWrittenWithSlash ? "/" : ""), tenant: "kind: oidc",
      client: "ledger"
    ).audit()
    guard !isWrittenWithSlash else { return Self.expectGood(run) }
    #expect(run.found(.authorityIssuer) == ["critical issuer-mismatch"])
    #expect(run.asked(.token) == 0)
  }

  @Test("A generic issuer's keys may live where trusted_hosts says", arguments: [true, false])
  func trustedHosts(isTrusted: Bool) async throws {
    let world = SimulatedWorld([
      .oidc(
        "idp.partner.example", [Self.ledger],
        script: [.always(.discovery, .keySetURL("https://keys.partner.example/jwks"))]),
      .oidc("keys.partner.example", []),
    ])
    let trust = isTrusted ? "\n    trusted_hosts: [keys.partner.example]" : ""
    let run = try await Self.scenario(
      world, authority: Self.idp, tenant: "kind: oidc" + trust, client: "ledger"
    ).audit()
    guard !isTrusted else { return Self.expectGood(run) }
    #expect(run.found(.authorityEndpoints) == ["critical endpoint-foreign-host"])
    #expect(!run.reached("keys.partner.example"))
    #expect(run.asked(.token) == 0)
  }

  struct Foreign: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let endpoint: ScriptStep.Endpoint
    let behaviour: Misbehaviour
    let found: String
  }

  /// What a cloud's host would never send is a generic issuer's own doing.
  static let foreign = [
    Foreign(
      testDescription: "a page", endpoint: .discovery, behaviour: .portalPage,
      found: "critical not-an-openid-service"),
    Foreign(
      testDescription: "a redirect", endpoint: .discovery,
      behaviour: .redirect("https://portal.example/"), found: "critical not-an-openid-service"),
    Foreign(
      testDescription: "403", endpoint: .discovery, behaviour: .empty(403),
      found: "critical not-an-openid-service"),
    Foreign(
      testDescription: "401 at the token endpoint", endpoint: .token, behaviour: .empty(401),
      found: "critical refused-without-reason"),
    Foreign(
      testDescription: "403 at the token endpoint", endpoint: .token, behaviour: .errorPage(403),
      found: "critical refused-without-reason"),
    Foreign(
      testDescription: "a refusal without a code", endpoint: .token,
      behaviour: .oauthError("unauthorized_client", status: 400),
      found: "critical unauthorized_client"),
  ]

  @Test("A generic issuer answers for what comes from its host", arguments: foreign)
  func genericFault(_ foreign: Foreign) async throws {
    let world = SimulatedWorld([
      .oidc(
        "idp.partner.example", [Self.ledger], script: [.always(foreign.endpoint, foreign.behaviour)]
      )
    ])
    let run = try await Self.scenario(
      world, authority: Self.idp, tenant: "kind: oidc", client: "ledger"
    ).audit()
    let check: CheckID =
      foreign.endpoint == .discovery ? .authorityDiscovery : .credentialAcquisition
    #expect(run.found(check) == [foreign.found])
    #expect(run.status == .findings)
  }

  @Test("A host that nobody vouches for is not asked")
  func unknownHost() async throws {
    let run = try await Self.scenario(
      Contoso.world(hosts: ["login.contoso.example": .init()]),
      authority: "https://login.contoso.example/\(Contoso.id)"
    ).audit()
    #expect(run.found(.authorityInstance) == ["critical instance-unknown"])
    #expect(run.found(.authorityDiscovery) == ["skipped depends-on-instance"])
    #expect(run.asked(.instanceDiscovery) == 1)
    #expect(!run.reached("login.contoso.example"))
    #expect(run.status == .findings)
  }

  @Test("A host that must not be asked about is unknown, and nobody is asked")
  func noInstanceDiscovery() async throws {
    let run = try await Self.scenario(
      Contoso.world(hosts: ["login.contoso.example": .init()]),
      authority: "https://login.contoso.example/\(Contoso.id)",
      network: "instance_discovery: false"
    ).audit()
    #expect(run.found(.authorityInstance) == ["unknown instance-not-confirmed"])
    #expect(run.connects.isEmpty)
    #expect(run.status == .unknown)
  }
}
