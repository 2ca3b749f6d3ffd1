import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite("A region") struct RegionTests {
  @Test(
    "vector 82: has a name that can only be a label of the cloud's own host",
    arguments: [
      ("eastus", true), ("west-us-2", true), ("a", true), (String(repeating: "a", count: 63), true),
      ("evil.com", false), ("evil:8080", false), ("evil.example/x", false), ("EastUS", false),
      ("-x", false), ("2x", false), ("x-", false), ("", false), ("westus2\n", false),
      ("w\u{E9}st", false), ("west us", false), (String(repeating: "a", count: 64), false),
    ])
  func name(name: String, isRegion: Bool) {
    #expect((Region(name) != nil) == isRegion)
  }

  private func destination(
    _ authority: String, _ setting: RegionSetting, options: AcquisitionOptions = .init()
  ) async throws -> URL? {
    let bench = try ClientBench(
      authority: authority, settings: ClientSettings(region: setting, retry: .never))
    _ = try await bench.client.acquireToken(for: [.microsoftGraph], options: options)
    return bench.service.tokenRequests.last.flatMap { URL(string: $0.url.description) }
  }

  @Test("one call may name another region than the client's, or none")
  func override() async throws {
    let authority = "https://login.microsoftonline.com/\(StubTokenService.tenant)"
    let setting = try RegionSetting.named(#require(Region("westus2")))
    let other = try AcquisitionOptions(region: .named(#require(Region("eastus"))))
    #expect(
      try await destination(authority, setting, options: other)?.host()
        == "eastus.login.microsoft.com")
    #expect(
      try await destination(
        authority, setting, options: AcquisitionOptions(region: RegionSetting.none))?
        .host() == "login.microsoftonline.com")
  }

  @Test("only Entra's own hosts have regions: nothing is sent to a derived host elsewhere")
  func elsewhere() async throws {
    let written = "https://idp.example/realm"
    let region = try #require(Region("westus2"))
    let bench = try ClientBench(
      authority: written, kind: .oidc,
      settings: ClientSettings(region: .named(region), retry: .never))
    bench.service.serve(
      try Authority(written, kind: .oidc),
      ["issuer": written, "token_endpoint": written + "/token", "jwks_uri": written + "/keys"])
    _ = try await bench.client.acquireToken(for: [])
    #expect(bench.service.tokenRequests.map(\.url.host) == ["idp.example"])
  }

  @Test("a token is the same wherever it was fetched, and the assertion is for the usual address")
  func shared() async throws {
    let region = try #require(Region("westus2"))
    let contexts = AudienceLog()
    let bench = try ClientBench(
      credential: .assertionProvider(
        AssertionProvider { context in
          await contexts.add(context.tokenEndpoint.description)
          return Secret("a.b.c")
        }))
    _ = try await bench.client.acquireToken(
      for: [.microsoftGraph], options: AcquisitionOptions(region: .named(region)))
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).source == .cache)
    #expect(bench.service.tokenRequests.map(\.url.host) == ["westus2.login.microsoft.com"])
    #expect(
      await contexts.all == [
        "https://login.microsoftonline.com/\(StubTokenService.tenant)/oauth2/v2.0/token"
      ])
  }

  @Test("a machine that gives no region is asked again only after a while")
  func patience() async {
    let time = ManualTime()
    let bodies = [
      "", #"{"location":"not a region"}"#, #"{"location":"westus2"}"#, #"{"location":"eastus"}"#,
    ]
    let machine = CannedPlatformTransport { _, number in
      HTTPResponse(status: 200, headers: [], body: Array(bodies[number - 1].utf8))
    }
    let detector = RegionDetector(environment: [:], transport: machine, time: time)
    #expect(await detector.region() == nil)
    #expect(await detector.region() == nil)
    #expect(machine.requests.count == 1)
    time.advance(by: .seconds(600))
    #expect(await detector.region() == nil)
    time.advance(by: .seconds(600))
    #expect(await detector.region()?.name == "westus2")
    time.advance(by: .seconds(6000))
    #expect(await detector.region()?.name == "westus2")
    #expect(machine.requests.count == 3)
  }

  @Test("a library's bug: the metadata service's status counts, and only its JSON is read")
  func machine() async throws {
    for (status, body, region) in [
      (200, #"{"location":"westus2","name":"vm"}"#, "westus2"), (404, #"{"location":"x"}"#, nil),
      (500, #"{"location":"westus2"}"#, nil), (200, "westus2", nil), (200, #"{"location":1}"#, nil),
      (200, #"["westus2"]"#, nil), (200, #"{"location":"evil.example/x"}"#, nil),
    ] as [(Int, String, String?)] {
      let machine = CannedPlatformTransport(status: status, body)
      let detector = RegionDetector(environment: [:], transport: machine, time: ManualTime())
      #expect(await detector.region()?.name == region, "\(status) \(body)")
      let request = try #require(machine.requests.first)
      #expect(
        request.url.description
          == "http://169.254.169.254/metadata/instance/compute?api-version=2021-02-01")
      #expect(request.header("Metadata") == "true")
      #expect(request.timeout == .seconds(2))
    }
  }

  @Test("a variable that is set is the answer, be it a region's name or not, and nobody is asked")
  func variable() async {
    let machine = CannedPlatformTransport(#"{"location":"westus2"}"#)
    for (name, region) in [("eastus", "eastus"), ("West US 2", nil)] as [(String, String?)] {
      let detector = RegionDetector(
        environment: ["REGION_NAME": name], transport: machine, time: ManualTime())
      #expect(await detector.region()?.name == region)
    }
    #expect(machine.requests.isEmpty)
    let alone = RegionDetector(environment: [:], transport: nil)
    #expect(await alone.region() == nil)
  }

  @Test("the variable of Microsoft's libraries names a region, or is passed over")
  func forced() throws {
    func region(_ value: String?) -> String? {
      let environment = value.map { ["MSAL_FORCE_REGION": $0] } ?? [:]
      guard case .named(let region) = RegionSetting.fromEnvironment(environment) else { return nil }
      return region.name
    }
    #expect(region("westus2") == "westus2")
    #expect(region("evil.example/x") == nil)
    #expect(region(nil) == nil)
  }
}

private actor AudienceLog {
  private(set) var all: [String] = []
  func add(_ text: String) { all.append(text) }
}
