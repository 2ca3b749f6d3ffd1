import EntraSimulator
import Foundation
import Testing

@Suite("Endpoints misbehave as scripted, for as long as scripted")
struct MisbehaviourTests {
  static let discovery = Scene.login + "/v2.0/.well-known/openid-configuration"

  @Test("every answer says when it was made, by the service's clock")
  func date() throws {
    let scene = try Scene.secretScene(script: [.first(1, .token, .status(503))])
    let answers = [scene.secret(), scene.secret(), scene.get("https://nowhere.example/")]
    #expect(answers.map(\.status) == [503, 200, 404])
    #expect(
      answers.map { $0.header("Date") }
        == Array(repeating: "Wed, 18 Nov 2026 11:06:40 GMT", count: 3))
  }

  @Test("steps are used up in order, and then answers are right")
  func sequence() throws {
    let scene = try Scene.secretScene(script: [
      .first(1, .token, .normal), .first(2, .token, .throttled(.seconds(7))),
      .first(1, nil, .status(503)),
    ])
    #expect(scene.get(Self.discovery).status == 503)
    let answers = (0..<5).map { _ in scene.secret() }
    #expect(answers.map(\.status) == [200, 429, 429, 200, 200])
    #expect(answers[1].header("Retry-After") == "7")
  }

  @Test("a throttled client may be told a date, or nothing")
  func retryAfter() throws {
    let scene = try Scene.secretScene(script: [
      .first(1, .token, .throttled(.date(Scene.now + 60))), .always(.token, .throttled(.unsaid)),
    ])
    #expect(scene.secret().header("Retry-After") == "Wed, 18 Nov 2026 11:07:40 GMT")
    #expect(scene.secret().header("Retry-After") == nil)
  }

  @Test("host, tenant and application each have a script of their own")
  func owners() throws {
    var world = SimulatedWorld([
      .entra(
        "contoso", id: Scene.tenant,
        [
          .secret(
            "billing", clientID: Scene.client, "right",
            script: [.always(.token, .refusal(code: 99_999_999, error: "odd", status: 400))]),
          .secret("other", clientID: GUID.numbered(3), "right"),
        ], script: [.always(.discovery, .portalPage)])
    ])
    world.hosts["login.windows.net"] = SimulatedHost(script: [.always(nil, .errorPage(403))])
    let scene = try Scene(world)
    #expect(scene.secret().code == 99_999_999)
    #expect(scene.secret(client: GUID.numbered(3)).status == 200)
    #expect(scene.get(Self.discovery).header("Content-Type")?.hasPrefix("text/html") == true)
    let other = Self.discovery.replacingOccurrences(of: "microsoftonline.com", with: "windows.net")
    #expect(scene.get(other).status == 403)
  }

  @Test("documents lie as told")
  func documents() throws {
    let script: [ScriptStep] = [
      .first(1, .discovery, .lyingIssuer("https://login.evil.example/x/v2.0")),
      .first(1, .discovery, .tokenEndpoint("http://login.microsoftonline.com/t")),
      .first(1, .discovery, .keySetURL("https://keys.evil.example/")),
      .first(1, .discovery, .missingFields(["issuer", "jwks_uri"])),
      .first(1, .discovery, .document([.tenant("other")])),
      .first(1, .discovery, .document([.host("login.microsoftonline.us")])),
    ]
    let scene = try Scene.secretScene(script: script)
    let answers = script.map { _ in scene.get(Self.discovery).json }
    #expect(answers[0]?["issuer"]?.text == "https://login.evil.example/x/v2.0")
    #expect(answers[1]?["token_endpoint"]?.text == "http://login.microsoftonline.com/t")
    #expect(answers[2]?["jwks_uri"]?.text == "https://keys.evil.example/")
    #expect(answers[3]?["issuer"] == nil && answers[3]?["jwks_uri"] == nil)
    #expect(answers[4]?["issuer"]?.text == "https://login.microsoftonline.com/other/v2.0")
    #expect(answers[5]?["token_endpoint"]?.text?.contains("microsoftonline.us") == true)
  }

  @Test("bodies that are no documents come with the status of one")
  func bodies() throws {
    let scene = try Scene.secretScene(script: [
      .first(1, .discovery, .notJSON), .first(1, .discovery, .nestedJSON(depth: 100_000)),
      .first(1, .discovery, .contentType("text/plain")), .first(1, .discovery, .empty(401)),
      .first(1, .discovery, .redirect("https://portal.example/")),
      .first(1, .discovery, .hugeBody(megabytes: 64)), .first(1, .discovery, .hang),
      .first(1, .discovery, .closeMidResponse),
    ])
    let answers = (0..<8).map { _ in scene.get(Self.discovery) }
    #expect(answers.map(\.status) == [200, 200, 200, 401, 302, 200, 200, 200])
    #expect(answers[0].json == nil)
    #expect(answers[1].bytes.count == 200_000 && answers[1].json == nil)
    #expect(answers[2].header("Content-Type") == "text/plain")
    #expect(answers[3].bytes.isEmpty && answers[3].header("Content-Type") == nil)
    #expect(answers[4].header("Location") == "https://portal.example/")
    #expect(answers[6].ending == .hang)
    #expect(answers[7].ending == .closeMidway)
  }

  @Test("key sets are empty, garbage, unusable or another's", arguments: 0..<4)
  func keySets(number: Int) throws {
    let fault: [Misbehaviour.KeySetFault] = [.empty, .garbage, .unusable, .foreignKey]
    let scene = try Scene.secretScene(script: [.first(1, .keys, .keySet(fault[number]))])
    let url = Scene.login + "/discovery/v2.0/keys"
    let lie = scene.get(url).json?["keys"]?.elements
    let truth = scene.get(url).json?["keys"]?.elements
    #expect(lie?.count == [0, nil, 4, 1][number])
    #expect(truth?.count == 2)
    if fault[number] == .foreignKey {
      #expect(lie?.first?["kid"] == truth?.first?["kid"])
      #expect(lie?.first?["n"] != truth?.first?["n"])
    }
  }

  @Test("a key is for encryption, of a curve, or has no set, as scripted")
  func oddKeys() throws {
    let scene = try Scene.secretScene(script: [
      .first(1, .keys, .keySet(.forEncryption)), .first(1, .keys, .keySet(.ellipticCurve)),
      .first(1, .keys, .keySet(.withoutKeys)),
    ])
    let answers = (0..<4).map { _ in scene.get(Scene.login + "/discovery/v2.0/keys").json }
    let keys = answers.map { $0?["keys"]?.elements?.first }
    #expect(keys[0]?["use"]?.text == "enc" && keys[0]?["n"] == keys[3]?["n"])
    #expect(keys[1]?["kty"]?.text == "EC" && keys[1]?["kid"] == keys[3]?["kid"])
    #expect(answers[2]?["keys"] == nil && answers[2]?["values"] != nil)
  }

  @Test("a body is sent as it is written")
  func written() throws {
    let scene = try Scene.secretScene(script: [
      .first(1, .discovery, .body([0xFF, 0x00], status: 203, headers: [("X-Odd", "yes")])),
      .first(1, .discovery, .wire("SSH", ending: .hang)),
      .first(1, .discovery, .throttled(.text("-5"))),
    ])
    let answers = (0..<3).map { _ in scene.get(Self.discovery) }
    #expect(answers[0].bytes == [0xFF, 0x00] && answers[0].status == 203)
    #expect(answers[0].header("x-odd") == "yes")
    #expect(answers[1].bytes == Array("SSH".utf8) && answers[1].ending == .hang)
    #expect(answers[2].header("Retry-After") == "-5" && answers[2].status == 429)
  }

  @Test("an error repeats the form in every spelling", arguments: Misbehaviour.EchoForm.allCases)
  func echoes(form: Misbehaviour.EchoForm) throws {
    let secret = "qu\"ote+&%\\ end"
    let scene = try Scene.secretScene(script: [.always(.token, .echo(form))])
    let response = scene.secret(secret)
    let text =
      form == .page ? String(decoding: response.bytes, as: UTF8.self) : response.errorDescription
    let spellings: [Misbehaviour.EchoForm: String] = [
      .plain: secret, .percentEncoded: "qu%22ote%2B%26%25%5C+end",
      .base64: Data(secret.utf8).base64EncodedString(), .jsonEscaped: #"qu\"ote+&%\\ end"#,
      .decorated: "\u{202E}", .page: secret,
    ]
    for (name, spelling) in spellings where name == form || form == .everything && name != .page {
      #expect(text.contains(spelling), "\(name)")
    }
  }
}
