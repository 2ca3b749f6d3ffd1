import Crypto
import CryptoExtras
import EntraSimulator
import Foundation
import Testing

@Suite("Tokens are signed by the published keys, unless a script says otherwise")
struct TokenTests {
  private static let api = "api://ledger"

  private static func scene(_ fault: Misbehaviour.TokenFault? = nil) throws -> Scene {
    let script = fault.map { [ScriptStep.always(.token, .token($0))] } ?? []
    return try Scene(
      .secret("billing", clientID: Scene.client, "right", roles: ["Read"], script: script)
    ) {
      $0.resources = [SimulatedResource([api], applicationID: GUID.numbered(9))]
    }
  }

  /// Verifies as a client would: the key by `kid` from the published set.
  private static func verifies(_ scene: Scene, _ token: OpenedToken, header: String? = nil) throws
    -> Bool
  {
    let keys = scene.get(Scene.login + "/discovery/v2.0/keys").json?["keys"]?.elements ?? []
    let kid = try #require(token.header["kid"] as? String)
    guard let key = keys.first(where: { $0["kid"]?.text == kid }) else { return false }
    let n = try #require(key["n"]?.text.flatMap { base64URL($0) })
    let e = try #require(key["e"]?.text.flatMap { base64URL($0) })
    let signature = try #require(base64URL(token.parts[2]))
    return try _RSA.Signing.PublicKey(n: n, e: e).isValidSignature(
      .init(rawRepresentation: signature),
      for: Data("\(header ?? token.parts[0]).\(token.parts[1])".utf8), padding: .insecurePKCS1v1_5)
  }

  @Test("a version 2 token names the issuer of its cloud and the API's own id")
  func versionTwo() throws {
    let scene = try Self.scene()
    let token = try #require(
      OpenedToken(scene.secret(scope: Self.api + "/.default").accessToken))
    #expect(
      token.claims["iss"] as? String == "https://login.microsoftonline.com/\(Scene.tenant)/v2.0")
    #expect(token.claims["aud"] as? String == GUID.numbered(9))
    #expect(token.claims["azp"] as? String == Scene.client)
    #expect(token.claims["azpacr"] as? String == "1")
    #expect(token.header["nonce"] == nil)
    #expect(try Self.verifies(scene, token))
  }

  @Test("Graph's token verifies only with its nonce replaced by the nonce's SHA-256")
  func nonce() throws {
    let scene = try Self.scene()
    let token = try #require(OpenedToken(scene.secret().accessToken))
    let nonce = try #require(token.header["nonce"] as? String)
    #expect(try !Self.verifies(scene, token))
    let text = try #require(base64URL(token.parts[0]).map { String(decoding: $0, as: UTF8.self) })
    let hashed = base64URL(SHA256.hash(data: Data(nonce.utf8)))
    let covered = base64URL(Data(text.replacingOccurrences(of: nonce, with: hashed).utf8))
    #expect(try Self.verifies(scene, token, header: covered))
  }

  @Test("each fault changes what it names and nothing else of the claims")
  func faults() throws {
    func claim(_ fault: Misbehaviour.TokenFault, _ name: String) throws -> String? {
      let response = try Self.scene(fault).secret(scope: Self.api + "/.default")
      return OpenedToken(response.accessToken)?.claims[name] as? String
    }
    #expect(try claim(.application("other"), "azp") == "other")
    #expect(try claim(.tenant("other"), "tid") == "other")
    #expect(try claim(.audience("other"), "aud") == "other")
    #expect(try claim(.issuer("other"), "iss") == "other")
    let bare = try Self.scene(.withoutRoles).secret(scope: Self.api + "/.default")
    #expect(try #require(OpenedToken(bare.accessToken)).claims["roles"] == nil)
    let expired = try Self.scene(.expired).secret(scope: Self.api + "/.default")
    let end = try #require(OpenedToken(expired.accessToken)?.claims["exp"] as? Int)
    #expect(end < Int(Scene.now.timeIntervalSince1970))
    let opaque = try Self.scene(.opaque).secret(scope: Self.api + "/.default")
    #expect(opaque.accessToken?.contains(".") == false)
    let missing = try Self.scene(.missing).secret(scope: Self.api + "/.default")
    #expect(missing.status == 200)
    #expect(missing.accessToken == nil)
  }

  @Test(
    "a token by a foreign key does not verify, under the right name or its own",
    arguments: [Misbehaviour.TokenFault.foreignKey, .unknownKeyID])
  func foreignKey(fault: Misbehaviour.TokenFault) throws {
    let scene = try Self.scene(fault)
    let token = try #require(
      OpenedToken(scene.secret(scope: Self.api + "/.default").accessToken))
    #expect(try !Self.verifies(scene, token))
  }

  @Test(
    "a token is unsigned or signed with what everybody has, as scripted",
    arguments: [(Misbehaviour.TokenFault.unsigned, "none"), (.signedByPublicKey, "HS256")])
  func worthless(fault: Misbehaviour.TokenFault, algorithm: String) throws {
    let scene = try Self.scene(fault)
    let token = try #require(scene.secret(scope: Self.api + "/.default").accessToken)
    let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let header = try #require(base64URL(parts[0]).map { String(decoding: $0, as: UTF8.self) })
    #expect(header.contains("\"alg\":\"\(algorithm)\""))
    #expect(parts.count == 3 && parts[2].isEmpty == (fault == .unsigned))
  }

  @Test("a rotated key appears with the second reading of the set")
  func rotation() throws {
    let scene = try Scene(.secret("billing", clientID: Scene.client, "right")) {
      $0.script = [.first(1, .keys, .keySet(.withoutCurrentKey))]
      $0.resources = [SimulatedResource([Self.api])]
    }
    let token = try #require(
      OpenedToken(scene.secret(scope: Self.api + "/.default").accessToken))
    #expect(try !Self.verifies(scene, token))
    #expect(try Self.verifies(scene, token))
  }

  @Test("the log knows every secret, and shows none")
  func leaks() throws {
    let scene = try Self.scene()
    let token = try #require(scene.secret().accessToken)
    _ = scene.secret("another~wrong")
    #expect(Set(scene.core.secretsSeen) == ["right", token, "another~wrong"])
    let shown = scene.core.requests.map { String(describing: $0) }.joined()
    #expect(!shown.contains("right") && !shown.contains("another~wrong"))
    #expect(scene.core.requests.first?.fieldNames.contains("client_secret") == true)
    #expect(scene.core.requests.map(\.status) == [200, 401])
    #expect(scene.core.requestCount(.token) == 2)
  }

  @Test("a thousand tenants are found at once, each by its own id and with its own secret")
  func many() throws {
    let scene = try Scene(.many(tenants: 1_000))
    let url = "https://login.microsoftonline.com/\(GUID.numbered(1_000))/oauth2/v2.0/token"
    let client = GUID.numbered(1_000, kind: 1)
    #expect(scene.secret("many~secret.1000-1", client: client, to: url).status == 200)
    #expect(scene.secret("many~secret.999-1", client: client, to: url).code == 7_000_215)
  }
}
