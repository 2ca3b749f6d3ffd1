import EntraSimulator
import Foundation
import Testing

@Suite("The journal of requests")
struct RequestJournalTests {
  /// What the journal says after one request to a scene of one application.
  private func entries(
    _ application: SimulatedApplication, _ requests: SimulatedRequest...
  ) throws -> [[String: any Sendable]] {
    let file = URL(filePath: NSTemporaryDirectory()).appending(path: "journal-\(UUID()).jsonl")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let core = try SimulatorCore(
      SimulatedWorld([.entra("contoso", id: Scene.tenant, [application])]),
      clock: { Scene.now }, journal: RequestJournal(to: file))
    for request in requests { _ = core.answer(request) }
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try #require(
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: any Sendable])
    }
  }

  @Test("each request is one line, whole and in order")
  func lines() throws {
    let seen = try entries(
      .secret("billing", clientID: Scene.client, "r+ght &"),
      .get(Scene.login + "/v2.0/.well-known/openid-configuration?a=1&a=2"),
      .post(
        Scene.tokenURL, form: ["client_id": Scene.client, "client_secret": "r+ght &"],
        headers: [("X-App", "one"), ("x-app", "two")]))
    #expect(seen.map { $0["endpoint"] as? String } == ["discovery", "token"])
    #expect(seen[0]["query"] as? [[String]] == [["a", "1"], ["a", "2"]])
    #expect(seen[0]["host"] as? String == "login.microsoftonline.com")
    #expect(seen[0]["at"] as? Double == Scene.now.timeIntervalSince1970)
    #expect(seen[1]["path"] as? String == "/\(Scene.tenant)/oauth2/v2.0/token")
    #expect(
      seen[1]["form"] as? [[String]]
        == [["client_id", Scene.client], ["client_secret", "r+ght &"]])
    let headers = seen[1]["headers"] as? [[String]]
    #expect(headers?.dropFirst() == [["X-App", "one"], ["x-app", "two"]])
    #expect(seen.map { $0["status"] as? Int } == [200, 400])
  }

  @Test("an assertion is decoded as it is spelt, and its signature is left out")
  func assertion() throws {
    let certificate = try MintedCertificate.client()
    let assertion = try certificate.key.token(
      header: ["alg": "PS256"], claims: ["exp": .number("1795000600.50")], algorithm: "PS256")
    let seen = try entries(
      .certificate("billing", clientID: Scene.client, certificate),
      .post(Scene.tokenURL, form: ["client_id": Scene.client, "client_assertion": assertion]),
      .post(Scene.tokenURL, form: ["client_id": Scene.client, "client_assertion": "not.a.jws"]))
    let parts = try #require(seen[0]["assertion"] as? [String: [String: any Sendable]])
    #expect(parts["header"]?["alg"] as? String == "PS256")
    #expect(parts["claims"]?["exp"] as? Double == 1_795_000_600.5)
    #expect(seen[0]["form"] as? [[String]] == [["client_id", Scene.client]])
    let signature = try #require(assertion.split(separator: ".").last)
    #expect(!"\(seen[0])".contains(signature))
    #expect(
      (seen[1]["form"] as? [[String]])?.last == ["client_assertion", "not.a.jws"])
  }
}
