import EntraIdentity
import EntraSimulator
import Foundation
import TestSupport
import Testing

/// Against endpoints on loopback that behave like the platforms' own, over sockets.
@Suite("On a simulated platform", .timeLimit(.minutes(10)))
struct SimulatedMachineTests {
  private static let system = SimulatedApplication("machine")
  private static let user = SimulatedApplication("user-assigned")
  private static let userID = "/subscriptions/0/resourceGroups/g/providers/x/y"
  private static let management = "https://management.azure.com"

  /// What came of asking on a machine, and what the machine saw.
  private func ask(
    _ kind: SimulatedMachine.Kind, as identity: ManagedIdentityID = .system,
    for resource: String = management, script: [ScriptStep] = [],
    identities: [SimulatedMachine.Identity] = [
      .init(system), .init(user, resourceID: userID),
    ],
    attempts: Int = 6, timeout: Duration = .seconds(60),
    change: (inout [String: String]) -> Void = { _ in },
    also: (MachineServer, ManagedIdentityClient) async throws -> Void = { _, _ in }
  ) async throws -> (Result<AcquiredToken, TokenError>, MachineService) {
    let folder = FileManager.default.temporaryDirectory.path + "/keys-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let time = ManualTime()
    let server = try await MachineServer.start(
      SimulatedMachine(
        kind, tenant: .entra("contoso", []), identities, keyFolder: folder, script: script),
      clock: { time.now })
    var environment = server.environment
    change(&environment)
    let outcome: Result<AcquiredToken, any Error>
    do {
      let client = ManagedIdentityClient(
        identity,
        on: try .detect(environment: environment, fileExists: { _ in false }),
        product: PlatformFixtures.product, retry: RetryPolicy(maximumAttempts: attempts),
        arcKeys: ArcKeyFolder(path: folder), time: time)
      let token = try await client.acquireToken(for: resource, timeout: timeout)
      try await also(server, client)
      outcome = .success(token)
    } catch {
      outcome = .failure(error)
    }
    await server.stop()
    switch outcome {
    case .success(let token): return (.success(token), server.service)
    case .failure(let error as TokenError): return (.failure(error), server.service)
    case .failure(let error): throw error
    }
  }

  /// The application that a token names.
  private func application(_ token: AcquiredToken) -> String? {
    guard case .jwt(let claims, _) = TokenVerifier(keys: .empty).verify(token.accessToken) else {
      return nil
    }
    return claims.appid
  }

  private func failure(_ result: Result<AcquiredToken, TokenError>) -> IdentityError? {
    if case .failure(let error) = result { error.error } else { nil }
  }

  @Test("Every platform gives its token", arguments: SimulatedMachine.Kind.allCases)
  func token(_ kind: SimulatedMachine.Kind) async throws {
    let token = try await ask(kind).0.get()
    #expect(application(token) == Self.system.clientID)
    #expect(token.expiresAt.timeIntervalSince(token.obtainedAt) == 86_399)
    #expect(token.refreshAt?.timeIntervalSince(token.obtainedAt) == 43_199.5)
  }

  @Test(
    "A user-assigned identity is the one that answers, by each of its ids",
    arguments: [SimulatedMachine.Kind.virtualMachine, .appService, .machineLearning],
    [
      ManagedIdentityID.clientID(user.clientID), .objectID(user.objectID), .resourceID(userID),
    ])
  func userAssigned(_ kind: SimulatedMachine.Kind, _ identity: ManagedIdentityID) async throws {
    #expect(application(try await ask(kind, as: identity).0.get()) == Self.user.clientID)
  }

  @Test(
    "An identity that is not there is said to be not assigned, and asked for once",
    arguments: [SimulatedMachine.Kind.virtualMachine, .appService],
    [ManagedIdentityID.clientID("a"), .objectID("a"), .resourceID("a")])
  func notAssigned(_ kind: SimulatedMachine.Kind, _ identity: ManagedIdentityID) async throws {
    let (result, machine) = try await ask(kind, as: identity)
    #expect(failure(result)?.platformRefusal?.reason == .identityNotAssigned)
    #expect(machine.requests.count == 1)
  }

  @Test(
    "A machine without any identity says so",
    arguments: [
      (SimulatedMachine.Kind.virtualMachine, PlatformRefusal.Reason.identityNotAssigned),
      (.appService, .identityNotAssigned), (.serviceFabric, .identityNotAssigned),
      (.machineLearning, .other), (.azureArc, .other), (.cloudShell, .other),
    ])
  func none(_ kind: SimulatedMachine.Kind, _ reason: PlatformRefusal.Reason) async throws {
    let (result, _) = try await ask(kind, identities: [])
    #expect(failure(result)?.platformRefusal?.reason == reason)
  }

  @Test("A resource that the directory lacks is named with the directory's code")
  func resource() async throws {
    let (result, _) = try await ask(.virtualMachine, for: "https://nobody.example")
    let refusal = try #require(failure(result)?.platformRefusal)
    #expect(refusal.reason == .resourceRefused)
    #expect(refusal.code == "AADSTS500011")
  }

  @Test(
    "A header of yesterday is refused",
    arguments: [
      (SimulatedMachine.Kind.appService, "IDENTITY_HEADER"), (.machineLearning, "MSI_SECRET"),
      (.serviceFabric, "IDENTITY_HEADER"),
    ])
  func header(_ kind: SimulatedMachine.Kind, _ name: String) async throws {
    let (result, _) = try await ask(kind, change: { $0[name] = "yesterday" })
    #expect(failure(result)?.platformRefusal?.reason == .unauthorized)
  }

  @Test("Service Fabric's header is not sent to a peer with another certificate")
  func pin() async throws {
    let (result, machine) = try await ask(
      .serviceFabric,
      change: { $0["IDENTITY_SERVER_THUMBPRINT"] = PlatformFixtures.thumbprint })
    #expect(failure(result)?.problem?.code == .certificateMismatch)
    #expect(machine.requests.isEmpty)
  }

  @Test("Service Fabric gives another token than the one that was turned down")
  func challenge() async throws {
    _ = try await ask(
      .serviceFabric,
      also: { _, client in
        func token(_ claims: String? = nil) async throws -> String {
          try await client.acquireToken(
            for: Self.management, claims: claims.flatMap { ClaimsRequest($0) }, freshness: .cached
          ).accessToken.withValue(\.self)
        }
        let first = try await token()
        let challenge = #"{"access_token":{"nbf":{"essential":true}}}"#
        let second = try await token(challenge)
        #expect(second != first)
        #expect(try await token() == second)
      })
  }

  @Test("A machine that is being updated is waited for")
  func update() async throws {
    let (result, machine) = try await ask(
      .virtualMachine, script: [.first(2, nil, .empty(410)), .first(1, nil, .errorPage(404))])
    #expect(failure(result) == nil)
    #expect(machine.requests.count == 4)
  }

  static let faults: [(Misbehaviour, String)] = [
    (.hang, "timeout"), (.closeMidResponse, "connection-reset"), (.portalPage, "unexpected"),
    (.redirect("http://127.0.0.1:1/"), "unexpected"), (.notJSON, "unexpected"),
    (.hugeBody(megabytes: 2), "response-too-large"), (.nestedJSON(depth: 10_000), "unexpected"),
    (.token(.missing), "unexpected"), (.contentType("text/html"), "unexpected"),
    (.throttled(.seconds(1)), "refused"), (.status(500), "refused"), (.empty(503), "refused"),
    (.errorPage(502), "refused"), (.empty(401), "unexpected"),
  ]

  @Test("A machine that misbehaves to the end is an error of its kind", arguments: 0..<faults.count)
  func misbehaves(_ number: Int) async throws {
    let (fault, word) = Self.faults[number]
    // Only what never comes is to be given up soon: a busy machine is slow with all else.
    let (result, _) = try await ask(
      .appService, script: [.always(nil, fault)], attempts: 1,
      timeout: word == "timeout" ? .seconds(1) : .seconds(60))
    switch try #require(failure(result)) {
    case .transport(let error): #expect(error.kind.rawValue == word)
    case .unexpected: #expect(word == "unexpected")
    case .platformRefused(let refusal): #expect(word == "refused" && refusal.isTransient)
    default: Issue.record("another error")
    }
  }

  @Test(
    "A machine that repeats what it was sent tells nobody",
    arguments: Misbehaviour.EchoForm.allCases)
  func echo(_ form: Misbehaviour.EchoForm) async throws {
    let (result, machine) = try await ask(.appService, script: [.always(nil, .echo(form))])
    let error = try #require(failure(result))
    let text = "\(error)"
    #expect(!text.contains(machine.machine.header))
    #expect(!text.contains(Data(machine.machine.header.utf8).base64EncodedString()))
  }
}
