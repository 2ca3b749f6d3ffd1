import AsyncHTTPClient
import EntraSimulator
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Testing

@Suite("Graph over sockets, by a client that is not ours", .timeLimit(.minutes(10)))
struct GraphLiveTests {
  @Test("a directory of thousands is read under Graph's own name, page by page")
  func pages() async throws {
    let directory = GraphScene.many(2_500)
    let simulator = try await Simulator.start(
      GraphScene.world(directory), clock: { Scene.now })
    var configuration = HTTPClient.Configuration()
    configuration.proxy = .server(host: "127.0.0.1", port: simulator.proxyPort)
    configuration.tlsConfiguration = .makeClientConfiguration()
    configuration.tlsConfiguration?.trustRoots = .certificates(
      try NIOSSLCertificate.fromPEMBytes(Array(simulator.caPEM.utf8)))
    let client = HTTPClient(configuration: configuration)
    let token = try GraphScene(directory).token()
    var sizes: [Int] = []
    var next: String? =
      "https://graph.microsoft.com/v1.0/applications?$select=id,passwordCredentials&$top=999"
    while let url = next {
      var request = HTTPClientRequest(url: url)
      request.headers.add(name: "Authorization", value: "Bearer " + token)
      let response = try await client.execute(request, timeout: .seconds(30))
      let body = try await response.body.collect(upTo: 1 << 22)
      let page = SimulatedResponse(status: 200, body: .bytes(Array(buffer: body)))
      sizes.append(page.values.count)
      next = page.nextLink
    }
    #expect(sizes == [999, 999, 502])
    #expect(simulator.core.requestCount(.graph) == 3)
    #expect(simulator.proxyRequests.map(\.target) == ["graph.microsoft.com:443"])
    await simulator.stop()
    try await client.shutdown()
  }
}
