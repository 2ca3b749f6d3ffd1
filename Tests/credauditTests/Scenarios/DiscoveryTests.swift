import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// What a document can be like, and that no credential follows a document that is not in order.
@Suite struct DiscoveryTests {
  struct Answer: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: CheckID
    let found: String
    let behaviour: Misbehaviour
    var authority = Contoso.authority
    var tenant = ""

    init(
      _ testDescription: String, _ check: CheckID, _ found: String, _ behaviour: Misbehaviour,
      authority: String = Contoso.authority, tenant: String = ""
    ) {
      self.testDescription = testDescription
      self.check = check
      self.found = found
      self.behaviour = behaviour
      self.authority = authority
      self.tenant = tenant
    }
  }

  private static let evil = "https://login.evil.example/\(Contoso.id)/oauth2/v2.0/token"

  static let answers = [
    Answer(
      "a tenant that is not there", .authorityDiscovery, "critical AADSTS90002", .normal,
      authority: "https://login.microsoftonline.com/\(Contoso.other)"),
    Answer("a portal's page", .authorityDiscovery, "unknown portal-in-between", .portalPage),
    Answer(
      "a redirect", .authorityDiscovery, "unknown portal-in-between",
      .redirect("https://portal.example/login")),
    Answer("a page with 403", .authorityDiscovery, "unknown portal-in-between", .errorPage(403)),
    Answer("a page with 407", .authorityDiscovery, "unknown portal-in-between", .errorPage(407)),
    Answer(
      "another content type", .authorityDiscovery, "unknown portal-in-between",
      .contentType("text/html")),
    Answer("an empty 403", .authorityDiscovery, "unknown portal-in-between", .empty(403)),
    Answer("a 404", .authorityDiscovery, "critical not-found", .empty(404)),
    Answer("JSON that is none", .authorityDiscovery, "critical document-malformed", .notJSON),
    Answer(
      "JSON that is too deep", .authorityDiscovery, "critical document-malformed",
      .nestedJSON(depth: 20_000)),
    Answer(
      "no token endpoint", .authorityDiscovery, "critical document-incomplete",
      .missingFields(["token_endpoint"])),
    Answer(
      "another tenant's issuer", .authorityIssuer, "critical issuer-mismatch",
      .lyingIssuer("https://login.microsoftonline.com/\(Contoso.other)/v2.0")),
    Answer(
      "a stranger's issuer", .authorityIssuer, "critical issuer-mismatch",
      .lyingIssuer("https://login.evil.example/\(Contoso.id)/v2.0")),
    Answer(
      "a token endpoint elsewhere", .authorityEndpoints, "critical endpoint-foreign-host",
      .tokenEndpoint(evil)),
    Answer(
      "a token endpoint on a look-alike", .authorityEndpoints, "critical endpoint-foreign-host",
      .tokenEndpoint("https://login.microsoftonline.com.evil.example/token")),
    Answer(
      "a token endpoint without TLS", .authorityEndpoints, "critical endpoint-not-https",
      .tokenEndpoint("http://login.microsoftonline.com/\(Contoso.id)/oauth2/v2.0/token")),
    Answer(
      "a token endpoint with user info", .authorityEndpoints, "critical endpoint-malformed-url",
      .tokenEndpoint("https://login.microsoftonline.com@login.evil.example/token")),
    Answer(
      "another tenant's token endpoint", .authorityEndpoints, "critical endpoint-foreign-tenant",
      .tokenEndpoint("https://login.microsoftonline.com/\(Contoso.other)/oauth2/v2.0/token")),
    Answer(
      "a key set elsewhere", .authorityEndpoints, "critical endpoint-foreign-host",
      .keySetURL("https://login.evil.example/keys")),
    Answer(
      "another tenant behind a domain", .authorityTenant, "critical tenant-mismatch", .normal,
      authority: "https://login.microsoftonline.com/contoso.onmicrosoft.com",
      tenant: "tenant_id: \(Contoso.other)"),
    Answer(
      "a document of another tenant", .authorityIssuer, "critical issuer-mismatch",
      .document([.tenant(Contoso.other)])),
  ]

  @Test("A document that is not in order leads nowhere", arguments: answers)
  func answer(_ answer: Answer) async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(
      script: [.always(.discovery, answer.behaviour)],
      hosts: ["login.evil.example": .init(), "portal.example": .init()])
    scenario.inventory = Contoso.inventory(
      authority: answer.authority, network: "retries: 0", tenant: answer.tenant)
    let run = try await scenario.audit()
    #expect(run.found(answer.check) == [answer.found])
    #expect(run.found(.credentialAcquisition) == ["unknown authority-failed"])
    #expect(run.asked(.token) == 0)
    #expect(!run.reached("login.evil.example") && !run.reached("portal.example"))
    #expect(run.status == (answer.found.hasPrefix("unknown") ? .unknown : .findings))
  }

  @Test("A document of another cloud leads nowhere")
  func wrongCloud() async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(script: [.always(.discovery, .wrongCloud)])
    let run = try await scenario.audit()
    #expect(run.found(.authorityCloud).contains("critical cloud-mismatch"))
    #expect(run.found(.authorityCloud).contains("critical region-other-cloud"))
    #expect(run.asked(.token) == 0)
    #expect(run.status == .findings)
  }

  @Test("A redirect's target is named and not asked")
  func redirect() async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(
      script: [.always(.discovery, .redirect("https://portal.example/login"))])
    let run = try await scenario.audit()
    #expect(run.findings(.authorityDiscovery).first?.evidence["redirect_to"] == "portal.example")
    #expect(!run.reached("portal.example"))
  }

  @Test(
    "A key set that is of no use is critical, and tokens cannot be verified",
    arguments: [
      (Misbehaviour.keySet(.empty), "critical keys-unusable", "unknown signing-key-unknown"),
      (.keySet(.unusable), "critical keys-unusable", "unknown signing-key-unknown"),
      (.keySet(.garbage), "critical keys-malformed", "unknown no-keys-to-verify"),
      (.empty(404), "critical not-found", "unknown no-keys-to-verify"),
      (.portalPage, "unknown portal-in-between", "unknown no-keys-to-verify"),
    ])
  func keys(_ behaviour: Misbehaviour, _ found: String, _ token: String) async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(script: [.always(.keys, behaviour)])
    scenario.inventory = Contoso.inventory(network: "retries: 0")
    let run = try await scenario.audit()
    #expect(run.found(.authorityKeys) == [found])
    #expect(run.found(.credentialToken) == [token])
    #expect(run.status == (found.hasPrefix("unknown") ? .unknown : .findings))
  }

  @Test("One look at an authority does for all its applications and tenants")
  func once() async throws {
    var scenario = Scenario()
    scenario.inventory =
      Contoso.inventory(
        Contoso.usual, "name: second, secret: { env: SECRET }, expires: 2027-06-30") + """
          - name: contoso-again
            authority: \(Contoso.authority)
            applications:
              - name: billing
                client_id: \(Contoso.client)
                credentials: [{ \(Contoso.usual) }]

        """
    let run = try await scenario.audit()
    #expect(run.asked(.discovery) == 1)
    #expect(run.asked(.keys) == 1)
    #expect(run.asked(.token) == 3)
    #expect(run.found(.authorityDiscovery, of: "contoso-again") == ["pass ok"])
    #expect(run.status == .clean)
  }
}
