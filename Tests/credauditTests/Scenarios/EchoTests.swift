import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// Servers that repeat what they were sent. What is looked for is no more than that the harness,
/// which searches everything that a run leaves, finds nothing.
@Suite struct EchoTests {
  /// Characters that every encoding writes differently.
  static let odd = "p@ss w+rd%&=/\"\\<>~!'()*;:#?{}[]-1"

  @Test(
    "A secret that a server echoes is nowhere to be seen", arguments: Misbehaviour.EchoForm.allCases
  )
  func secret(_ form: Misbehaviour.EchoForm) async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Self.odd
    scenario.world = Contoso.world(
      Contoso.app(Self.odd, script: [.always(.token, .echo(form))]))
    scenario.inventory = Contoso.inventory(network: "retries: 1")
    let run = try await scenario.audit("--log-level", "debug", "--progress", "always")
    let found = form == .page ? "unknown service-fault" : "critical AADSTS90013"
    #expect(run.found(.credentialAcquisition) == [found])
  }

  @Test("A secret that a document or an authority's text holds is nowhere to be seen")
  func inAuthority() async throws {
    var scenario = Scenario()
    let foreign = "https://login.evil.example/\(Contoso.secret)/v2.0"
    scenario.world = Contoso.world(script: [.always(.discovery, .lyingIssuer(foreign))])
    let run = try await scenario.audit()
    #expect(run.findings(.authorityIssuer).first?.evidence["found"]??.contains("evil") == true)

    scenario.inventory = Contoso.inventory(
      authority: "https://idp.partner.example/\(Contoso.secret)", tenant: "kind: oidc")
    let written = try await scenario.audit("--log-level", "debug")
    #expect(written.report?.authorities.first?.authority.contains("idp.partner.example") == true)
  }

  @Test("A secret of the tenant's that was sent some other time is nowhere to be seen either")
  func otherSecret() async throws {
    var scenario = Scenario()
    scenario.environment["OTHER"] = Contoso.wrong
    scenario.world = Contoso.world(
      Contoso.app(script: [
        .always(.token, .oauthError("not the one but \(Contoso.wrong)", status: 400))
      ]))
    scenario.inventory = Contoso.inventory(
      network: "retries: 0", Contoso.usual,
      "name: second, secret: { env: OTHER }, expires: 2027-06-30")
    let run = try await scenario.audit("--log-level", "debug")
    #expect(
      run.findings(.credentialAcquisition).first?.summary.contains("not the one but") == true)
  }

  @Test(
    "A secret that a generic issuer echoes is nowhere to be seen",
    arguments: ["post", "basic"], [Misbehaviour.EchoForm.everything, .decorated])
  func genericIssuer(_ method: String, _ form: Misbehaviour.EchoForm) async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Self.odd
    scenario.world = SimulatedWorld([
      .oidc(
        "idp.partner.example",
        [.secret("ledger", clientID: "ledger", Self.odd, script: [.always(.token, .echo(form))])])
    ])
    scenario.inventory = Contoso.inventory(
      authority: "https://idp.partner.example",
      tenant: "kind: oidc\n    client_authentication: \(method)", client: "ledger")
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["critical invalid_request"])
  }

  @Test(
    "An assertion that a server echoes is nowhere to be seen",
    arguments: Misbehaviour.EchoForm.allCases)
  func assertion(_ form: Misbehaviour.EchoForm) async throws {
    let certificate = try Contoso.certificate()
    var scenario = Scenario()
    scenario.environment = [:]
    scenario.files = ["billing.pem": .secret(certificate.pem + certificate.keyPEM)]
    scenario.world = Contoso.world(
      .certificate(
        "billing", clientID: Contoso.client, certificate,
        script: [.always(.token, .echo(form))]))
    scenario.inventory = Contoso.inventory(
      network: "retries: 1", "name: primary, certificate: { file: billing.pem, send_x5c: true }")
    let run = try await scenario.audit("--log-level", "debug", "--log-format", "json")
    #expect(run.findings(.credentialAcquisition).first?.verdict != .pass)
  }

  @Test("A federated assertion that a server echoes is nowhere to be seen")
  func federated() async throws {
    let token = try MintedAssertion.workload(
      issuer: "https://cluster.example", subject: "night", audience: "api://AzureADTokenExchange",
      now: Contoso.today, key: .reusableRSA(3))
    var scenario = Scenario()
    scenario.environment = ["ASSERTION": token]
    scenario.world = Contoso.world(
      SimulatedApplication(
        "billing", clientID: Contoso.client, script: [.always(.token, .echo(.everything))]))
    scenario.inventory = Contoso.inventory("name: primary, federated: { env: ASSERTION }")
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["critical AADSTS90013"])
  }

  @Test("One application's secret in another's answer is nowhere to be seen either")
  func neighbour() async throws {
    var scenario = Scenario()
    scenario.environment["OTHER"] = Contoso.wrong
    scenario.world = Contoso.world { tenant in
      tenant.applications.append(
        .secret(
          "mailer", clientID: "22222222-2222-4333-8444-555555555555", Contoso.wrong,
          script: [.always(.token, .oauthError("no \(Contoso.secret) today", status: 400))]))
    }
    scenario.inventory =
      Contoso.inventory() + """
              - name: mailer
                client_id: 22222222-2222-4333-8444-555555555555
                credentials: [{ name: primary, secret: { env: OTHER }, expires: 2027-06-30 }]

        """
    let run = try await scenario.audit()
    #expect(
      run.findings(.credentialAcquisition, of: "contoso/mailer/primary").first?.verdict == .critical
    )
  }

  @Test("Control sequences of a server reach neither terminal nor reports")
  func decorated() async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(
      Contoso.app(script: [.always(.token, .echo(.decorated))]))
    try await scenario.perform { stage in
      let run = try await stage.audit()
      for text in [
        run.output, run.error, try stage.text(of: "out/report.html"),
        try stage.text(of: "out/findings.csv"), try stage.text(of: "out/report.json"),
      ] {
        let odd = text.unicodeScalars.filter {
          [.control, .format].contains($0.properties.generalCategory)
            && !"\n\r".unicodeScalars.contains($0)
            && $0 != "\u{FEFF}"
        }
        #expect(odd.isEmpty)
      }
    }
  }

  @Test("A secret with odd characters is sent as it is", arguments: ["post", "basic"])
  func oddCharacters(_ method: String) async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Self.odd
    scenario.world = SimulatedWorld([
      .oidc("idp.partner.example", [.secret("ledger", clientID: "led:ger &", Self.odd)])
    ])
    scenario.inventory = Contoso.inventory(
      authority: "https://idp.partner.example",
      tenant: "kind: oidc\n    client_authentication: \(method)", client: "led:ger &")
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.status == .clean)
    let request = try #require(run.requests.first { $0.endpoint == .token })
    #expect(request.fieldNames.contains("client_secret") == (method == "post"))
  }
}
