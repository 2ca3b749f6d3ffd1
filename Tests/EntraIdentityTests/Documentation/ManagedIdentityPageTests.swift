import EntraIdentity
import EntraSimulator
import Foundation
import TestSupport
import Testing

/// What the page on managed identities shows and says.
@Suite("The page on managed identities", .timeLimit(.minutes(10)))
struct ManagedIdentityPageTests {
  private static let identity = SimulatedApplication(
    "vm", clientID: "0f3c1f6e-92a5-4d3c-9f6d-0a7c3a4b5c6d")

  /// Runs `body` on a virtual machine with a system-assigned and a user-assigned identity.
  private static func onMachine(
    _ identities: [SimulatedMachine.Identity] = [
      .init(SimulatedApplication("machine")), .init(identity, resourceID: "/subscriptions/0/x"),
    ], _ body: (MachineServer) async throws -> Void
  ) async throws {
    let server = try await MachineServer.start(
      SimulatedMachine(.virtualMachine, tenant: .entra("contoso", []), identities))
    do {
      try await body(server)
      await server.stop()
    } catch {
      await server.stop()
      throw error
    }
  }

  @Test("The example gets a token, keeps it, and gets another for a challenge")
  func example() async throws {
    try await Self.onMachine { server in
      let client = try machineClient(environment: server.environment)
      #expect(bearer(try await managementToken(client)).hasPrefix("Bearer ey"))
      #expect(try await managementToken(client).source == .cache)
      let challenge = Data(#"{"access_token":{"nbf":{"essential":true}}}"#.utf8)
        .base64EncodedString()
      #expect(try await answer(challenge, by: client).source == .network)
      #expect(server.service.requests.count == 2)
    }
  }

  @Test("A managed identity's token is what an application presents")
  func federated() async throws {
    try await Self.onMachine { server in
      let transport = CannedTransport { _ in
        HTTPResponse(
          status: 200, headers: [("Content-Type", "application/json")],
          body: Array(#"{"access_token":"t","token_type":"Bearer","expires_in":3599}"#.utf8))
      }
      let grant = ClientCredentialsGrant(
        clientID: ClientID("a"),
        credential: vouchedCredential(try .detect(environment: server.environment)),
        transport: transport)
      _ = try await grant.request(
        at: TokenEndpoint(ClientFixtures.authority(.entra)), scopes: [.microsoftGraph])
      let body = try #require(transport.requests.first?.body)
      let token = try #require(server.service.secretsSeen.last)
      #expect(body.withValue { $0.hasSuffix("&client_assertion=" + token) })
      let query = try #require(server.service.requests.first?.query)
      #expect(query.contains("resource=api%3A%2F%2FAzureADTokenExchange&client_id=0f3c1f6e"))
    }
  }

  @Test("Who runs somewhere else is told so")
  func elsewhere() async throws {
    try await Self.onMachine([]) { server in
      let client = try machineClient(environment: server.environment)
      let error = try await #require(throws: TokenError.self) {
        try await managementToken(client)
      }
      #expect(isElsewhere(error))
    }
  }

  @Test("Every word that an error may have is on the page")
  func words() throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let page = try String(
      contentsOf: root.appending(
        path: "Sources/EntraIdentity/EntraIdentity.docc/ManagedIdentities.md"), encoding: .utf8)
    let words =
      PlatformProblem.Code.allCases.map(\.rawValue)
      + PlatformRefusal.Reason.allCases.map(\.rawValue)
    for word in words { #expect(page.contains("`\(word)`")) }
  }
}
