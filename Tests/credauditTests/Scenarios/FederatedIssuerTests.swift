import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// The issuers whose assertions a directory takes: do they answer, as themselves, with keys?
@Suite struct FederatedIssuerTests {
  typealias Watched = WatchedContoso

  private static let subject = "contoso/\(Watched.stranger)/\(Watched.other)"

  /// A directory with one undeclared federated credential of that issuer, in a world with that server.
  private static func scenario(
    issuer: String, server: [SimulatedTenant], ignore: String = ""
  ) -> Scenario {
    var scenario = Watched(
      ignore: ignore,
      change: { directory in
        var application = Watched.undeclared()
        application.passwords = []
        application.federations = [
          ListedFederation(id: Watched.other, name: "gh", issuer: issuer, subject: "repo:a")
        ]
        directory.applications.append(application)
      }
    ).scenario
    scenario.world.tenants += server
    return scenario
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var issuer = "https://token.example"
    var server: [SimulatedTenant] = [.oidc("token.example", [])]
    let found: String?
    /// Requests to the issuer.
    var requests = 2
  }

  private static func scripted(_ steps: ScriptStep...) -> [SimulatedTenant] {
    [.oidc("token.example", [], script: steps)]
  }

  static let cases = [
    Case(testDescription: "one that answers", found: nil),
    Case(
      testDescription: "one with a slash at its end", issuer: "https://token.example/",
      server: scripted(.always(.discovery, .lyingIssuer("https://token.example/"))), found: nil),
    Case(
      testDescription: "one that the directory has with a slash too many",
      issuer: "https://token.example/", found: "warning federated-issuer-differs", requests: 1),
    Case(
      testDescription: "one that says another's name",
      server: scripted(.always(.discovery, .lyingIssuer("https://evil.example"))),
      found: "warning federated-issuer-differs", requests: 1),
    Case(
      testDescription: "one that is not there", server: [],
      found: "warning federated-issuer-unanswered", requests: 0),
    Case(
      testDescription: "one behind a sign-in page",
      server: scripted(.always(.discovery, .portalPage)),
      found: "warning federated-issuer-unanswered", requests: 1),
    Case(
      testDescription: "one that sends elsewhere",
      server: scripted(.always(.discovery, .redirect("https://evil.example/x"))),
      found: "warning federated-issuer-unanswered", requests: 1),
    Case(
      testDescription: "one without a document",
      server: scripted(.always(.discovery, .status(404))),
      found: "warning federated-issuer-undocumented", requests: 1),
    Case(
      testDescription: "one without keys", server: scripted(.always(.keys, .keySet(.empty))),
      found: "warning federated-issuer-without-keys"),
    Case(
      testDescription: "one on this machine", issuer: "https://localhost",
      found: "warning federated-issuer-not-public", requests: 0),
  ]

  @Test("Each is asked once for its document and its keys", arguments: cases)
  func issuer(row: Case) async throws {
    let run = try await Self.scenario(issuer: row.issuer, server: row.server).audit()
    #expect(
      Set(run.found(.directoryCredential, of: Self.subject))
        == Set(["skipped not-declared"] + [row.found].compactMap(\.self)))
    #expect(run.requests.count { $0.host == "token.example" } == row.requests)
    #expect(!run.reached("evil.example"))
    #expect(run.found(.directoryAccess) == ["pass ok"])
    #expect(run.status == .clean)
  }

  @Test("One that nobody wants to hear of is not asked")
  func ignored() async throws {
    let run = try await Self.scenario(
      issuer: "https://token.example", server: [], ignore: #", ignore: ["https://token.*"]"#
    ).audit()
    #expect(run.found(.directoryCredential, of: Self.subject) == ["skipped not-declared"])
    #expect(!run.reached("token.example"))
  }

  @Test("Neither offline nor where the directory was not read is anybody asked")
  func notRead() async throws {
    var scenario = Self.scenario(issuer: "https://token.example", server: [])
    #expect(try await !scenario.audit("--offline").reached("token.example"))
    scenario.world.tenants[0].directory?.script = [
      .always(.servicePrincipals, page: 1, .permissionMissing)
    ]
    #expect(try await !scenario.audit().reached("token.example"))
  }

  /// A declared application that presents an assertion of that issuer.
  private static func declared(taken: Bool, _ steps: ScriptStep...) throws -> Scenario {
    let issuer = "https://cluster.example/a"
    let key = try MintedKey.reusableRSA(3)
    let token = try MintedAssertion.workload(
      issuer: issuer, subject: "sub", audience: "api://AzureADTokenExchange", now: Contoso.today,
      key: key)
    let application = SimulatedApplication(
      "night", clientID: Watched.stranger,
      federatedCredentials: [
        FederatedCredential(
          issuer: issuer, subject: "sub",
          issuerKeys: taken
            ? [.publicKey(pem: key.publicPEM, keyID: MintedAssertion.keyID)] : [])
      ])
    var scenario = Watched(watch: "inventory").scenario
    scenario.inventory += """
            - { name: night, client_id: "\(Watched.stranger)", credentials: [{ name: workload, federated: { file: token } }] }

      """
    scenario.files = ["token": .secret(token)]
    scenario.world.tenants[0].applications.append(application)
    let listed = ListedApplication(application, in: scenario.world.tenants[0])
    scenario.world.tenants[0].directory?.applications.append(listed)
    scenario.world.tenants.append(.oidc("cluster.example", path: "/a", [], script: steps))
    return scenario
  }

  @Test("Of a declared one, what works proves more than an issuer that does not answer here")
  func taken() async throws {
    let run = try await Self.declared(taken: true, .always(.discovery, .status(503))).audit()
    let found = run.findings(.directoryCredential, of: "contoso/night/workload")
    #expect(found.map(\.words) == ["pass ok"])
    #expect(found.first?.evidence["issuer_answer"] == "service-fault")
    let sound = try await Self.declared(taken: true).audit()
    let answer = sound.findings(.directoryCredential, of: "contoso/night/workload").first?
      .evidence["issuer_answer"]
    #expect((answer ?? nil)?.hasPrefix("its own document") == true)
  }

  @Test("Of a declared one that is refused, an issuer without keys is why")
  func refused() async throws {
    let run = try await Self.declared(taken: false, .always(.keys, .keySet(.empty))).audit()
    #expect(
      run.found(.directoryCredential, of: "contoso/night/workload")
        == ["critical federated-issuer-without-keys"])
    #expect(run.status == .findings)
  }
}
