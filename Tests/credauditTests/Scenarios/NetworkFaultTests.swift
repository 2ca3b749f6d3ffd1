import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// Networks that do not lead where they should: nothing of it says anything of a credential.
@Suite struct NetworkFaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let found: String
    var proxy: [ProxyStep] = []
    var certificate = SimulatedHost.ServerCertificate.good
    var script: [ScriptStep] = []
    var settings: [String: String] = [:]
    var authority = Contoso.authority
    var tenant = ""
  }

  static let faults = [
    Fault(
      testDescription: "a host that the proxy does not find", found: "proxy-failure",
      authority: "https://nowhere.example", tenant: "kind: oidc"),
    Fault(
      testDescription: "a proxy that wants a login", found: "proxy-failure",
      proxy: [.always(.refuse(407))]),
    Fault(
      testDescription: "a proxy that is out of order", found: "proxy-failure",
      proxy: [.always(.refuse(503))]),
    Fault(
      testDescription: "a proxy that is not there", found: "proxy-failure",
      settings: ["HTTPS_PROXY": "http://127.0.0.1:1"]),
    Fault(
      testDescription: "a proxy that hangs", found: "timeout", proxy: [.always(.hang)]),
    Fault(
      testDescription: "a certificate that nobody signed", found: "tls-untrusted",
      certificate: .untrusted),
    Fault(testDescription: "an expired certificate", found: "tls-expired", certificate: .expired),
    Fault(
      testDescription: "a certificate of tomorrow", found: "tls-expired",
      certificate: .notYetValid),
    Fault(
      testDescription: "another host's certificate", found: "tls-hostname",
      certificate: .wrongName),
    Fault(
      testDescription: "a service that hangs", found: "timeout",
      script: [.always(.discovery, .hang)]),
    Fault(
      testDescription: "a connection that ends in the middle", found: "connection-reset",
      script: [.always(.discovery, .closeMidResponse)]),
    Fault(
      testDescription: "a service that fails", found: "service-fault",
      script: [.always(.discovery, .status(500))]),
    Fault(
      testDescription: "a service that asks to be left alone", found: "AADSTS90055",
      script: [.always(.discovery, .throttled(.seconds(1)))]),
    Fault(
      testDescription: "a document without an end", found: "response-too-large",
      script: [.always(.discovery, .hugeBody(megabytes: 8))]),
  ]

  @Test("What the network hides is unknown, and no credential is sent", arguments: faults)
  func unknown(_ fault: Fault) async throws {
    var scenario = Scenario()
    scenario.settings = fault.settings
    scenario.world = Contoso.world(
      script: fault.script, proxy: fault.proxy,
      hosts: [Contoso.host: SimulatedHost(certificate: fault.certificate)])
    scenario.inventory = Contoso.inventory(
      authority: fault.authority, network: "retries: 0, timeout: 2s", tenant: fault.tenant)
    let run = try await scenario.audit()
    #expect(run.found(.authorityDiscovery) == ["unknown \(fault.found)"])
    #expect(run.found(.authorityIssuer) == ["skipped depends-on-discovery"])
    #expect(run.found(.credentialAcquisition) == ["unknown authority-failed"])
    #expect(
      run.findings(.credentialAcquisition).first?.evidence["authority_code"] == fault.found)
    #expect(run.asked(.token) == 0)
    #expect(run.status == .unknown)
  }

  @Test(
    "A fault at the token endpoint is unknown too",
    arguments: [(Misbehaviour.hang, "timeout"), (.closeMidResponse, "connection-reset")])
  func token(_ behaviour: Misbehaviour, _ code: String) async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(Contoso.app(script: [.always(.token, behaviour)]))
    scenario.inventory = Contoso.inventory(network: "retries: 0, timeout: 2s")
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["unknown \(code)"])
    #expect(run.status == .unknown)
  }

  @Test("A connection that ended is made again, with an assertion of its own")
  func again() async throws {
    let certificate = try Contoso.certificate()
    var scenario = Scenario()
    scenario.environment = [:]
    scenario.files = ["billing.pem": .secret(certificate.pem + certificate.keyPEM)]
    scenario.world = Contoso.world(
      .certificate(
        "billing", clientID: Contoso.client, certificate,
        script: [.first(1, .token, .closeMidResponse)]))
    scenario.inventory = Contoso.inventory("name: primary, certificate: { file: billing.pem }")
    let run = try await scenario.audit()
    // The simulator takes no assertion twice, and the first answer had used one up.
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.asked(.token) == 2)
  }

  @Test("A company's CA in ca_bundle is trusted beside the others")
  func companyCA() async throws {
    try await Scenario().perform { stage in
      try stage.write(
        .open(Contoso.inventory(network: "ca_bundle: ca.pem")), to: "in/inventory.yaml")
      let run = try await stage.audit()
      #expect(run.status == .clean)
    }
  }

  @Test("A proxy setting that is none ends before anything is asked")
  func nonsenseProxy() async throws {
    var scenario = Scenario()
    scenario.settings = ["HTTPS_PROXY": "socks5://127.0.0.1:1080"]
    let run = try await scenario.audit()
    #expect(run.status == .usage)
    #expect(run.error.contains("HTTPS_PROXY"))
    #expect(run.report == nil)
  }
}
