import EntraIdentity
import EntraSimulator
import Foundation
import TestSupport
import Testing

@Suite("What an issuer of assertions says of itself")
struct AssertionIssuerResolverTests {
  private static let host = "issuer.example"
  private static let text = "https://issuer.example"

  private static func answer(
    to text: String = text, path: String = "", attempts: Int = 1, _ steps: ScriptStep...
  ) async throws -> (AssertionIssuerAnswer, [LoggedRequest]) {
    let core = try SimulatorCore(
      SimulatedWorld([.oidc(host, path: path, [], script: steps)]), clock: { Date() })
    let resolver = AssertionIssuerResolver(
      transport: SimulatorTransport(core), time: ManualTime(),
      retry: RetryPolicy(maximumAttempts: attempts), deadline: nil, keySets: ReadKeySets())
    let answer = await resolver.examine(try AssertionIssuer(text), timeout: .seconds(5))
    return (answer, core.requests)
  }

  @Test("one whose document and keys are there is confirmed, without a token endpoint of its own")
  func confirmed() async throws {
    let (answer, requests) = try await Self.answer(
      .always(.discovery, .missingFields(["token_endpoint"])))
    guard case .confirmed(let keys) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(keys > 0)
    #expect(requests.map(\.endpoint) == [.discovery, .keys])
    #expect(requests.allSatisfy { $0.method == "GET" })
  }

  @Test("a slash at its end is a letter like any other")
  func slash() async throws {
    let lie = ScriptStep.always(.discovery, .lyingIssuer(Self.text + "/"))
    guard case .confirmed = try await Self.answer(to: Self.text + "/", lie).0,
      case .otherIssuer(Self.text + "/") = try await Self.answer(lie).0,
      case .otherIssuer(Self.text) = try await Self.answer(to: Self.text + "/").0
    else {
      Issue.record("a slash made no difference")
      return
    }
  }

  @Test(
    "one that says another issuer is asked for nothing more",
    arguments: ["https://ISSUER.example", "https://evil.example", ""])
  func another(named: String) async throws {
    let (answer, requests) = try await Self.answer(.always(.discovery, .lyingIssuer(named)))
    guard case .otherIssuer(named) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(requests.map(\.endpoint) == [.discovery])
  }

  @Test("one that says none is another")
  func nameless() async throws {
    guard
      case .otherIssuer(nil) = try await Self.answer(
        .always(.discovery, .missingFields(["issuer"]))
      ).0
    else {
      Issue.record("it was believed")
      return
    }
  }

  @Test(
    "keys are asked for at public https addresses only",
    arguments: [
      "http://issuer.example/jwks", "https://127.0.0.1/jwks", "https://localhost/jwks",
      "https://[::1]/jwks", "https://u:p@issuer.example/jwks", "https://keys.internal/jwks", "",
    ])
  func keyPlace(url: String) async throws {
    let (answer, requests) = try await Self.answer(.always(.discovery, .keySetURL(url)))
    guard case .noKeySet(url) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(requests.map(\.endpoint) == [.discovery])
  }

  @Test(
    "a key set that nothing can be verified with is none",
    arguments: [
      Misbehaviour.KeySetFault.empty, .garbage, .unusable, .forEncryption, .withoutKeys,
    ])
  func noKeys(fault: Misbehaviour.KeySetFault) async throws {
    guard case .noKeys = try await Self.answer(.always(.keys, .keySet(fault))).0 else {
      Issue.record("its keys were counted")
      return
    }
  }

  struct Missing: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let behaviour: Misbehaviour
    var requests = 1
  }

  static let missing = [
    Missing(testDescription: "a redirect", behaviour: .redirect("https://issuer.example/other")),
    Missing(testDescription: "a page", behaviour: .portalPage),
    Missing(testDescription: "no such document", behaviour: .status(404)),
    Missing(testDescription: "a fault", behaviour: .status(503), requests: 2),
    Missing(testDescription: "silence", behaviour: .hang, requests: 2),
    Missing(testDescription: "no JSON", behaviour: .notJSON),
    Missing(testDescription: "more than is read", behaviour: .hugeBody(megabytes: 2)),
  ]

  @Test(
    "what is no document is none, and is asked for again only where that may help",
    arguments: missing)
  func noDocument(row: Missing) async throws {
    let (answer, requests) = try await Self.answer(
      attempts: 2, .always(.discovery, row.behaviour))
    guard case .noDocument = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(requests.count == row.requests)
    guard case .keysUnanswered = try await Self.answer(.always(.keys, row.behaviour)).0 else {
      Issue.record("its keys were counted")
      return
    }
  }
}
