import AsyncHTTPClient
import EntraSimulator
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Testing

/// The machines behave as the platforms do, and are seen so by a client that is not ours.
@Suite struct MachineTests {
  private static let system = SimulatedApplication("machine")
  private static let user = SimulatedApplication("user")

  private static func service(
    _ kind: SimulatedMachine.Kind, identities: [SimulatedMachine.Identity]? = nil,
    folder: String? = nil, script: [ScriptStep] = []
  ) throws -> MachineService {
    try MachineService(
      SimulatedMachine(
        kind, tenant: .entra("contoso", []),
        identities ?? [.init(system), .init(user, resourceID: "/subscriptions/0/u")],
        keyFolder: folder, script: script))
  }

  private static func imds(
    _ query: String, headers: [(name: String, value: String)] = [("Metadata", "true")]
  ) -> SimulatedRequest {
    SimulatedRequest(
      method: "GET", authority: "169.254.169.254",
      target: "/metadata/identity/oauth2/token?" + query, headers: headers)
  }

  private static let graph = "api-version=2018-02-01&resource=https://graph.microsoft.com"

  @Test(
    "The metadata service refuses what no program of the machine sends",
    arguments: [
      (imds(graph, headers: []), "bad_request_102"),
      (imds(graph, headers: [("Metadata", "false")]), "bad_request_102"),
      (
        imds(graph, headers: [("Metadata", "true"), ("X-Forwarded-For", "10.0.0.1")]),
        "bad_request_102"
      ),
      (imds("api-version=2018-02-01"), "invalid_request"),
      (imds(graph + "&client_id=nobody"), "invalid_request"),
      (imds("resource=https://nobody.example"), "invalid_resource"),
    ])
  func refused(_ request: SimulatedRequest, _ word: String) throws {
    let response = try Self.service(.virtualMachine).answer(request)
    #expect(response.status == 400)
    #expect(response.json?["error"]?.text == word)
  }

  @Test(
    "A parameter of another platform's spelling is passed over without a word",
    arguments: [
      ("client_id=\(user.clientID)", user), ("object_id=\(user.objectID)", user),
      ("msi_res_id=/subscriptions/0/u", user), ("mi_res_id=/subscriptions/0/u", system),
      ("clientid=\(user.clientID)", system), ("principal_id=\(user.objectID)", system),
    ] as [(String, SimulatedApplication)])
  func spelling(_ parameter: String, _ answers: SimulatedApplication) throws {
    let response = try Self.service(.virtualMachine).answer(
      Self.imds(Self.graph + "&" + parameter))
    #expect(response.json?["client_id"]?.text == answers.clientID)
  }

  @Test("Of several user-assigned identities none is chosen, an only one is")
  func several() throws {
    let (one, other) = (
      SimulatedMachine.Identity(Self.user, resourceID: "/a"),
      SimulatedMachine.Identity(SimulatedApplication("other"), resourceID: "/b")
    )
    let only = try Self.service(.virtualMachine, identities: [one])
    #expect(only.answer(Self.imds(Self.graph)).json?["client_id"]?.text == Self.user.clientID)
    let both = try Self.service(.virtualMachine, identities: [one, other])
    #expect(both.answer(Self.imds(Self.graph)).status == 400)
  }

  @Test("The same token is given again while it is good")
  func same() throws {
    let service = try Self.service(.virtualMachine)
    let tokens = (0..<2).map { _ in service.answer(Self.imds(Self.graph)).json?["access_token"] }
    #expect(tokens[0] != nil && tokens[0] == tokens[1])
  }

  @Test("Azure Arc's agent gives nothing without a key, and nothing twice for one")
  func arc() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/arc-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let service = try Self.service(.azureArc, folder: folder)
    let challenge = service.answer(Self.imds(Self.graph))
    #expect(challenge.status == 401)
    let path = try #require(challenge.header("WWW-Authenticate")?.dropFirst("Basic realm=".count))
    let key = try String(contentsOfFile: String(path), encoding: .utf8)
    let proven = Self.imds(
      Self.graph, headers: [("Metadata", "true"), ("Authorization", "Basic " + key)])
    #expect(service.answer(proven).status == 200)
    #expect(service.answer(proven).status == 401)
  }

  @Test("A foreign client gets a token from each socket", arguments: SimulatedMachine.Kind.allCases)
  func socket(_ kind: SimulatedMachine.Kind) async throws {
    guard kind != .azureArc else { return }
    let server = try await MachineServer.start(
      SimulatedMachine(kind, tenant: .entra("contoso", []), [.init(Self.system)]))
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.certificateVerification = .none
    let client = HTTPClient(configuration: .init(tlsConfiguration: tls))
    let variables = server.environment
    let endpoint =
      variables["IDENTITY_ENDPOINT"] ?? variables["MSI_ENDPOINT"]
      ?? server.origin + "/metadata/identity/oauth2/token"
    let resource = "resource=https%3A%2F%2Fgraph.microsoft.com"
    var request = HTTPClientRequest(
      url: endpoint + (kind == .cloudShell ? "" : "?api-version=1&" + resource))
    request.headers.add(name: "Metadata", value: "true")
    let header = variables["IDENTITY_HEADER"] ?? variables["MSI_SECRET"] ?? ""
    request.headers.add(name: "Secret", value: header)
    request.headers.add(name: "X-IDENTITY-HEADER", value: header)
    if kind == .cloudShell {
      request.method = .POST
      request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
      request.body = .bytes(ByteBuffer(string: resource))
    }
    let response = try await client.execute(request, timeout: .seconds(10))
    let body = try await response.body.collect(upTo: 1 << 16)
    #expect(response.status == .ok)
    #expect(String(buffer: body).contains("access_token"))
    try await client.shutdown()
    await server.stop()
  }
}
