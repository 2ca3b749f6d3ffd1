import EntraIdentity
import EntraSimulator
import Foundation
import TestSupport
import Testing

/// What the pages show is compiled and run here, so that it cannot drift from the library.
@Suite("What the documentation shows", .timeLimit(.minutes(10)))
struct DocumentationTests {
  private static let clientID = "8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"

  private static let catalog = "Sources/EntraIdentity/EntraIdentity.docc/"

  /// A file of the package, by its path from the root.
  private static func text(_ path: String) throws -> String {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Runs the example against an identity service that knows `registered`, and with `held` in the
  /// PEM file.
  private static func token(
    registered: MintedCertificate, held: MintedCertificate
  ) async throws -> AcquiredToken {
    let simulator = try await Simulator.start(
      SimulatedWorld([
        .entra("contoso", [.certificate("billing-sync", clientID: clientID, registered)])
      ]))
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let outcome: Result<AcquiredToken, any Error>
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let (pem, roots) = (folder.appending(path: "billing.pem"), folder.appending(path: "ca.pem"))
      try Data((held.pem + held.keyPEM).utf8).write(to: pem)
      try Data(simulator.caPEM.utf8).write(to: roots)
      outcome = .success(
        try await graphToken(
          billingClient(
            pem: pem.path,
            environment: ["HTTPS_PROXY": simulator.proxyURL, "SSL_CERT_FILE": roots.path])))
    } catch {
      outcome = .failure(error)
    }
    await simulator.stop()
    try? FileManager.default.removeItem(at: folder)
    return try outcome.get()
  }

  @Test("the example gets a token, over TLS and by the host's real name")
  func example() async throws {
    let certificate = try MintedCertificate.client("billing-sync")
    let token = try await Self.token(registered: certificate, held: certificate)
    #expect(bearer(token).hasPrefix("Bearer ey"))
    #expect(token.source == .network)
  }

  @Test("where the certificate is not registered, the advice names code, cause and what to do")
  func refusal() async throws {
    let held = try MintedCertificate.client("billing-sync", key: .reusableRSA(1))
    let error = try await #require(throws: TokenError.self) {
      try await Self.token(registered: .client("billing-sync"), held: held)
    }
    let line = advice(on: try #require(error.error))
    #expect(line.hasPrefix("AADSTS700027, somebody has to change something: Register the"))
  }

  @Test("an assertion from elsewhere is read from its file each time, and sent as it is")
  func federated() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let transport = CannedTransport { _ in
      HTTPResponse(
        status: 200, headers: [("Content-Type", "application/json")],
        body: Array(#"{"access_token":"t","token_type":"Bearer","expires_in":3599}"#.utf8))
    }
    let grant = ClientCredentialsGrant(
      clientID: ClientID(Self.clientID), credential: federatedCredential(path: file.path),
      transport: transport)
    for assertion in ["h.p.1", "h.p.2"] {
      try Data(assertion.utf8).write(to: file)
      _ = try await grant.request(
        at: TokenEndpoint(ClientFixtures.authority(.entra)), scopes: [.microsoftGraph])
      let body = try #require(transport.requests.last?.body)
      #expect(body.withValue { $0.hasSuffix("&client_assertion=" + assertion) })
    }
  }

  /// Lines without their indentation, which is another in a list or in a function.
  private static func lines(_ text: some StringProtocol) -> String {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test(
    "every line of Swift that a page shows is compiled here",
    arguments: [
      catalog + "EntraIdentity.md", catalog + "HandlingSecrets.md",
      catalog + "ManagedIdentities.md", catalog + "TroubleshootingByCode.md", "README.md",
    ])
  func samples(page: String) throws {
    let compiled = Self.lines(
      try ["FirstToken", "GraphToken", "Advice", "Fragments", "ManagedIdentity"].map {
        try Self.text("Tests/EntraIdentityTests/Documentation/\($0).swift")
      }.joined())
    let blocks = try Self.text(page).matches(of: #/ *```swift\n(?<code>[\s\S]*?)\n *```/#)
      .map { Self.lines($0.output.code) }
    #expect(!blocks.isEmpty)
    for block in blocks where !block.contains(".package(") {
      #expect(compiled.contains(block), "\(page) shows other lines")
    }
  }

  @Test("each code of the troubleshooting page is one that client credentials can get")
  func codes() throws {
    let page = try Self.text(Self.catalog + "TroubleshootingByCode.md")
    let codes = page.matches(of: #/AADSTS([0-9]+)/#).compactMap { Int($0.output.1) }
    #expect(Set(codes).count > 15)
    for code in codes {
      #expect(AADSTSCatalog.meaning(of: code)?.appliesToClientCredentials == true, "\(code)")
    }
  }
}
