import AsyncHTTPClient
import EntraSimulator
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Testing

@Suite("Over sockets, by a client that is not ours", .timeLimit(.minutes(10)))
struct LiveTests {
  private static func withSimulator(
    _ world: SimulatedWorld,
    _ body: (Simulator, HTTPClient) async throws -> Void
  ) async throws {
    let simulator = try await Simulator.start(world)
    var configuration = HTTPClient.Configuration()
    configuration.httpVersion = .http1Only
    configuration.redirectConfiguration = .disallow
    configuration.proxy = .server(host: "127.0.0.1", port: simulator.proxyPort)
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.tlsConfiguration = .makeClientConfiguration()
    configuration.tlsConfiguration?.trustRoots = .certificates(
      try NIOSSLCertificate.fromPEMBytes(Array(simulator.caPEM.utf8)))
    // Else the client waits 5 s for the close_notify of a connection that hangs.
    configuration.tlsConfiguration?.shutdownTimeout = .milliseconds(100)
    let client = HTTPClient(configuration: configuration)
    do {
      try await body(simulator, client)
    } catch {
      await simulator.stop()
      try? await client.shutdown()
      throw error
    }
    // The service goes first, so that the client waits for no connection that hangs.
    await simulator.stop()
    try await client.shutdown()
  }

  private static func request(_ host: String, _ path: String? = nil) -> HTTPClientRequest {
    HTTPClientRequest(
      url: "https://\(host)" + (path ?? "/\(Scene.tenant)/v2.0/.well-known/openid-configuration"))
  }

  private static let world = SimulatedWorld([
    .entra("contoso", id: Scene.tenant, [.secret("billing", clientID: Scene.client, "right")])
  ])

  @Test("a token comes through the proxy, under the real host name")
  func token() async throws {
    try await Self.withSimulator(Self.world) { simulator, client in
      for _ in 0..<3 {
        var request = Self.request(
          "login.microsoftonline.com", "/\(Scene.tenant)/oauth2/v2.0/token")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(
          ByteBuffer(
            string: "grant_type=client_credentials&client_id=\(Scene.client)"
              + "&client_secret=right&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"))
        let response = try await client.execute(request, timeout: .seconds(20))
        let body = try await response.body.collect(upTo: 1 << 20)
        #expect(response.status.code == 200)
        #expect(String(buffer: body).contains("\"access_token\":\"ey"))
      }
      #expect(simulator.requests.map(\.status) == [200, 200, 200])
      // One tunnel, kept alive.
      #expect(simulator.proxyRequests.map(\.target) == ["login.microsoftonline.com:443"])
    }
  }

  @Test("the same service answers directly as localhost, and names itself")
  func direct() async throws {
    let simulator = try await Simulator.start(Self.world)
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.trustRoots = .certificates(
      try NIOSSLCertificate.fromPEMBytes(Array(simulator.caPEM.utf8)))
    let client = HTTPClient(configuration: .init(tlsConfiguration: tls))
    let host = "localhost:\(simulator.tlsPort)"
    let response = try await client.execute(Self.request(host), timeout: .seconds(20))
    let body = try await response.body.collect(upTo: 1 << 20)
    #expect(String(buffer: body).contains("\"issuer\":\"https://\(host)/\(Scene.tenant)/v2.0\""))
    await simulator.stop()
    try await client.shutdown()
  }

  @Test(
    "a host's bad certificate is not accepted",
    arguments: [
      SimulatedHost.ServerCertificate.expired, .notYetValid, .wrongName, .untrusted, .inspected,
    ])
  func certificates(kind: SimulatedHost.ServerCertificate) async throws {
    var world = Self.world
    world.hosts["login.microsoftonline.com"] = SimulatedHost(certificate: kind)
    try await Self.withSimulator(world) { simulator, client in
      await #expect(throws: (any Error).self) {
        try await client.execute(
          Self.request("login.microsoftonline.com"), timeout: .seconds(20))
      }
      let other = try await client.execute(
        Self.request("login.windows.net"), timeout: .seconds(20))
      #expect(other.status.code == 200)
      #expect(simulator.requests.map(\.host) == ["login.windows.net"])
    }
  }

  @Test("the proxy refuses strangers, and whomever its script says")
  func proxy() async throws {
    var world = Self.world
    world.proxy = [
      .first(1, host: "login.windows.net", .refuse(407)),
      .first(1, host: "sts.windows.net", .close),
      .always(host: "sts.windows.net", .closeInHandshake),
    ]
    try await Self.withSimulator(world) { simulator, client in
      let sts = "sts.windows.net"
      for host in ["nobody.example", "login.windows.net", sts, sts] {
        await #expect(throws: (any Error).self, "\(host)") {
          try await client.execute(Self.request(host), timeout: .seconds(20))
        }
      }
      let later = try await client.execute(
        Self.request("login.windows.net"), timeout: .seconds(20))
      #expect(later.status.code == 200)
      #expect(simulator.proxyRequests.map(\.status) == [502, 407, nil, 200, 200])
    }
  }

  @Test("a host that is outdated answers whoever still speaks TLS 1.1")
  func outdated() async throws {
    var world = Self.world
    world.hosts["sts.windows.net"] = SimulatedHost(isOutdated: true)
    try await Self.withSimulator(world) { simulator, client in
      // This client takes every version; that one which does not is turned away, the command's
      // tests show.
      for host in ["sts.windows.net", "login.windows.net"] {
        let answer = try await client.execute(Self.request(host), timeout: .seconds(20))
        #expect(answer.status.code == 200)
      }
      #expect(simulator.requests.map(\.host) == ["sts.windows.net", "login.windows.net"])
    }
  }

  @Test("how many requests were in flight at once is known")
  func inFlight() async throws {
    var world = Self.world
    world.tenants[0].script = [.first(5, .discovery, .hang)]
    try await Self.withSimulator(world) { simulator, client in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<5 {
          group.addTask {
            _ = try? await client.execute(
              Self.request("login.microsoftonline.com"), timeout: .seconds(60))
          }
        }
        // All five hang until they are taken back, however long it takes them to arrive; one request
        // after another to a second host meanwhile.
        while simulator.core.peakInFlight(host: "login.microsoftonline.com") < 5 {
          let answer = try await client.execute(
            Self.request("login.windows.net", "/nobody.example/v2.0/"), timeout: .seconds(20))
          _ = try await answer.body.collect(upTo: 1 << 20)
        }
        group.cancelAll()
      }
      #expect(simulator.core.peakInFlight(host: "login.microsoftonline.com") == 5)
      #expect(simulator.core.peakInFlight(host: "login.windows.net") <= 1)
      #expect(simulator.core.peakInFlight(host: "sts.windows.net") == 0)
    }
  }

  @Test("connections hang, break and overflow as scripted, and a stop ends them all")
  func connections() async throws {
    var world = Self.world
    world.tenants[0].script = [
      .first(1, .discovery, .closeMidResponse), .first(1, .discovery, .hugeBody(megabytes: 32)),
      .first(1, .discovery, .delay(.milliseconds(20))), .always(.discovery, .hang),
    ]
    try await Self.withSimulator(world) { simulator, client in
      let request = Self.request("login.microsoftonline.com")
      await #expect(throws: (any Error).self) {
        let response = try await client.execute(request, timeout: .seconds(20))
        _ = try await response.body.collect(upTo: 1 << 20)
      }
      await #expect(throws: NIOTooManyBytesError.self) {
        let response = try await client.execute(request, timeout: .seconds(20))
        _ = try await response.body.collect(upTo: 1 << 20)
      }
      let late = try await client.execute(request, timeout: .seconds(20))
      #expect(late.status.code == 200)
      _ = try await late.body.collect(upTo: 1 << 20)
      await #expect(throws: HTTPClientError.self) {
        try await client.execute(request, timeout: .milliseconds(300))
      }
      #expect(simulator.requests.count == 4)
      await simulator.stop()
    }
  }
}
