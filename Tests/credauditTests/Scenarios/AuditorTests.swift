import CredentialAudit
import EntraIdentity
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// An auditor that is ill itself: every report says so.
@Suite struct AuditorTests {
  private static func notices(_ run: Outcome) -> [String] { run.report?.notices.map(\.code) ?? [] }

  private static func message(_ code: String, _ run: Outcome) -> String {
    run.report?.notices.first { $0.code == code }?.message ?? ""
  }

  @Test("A machine that is in order is described, and nothing else is said of it")
  func inOrder() async throws {
    let run = try await Scenario().audit()
    let auditor = try #require(run.report?.auditor)
    #expect(auditor["clock"] == "within 1 s of 1 host")
    #expect(auditor["dns"] == "not asked: the proxy resolves names")
    #expect(
      auditor["tls"] == "\(Contoso.host) signed by EntraSimulator CA for one run")
    #expect(auditor["proxy"]?.hasPrefix("127.0.0.1:") == true)
    #expect(auditor["store_room"] == "20.0 GB and 1000000 files free")
    #expect(auditor["open_files"] == "1024" && auditor["requests_in_flight"] == "64")
    #expect(auditor["tool"] == "credaudit \(ToolVersion.text)")
    #expect(Self.notices(run).isEmpty && run.status == .clean)
    // Looking at itself asks the service nothing.
    #expect(run.requests.map(\.endpoint) == [.discovery, .keys, .token])
    #expect(run.connects.allSatisfy { $0.target == "\(Contoso.host):443" })
  }

  @Test(
    "A clock that is off is a warning at the authority, both ways",
    arguments: [(600.0, "ahead", "600 s ahead of"), (-600, "behind", "600 s behind")])
  func clock(_ seconds: TimeInterval, _ way: String, _ words: String) async throws {
    var scenario = Scenario()
    scenario.auditor.clockIsAhead = seconds
    try await scenario.perform { stage in
      let run = try await stage.audit()
      #expect(run.found(.authorityDiscovery) == ["warning clock-skew", "pass ok"])
      let finding = try #require(run.findings(.authorityDiscovery).first)
      #expect(finding.summary == "this machine's clock is \(words) \(Contoso.host)'s")
      #expect(finding.evidence["offset_seconds"] == "600")
      #expect(finding.evidence["this_machine"] == way && finding.evidence["host"] == Contoso.host)
      #expect(run.report?.auditor["clock"] == "\(words) 1 host")
      #expect(Self.notices(run) == ["clock-skew"])
      #expect(run.output.contains("notice       this machine's clock is \(words) that of the only"))
      #expect(
        try stage.text(of: "out/findings.csv").contains("notice,,,,,,,,,,,,,,,,,,,,,clock-skew"))
      #expect(try stage.text(of: "out/report.html").contains("\(words) 1 host"))
    }
  }

  @Test("A clock that is a little off is nobody's business", arguments: [59.0, -59])
  func clockIsNearlyRight(_ seconds: TimeInterval) async throws {
    var scenario = Scenario()
    scenario.auditor.clockIsAhead = seconds
    let run = try await scenario.audit("--fail-on", "warning")
    #expect(run.found(.authorityDiscovery) == ["pass ok"])
    #expect(Self.notices(run).isEmpty && run.status == .clean)
  }

  private static func certificateScenario(_ script: [ScriptStep] = []) throws -> Scenario {
    let certificate = try Contoso.certificate()
    var scenario = Scenario()
    scenario.environment = [:]
    scenario.files = ["billing.pem": .secret(certificate.pem + certificate.keyPEM)]
    scenario.world = Contoso.world(
      .certificate("billing", clientID: Contoso.client, certificate, script: script))
    scenario.inventory = Contoso.inventory("name: primary, certificate: { file: billing.pem }")
    return scenario
  }

  @Test("An assertion that is refused for its time blames the clock, and says how far it is off")
  func refusedForTheClock() async throws {
    var scenario = try Self.certificateScenario()
    scenario.auditor.clockIsAhead = 600
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["critical AADSTS700024"])
    let finding = try #require(run.findings(.credentialAcquisition).first)
    #expect(finding.cause?.contains("600 s ahead of \(Contoso.host)'s, by which it was") == true)
    #expect(run.status == .findings)
  }

  @Test("An assertion that is refused for its time though the clock is right says what else it is")
  func refusedThoughTheClockIsRight() async throws {
    let run = try await Self.certificateScenario([
      .always(.token, .refusal(code: 700_024, error: "invalid_client", status: 401))
    ]).audit()
    let finding = try #require(run.findings(.credentialAcquisition).first)
    #expect(finding.code == "AADSTS700024" && finding.cause?.contains("not the clock") == true)
    #expect(Self.notices(run).isEmpty)
  }

  @Test("A token of a time that has not come for this machine blames the clock")
  func tokenOfTheFuture() async throws {
    var scenario = Scenario()
    scenario.auditor.clockIsAhead = -900
    let run = try await scenario.audit()
    let finding = try #require(run.findings(.credentialToken).first)
    #expect(finding.code == "token-not-yet-valid")
    #expect(finding.cause?.contains("by this machine's clock alone") == true)
  }

  @Test("`authority` tells of the clock too")
  func authorityCommand() async throws {
    var scenario = Scenario()
    scenario.auditor.clockIsAhead = 90
    try await scenario.perform { stage in
      let run = try await stage.run(["authority", Contoso.authority])
      #expect(run.output.contains("clock-skew") && run.output.contains("90 s ahead"))
    }
  }

  @Test("A proxy that opens TLS is named, though everything works")
  func inspected() async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(hosts: [Contoso.host: SimulatedHost(certificate: .inspected)])
    scenario.inventory = Contoso.inventory(network: "ca_bundle: company-ca.pem")
    let run = try await scenario.audit()
    #expect(run.status == .clean)
    #expect(Self.notices(run) == ["tls-rewritten"])
    #expect(Self.message("tls-rewritten", run).contains("signed by 'Fabrikam Ltd, TLS Inspection'"))
    #expect(
      run.report?.auditor["tls"]
        == "\(Contoso.host) signed by Fabrikam Ltd, TLS Inspection, "
        + "trusted only by roots that were added")
    #expect(run.output.contains("notice       the certificate of \(Contoso.host)"))
  }

  @Test("A proxy that opens TLS and is not trusted is named, and gets nothing")
  func inspectedByAStranger() async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(hosts: [Contoso.host: SimulatedHost(certificate: .inspected)])
    let run = try await scenario.audit()
    #expect(run.found(.authorityDiscovery) == ["unknown tls-untrusted"])
    #expect(Self.notices(run) == ["tls-rewritten"])
    #expect(Self.message("tls-rewritten", run).contains("network.ca_bundle"))
    #expect(run.requests.isEmpty && run.status == .unknown)
  }

  @Test("Nobody but a known cloud's login host is looked at for who signed it")
  func othersAreNotLookedAt() async throws {
    var scenario = Scenario()
    scenario.world = SimulatedWorld([.oidc("idp.partner.example", [Contoso.app(client: "ledger")])])
    scenario.world.hosts["idp.partner.example"] = SimulatedHost(certificate: .inspected)
    scenario.inventory = Contoso.inventory(
      authority: "https://idp.partner.example", network: "ca_bundle: company-ca.pem",
      tenant: "kind: oidc", client: "ledger")
    let run = try await scenario.audit()
    #expect(run.status == .clean && Self.notices(run).isEmpty)
    #expect(run.report?.auditor["tls"] == "not looked at: no known cloud's login host is asked")
    #expect(run.connects.allSatisfy { $0.target == "idp.partner.example:443" })
  }

  @Test("A look that fails is no failure of the run")
  func unseen() async throws {
    var scenario = Scenario()
    // The look and the audit both go by the proxy; who comes first is refused.
    scenario.world = Contoso.world(proxy: [.first(1, .refuse(503))])
    let run = try await scenario.audit()
    #expect(run.status == .clean && run.report?.run.complete == true)
  }

  @Test("Where nobody answers, one notice says that it is this machine's")
  func networkIsDown() async throws {
    var scenario = Scenario()
    scenario.settings = ["HTTPS_PROXY": "http://127.0.0.1:1"]
    scenario.inventory = Contoso.inventory(network: "retries: 0")
    let run = try await scenario.audit()
    #expect(run.found(.authorityDiscovery) == ["unknown proxy-failure"])
    #expect(Self.notices(run) == ["network-down"])
    #expect(run.report?.auditor["clock"] == "not compared: no answer told the time")
    #expect(
      run.report?.auditor["tls"]
        == "\(Contoso.host) not seen: the proxy 127.0.0.1 cannot be reached")
    #expect(run.status == .unknown)
  }

  @Test(
    "Whether names resolve is asked where no proxy does it",
    arguments: [
      (NameLookup.Outcome.found, "works, in 0 ms"),
      (.failed("name or service not known"), "fails, in 0 ms: name or service not known"),
      (.late, "fails: no answer in 0 ms"),
    ])
  func resolver(_ outcome: NameLookup.Outcome, _ text: String) async throws {
    var scenario = Scenario()
    scenario.auditor.resolver = outcome
    scenario.settings = ["HTTPS_PROXY": ""]
    try await scenario.perform { stage in
      let authority = "https://localhost:\(stage.simulator.tlsPort)"
      try stage.write(
        .open(Contoso.inventory(authority: authority, tenant: "kind: oidc")),
        to: "in/inventory.yaml")
      let run = try await stage.audit()
      #expect(run.report?.auditor["dns"] == text)
      #expect(run.report?.auditor["proxy"] == "none" && run.connects.isEmpty)
    }
  }

  @Test("An offline run looks at the machine and asks nobody")
  func offline() async throws {
    var scenario = Scenario()
    scenario.auditor.clockIsAhead = 600
    scenario.auditor.openFiles = 20
    let run = try await scenario.audit("--offline")
    let auditor = try #require(run.report?.auditor)
    #expect(auditor["clock"] == "not compared: the run is offline")
    #expect(auditor["dns"] == "not asked: the run is offline")
    #expect(auditor["tls"] == "not seen: the run is offline")
    #expect(auditor["store_room"] != nil && auditor["open_files"] == nil)
    #expect(run.connects.isEmpty && Self.notices(run).isEmpty)
  }

  @Test(
    "A disk that is nearly full is told before it is full",
    arguments: [
      DiskRoom(bytes: 12_300_000, files: nil), DiskRoom(bytes: 20_000_000_000, files: 9),
    ])
  func littleRoom(_ room: DiskRoom) async throws {
    var scenario = Scenario()
    scenario.auditor.room = room
    let run = try await scenario.audit()
    #expect(Self.notices(run) == ["little-room", "little-room"])
    #expect(Self.message("little-room", run).contains(room.text))
    #expect(run.report?.auditor["reports_room"] == room.text)
    #expect(run.status == .clean)
  }

  @Test("A system that does not tell what is left is no trouble")
  func roomIsUntold() async throws {
    var scenario = Scenario()
    scenario.auditor.room = nil
    let run = try await scenario.audit()
    #expect(run.report?.auditor["store_room"] == "not seen")
    #expect(Self.notices(run).isEmpty && run.status == .clean)
  }

  @Test("With few descriptors a run is slower, not blind")
  func fewDescriptors() async throws {
    var scenario = Scenario()
    scenario.auditor.openFiles = 130
    scenario.world.latency = .milliseconds(20)
    scenario.inventory =
      Contoso.inventory()
      + (1...5).map {
        "          - { name: c\($0), secret: { env: SECRET }, expires: 2027-06-30 }\n"
      }.joined()
    try await scenario.perform { stage in
      let run = try await stage.audit()
      #expect(Self.notices(run) == ["few-descriptors"])
      #expect(
        Self.message("few-descriptors", run).contains("1 request was in flight instead of 64"))
      #expect(run.report?.auditor["requests_in_flight"] == "1")
      #expect(stage.simulator.core.peakInFlight(host: Contoso.host) == 1)
      #expect(run.asked(.token) == 6 && run.status == .clean)
    }
  }

  @Test("A run that was ended early says what it knew of the auditor")
  func interrupted() async throws {
    try await Scenario().perform { stage in
      stage.interruption.receive(.terminated)
      let run = try await stage.audit()
      #expect(run.status == .terminated)
      #expect(run.report?.auditor["clock"] == "not compared: no answer told the time")
      #expect(run.report?.auditor["tls"] == "not seen: nothing was asked yet")
      #expect(run.connects.isEmpty)
    }
  }

  @Test(
    "Every notice of the auditor is explained",
    arguments: [
      "clock-skew", "tls-rewritten", "dns-down", "network-down", "little-room", "few-descriptors",
    ])
  func explained(_ code: String) async throws {
    try await Scenario().perform { stage in
      let run = try await stage.run(["explain", code])
      #expect(run.status == .clean && run.output.contains("fix"))
    }
  }
}
