import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// Networks that do not lead where they should: nothing of it says anything of a credential.
@Suite struct NetworkFaultTests {
  /// A fault of the way to the host: nothing that the host itself could have said.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The code; the verdict is always the same.
    let code: String
    /// A phrase of the summary.
    let says: String
    /// A phrase of the fix.
    let fix: String
    var proxy: [ProxyStep] = []
    var host = SimulatedHost()
    var settings: [String: String] = [:]
    var authority = Contoso.authority
    var tenant = ""
    var timeout = "20s"
  }

  private static let aProxy = "HTTPS_PROXY"
  private static let noProxy = ["HTTPS_PROXY": ""]

  static let faults = [
    Fault(
      testDescription: "a name that does not resolve", code: "dns-failure",
      says: "the name login.contoso.invalid does not resolve", fix: "typing error",
      settings: noProxy, authority: "https://login.contoso.invalid", tenant: "kind: oidc"),
    Fault(
      testDescription: "a port that nobody listens at", code: "connection-refused",
      says: "nobody listens there", fix: "Open the way", settings: noProxy,
      authority: "https://localhost:1", tenant: "kind: oidc"),
    Fault(
      testDescription: "a host that the proxy does not find", code: "proxy-failure",
      says: "nowhere.example", fix: aProxy, authority: "https://nowhere.example",
      tenant: "kind: oidc"),
    Fault(
      testDescription: "a proxy that lets nobody through", code: "proxy-failure",
      says: "no answer from", fix: "ask the proxy's owner", proxy: [.always(.refuse(403))]),
    Fault(
      testDescription: "a proxy that wants a login", code: "proxy-failure", says: "no answer from",
      fix: aProxy, proxy: [.always(.refuse(407))]),
    Fault(
      testDescription: "a proxy that is out of order", code: "proxy-failure",
      says: "no answer from", fix: aProxy, proxy: [.always(.refuse(503))]),
    Fault(
      testDescription: "a proxy that is not there", code: "proxy-failure", says: "the proxy",
      fix: aProxy, settings: ["HTTPS_PROXY": "http://127.0.0.1:1"]),
    Fault(
      testDescription: "a proxy that hangs", code: "timeout", says: "no answer from",
      fix: "network.timeout", proxy: [.always(.hang)], timeout: "300ms"),
    Fault(
      testDescription: "a proxy that hangs up", code: "connection-reset",
      says: "no answer from", fix: "look at proxies",
      proxy: [.always(.close)]),
    Fault(
      testDescription: "a proxy that is none", code: "timeout", says: "no answer from",
      fix: "network.timeout", proxy: [.always(.answer("SSH-2.0-OpenSSH_9.6\r\n"))],
      timeout: "300ms"),
    Fault(
      testDescription: "a portal where the tunnel should be", code: "timeout",
      says: "no answer from", fix: "network.timeout",
      proxy: [.always(.answer("HTTP/1.1 200 OK\r\n\r\n<html>Accept the terms</html>"))],
      timeout: "300ms"),
    Fault(
      testDescription: "an end right behind the proxy's word", code: "connection-reset",
      says: "no answer from", fix: "firewalls that inspect TLS",
      proxy: [.always(.closeBeforeHandshake)]),
    Fault(
      testDescription: "an end inside the handshake", code: "connection-reset",
      says: "during the TLS handshake", fix: "firewalls that inspect TLS",
      proxy: [.always(.closeInHandshake)]),
    Fault(
      testDescription: "a proxy that rewrites TLS", code: "tls-untrusted",
      says: "no trusted root", fix: "network.ca_bundle", host: .init(certificate: .untrusted)),
    Fault(
      testDescription: "an expired certificate", code: "tls-expired", says: "the certificate ended",
      fix: "this machine's clock", host: .init(certificate: .expired)),
    Fault(
      testDescription: "a certificate of tomorrow", code: "tls-expired", says: "valid only from",
      fix: "this machine's clock", host: .init(certificate: .notYetValid)),
    Fault(
      testDescription: "another host's certificate", code: "tls-hostname",
      says: "not for login.microsoftonline.com", fix: "host name",
      host: .init(certificate: .wrongName)),
    Fault(
      testDescription: "TLS 1.1 at most", code: "tls-failure", says: "the TLS handshake failed",
      fix: "too old", host: .init(isOutdated: true)),
  ]

  @Test("What the network hides is unknown, and no credential is sent", arguments: faults)
  func unknown(_ fault: Fault) async throws {
    var scenario = Scenario()
    scenario.settings = fault.settings
    scenario.world = Contoso.world(proxy: fault.proxy, hosts: [Contoso.host: fault.host])
    scenario.inventory = Contoso.inventory(
      authority: fault.authority, network: "retries: 0, timeout: \(fault.timeout)",
      tenant: fault.tenant)
    let run = try await scenario.audit()
    #expect(run.found(.authorityDiscovery) == ["unknown \(fault.code)"])
    let finding = try #require(run.findings(.authorityDiscovery).first)
    #expect(finding.summary.contains(fault.says), "\(finding.summary)")
    #expect(finding.fix?.contains(fault.fix) == true, "\(finding.fix ?? "nothing")")
    #expect(run.output.contains(fault.code))
    #expect(run.found(.authorityIssuer) == ["skipped depends-on-discovery"])
    #expect(run.found(.credentialAcquisition) == ["unknown authority-failed"])
    #expect(
      run.findings(.credentialAcquisition).first?.evidence["authority_code"] == fault.code)
    #expect(run.requests.isEmpty)
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
