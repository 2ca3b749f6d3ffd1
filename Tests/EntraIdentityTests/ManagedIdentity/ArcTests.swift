import EntraIdentity
import Foundation
import TestSupport
import Testing

/// Azure Arc's agent: the vectors 65 and 66, and those who stand in its place.
@Suite("Azure Arc")
struct ArcTests {
  /// A folder as the agent's, and one beside it.
  final class Folders: Sendable {
    let root = FileManager.default.temporaryDirectory.path + "/arc-\(UUID().uuidString)"
    var tokens: String { root + "/tokens" }
    var keys: ArcKeyFolder { ArcKeyFolder(path: tokens) }

    init() throws {
      for path in [root, tokens, tokens + "/inner", root + "/tokens-of-others"] {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
    }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: root + "/" + name))
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }
  }

  private static func agent(challenge: String?, then body: String = PlatformFixtures.good)
    -> CannedPlatformTransport
  {
    CannedPlatformTransport { request, _ in
      guard request.header("Authorization") == nil else {
        return HTTPResponse(
          status: 200, headers: [("Content-Type", "application/json")], body: Array(body.utf8))
      }
      return HTTPResponse(
        status: 401, headers: challenge.map { [("WWW-Authenticate", $0)] } ?? [], body: [])
    }
  }

  @Test(
    "Vector 65: the key that the challenge names is sent with the second request",
    arguments: [
      "Basic realm=PATH", "basic Realm=PATH", "Basic realm=\"PATH\"", "BASIC REALM= PATH ",
    ])
  func challenge(_ form: String) async throws {
    let folders = try Folders()
    try folders.write("tokens/foo.key", "the-key-of-foo\n")
    let transport = Self.agent(
      challenge: form.replacing("PATH", with: folders.tokens + "/foo.key"))
    _ = try await PlatformFixtures.grant(.azureArc, transport, arcKeys: folders.keys)
      .request(for: "R")
    #expect(transport.requests.count == 2)
    for request in transport.requests {
      #expect(
        request.url.description == "http://localhost/arc?api-version=2020-06-01&resource=R")
      #expect(request.header("Metadata") == "true")
    }
    #expect(transport.requests[0].header("Authorization") == nil)
    #expect(transport.requests[1].header("Authorization") == "Basic the-key-of-foo")
  }

  // MSAL takes the last part of any path and looks for it in the agent's folder; whoever names
  // another folder is not the agent.
  @Test(
    "Vector 65: a challenge that names another place is refused, and nothing is read or sent",
    arguments: [
      "/tmp/foo", "/tmp/foo.key", "/etc/passwd", "ROOT/foo.key", "ROOT/tokens/foo",
      "ROOT/tokens/foo.KEY", "ROOT/tokens/foo.key.txt", "ROOT/tokens/inner/foo.key",
      "ROOT/tokens/../foo.key", "ROOT/tokens/../tokens/foo.key", "ROOT/tokens//foo.key",
      "ROOT/tokens/./foo.key", "ROOT/tokens/.key", "ROOT/tokens/", "ROOT/tokens", "foo.key",
      "./foo.key", "ROOT/tokens-of-others/foo.key", "ROOT/tokens/foo.key\u{0}",
      "ROOT/tokens/f o.key",
    ])
  func otherPlace(_ path: String) async throws {
    let folders = try Folders()
    for name in ["foo.key", "tokens/foo.key", "tokens/inner/foo.key", "tokens-of-others/foo.key"] {
      try folders.write(name, "the-key-of-foo")
    }
    let transport = Self.agent(
      challenge: "Basic realm=" + path.replacing("ROOT", with: folders.root))
    let error = try await PlatformFixtures.error(.azureArc, transport, arcKeys: folders.keys)
    #expect(error?.problem?.code == .challengeInvalid)
    #expect(transport.requests.count == 1)
  }

  @Test(
    "Vector 65: another challenge, or none, is refused",
    arguments: [
      nil, "", "Basic", "Basic realm", "Basic realm=", "Bearer realm=PATH", "Digest realm=PATH",
      "realm=PATH", "Basic charset=PATH", "Basic realm=\"\"", "Negotiate, Basic realm=PATH",
    ] as [String?])
  func otherChallenge(_ form: String?) async throws {
    let folders = try Folders()
    try folders.write("tokens/foo.key", "the-key-of-foo")
    let transport = Self.agent(
      challenge: form?.replacing("PATH", with: folders.tokens + "/foo.key"))
    let error = try await PlatformFixtures.error(.azureArc, transport, arcKeys: folders.keys)
    #expect(error?.problem?.code == .challengeInvalid)
    #expect(transport.requests.count == 1)
  }

  @Test(
    "Vector 65: a file that is no key is not sent",
    arguments: [
      "missing", "4097 bytes", "a link", "a link to a key", "a folder", "a pipe", "empty",
      "two lines", "binary",
    ])
  func noKey(_ what: String) async throws {
    let folders = try Folders()
    let path = folders.tokens + "/foo.key"
    switch what {
    case "missing": break
    case "4097 bytes": try folders.write("tokens/foo.key", String(repeating: "k", count: 4097))
    case "a link":
      try folders.write("secret", "something-else-on-this-machine")
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: folders.root + "/secret")
    case "a link to a key":
      try folders.write("tokens/bar.key", "the-key-of-bar")
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: folders.tokens + "/bar.key")
    case "a folder":
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case "a pipe": #expect(mkfifo(path, 0o600) == 0)
    case "empty": try folders.write("tokens/foo.key", "\n")
    case "two lines": try folders.write("tokens/foo.key", "a\r\nHost: evil.example")
    default: try Data([0, 1, 0xFF]).write(to: URL(filePath: path))
    }
    let transport = Self.agent(challenge: "Basic realm=" + path)
    let error = try await PlatformFixtures.error(.azureArc, transport, arcKeys: folders.keys)
    #expect(error?.problem?.code == .keyUnreadable)
    #expect(transport.requests.count == 1)
  }

  @Test("Vector 65: 4096 bytes are a key")
  func largest() async throws {
    let folders = try Folders()
    try folders.write("tokens/foo.key", String(repeating: "k", count: 4096))
    let transport = Self.agent(challenge: "Basic realm=" + folders.tokens + "/foo.key")
    _ = try await PlatformFixtures.grant(.azureArc, transport, arcKeys: folders.keys)
      .request(for: "R")
    #expect(transport.requests.count == 2)
  }

  // Until 1.39 MSAL did not look at the first status.
  @Test("A first answer with a token is from no agent: it asked for no proof")
  func unasked() async throws {
    let transport = CannedPlatformTransport(PlatformFixtures.good)
    let error = try await PlatformFixtures.error(.azureArc, transport)
    #expect(error?.problem?.code == .challengeInvalid)
    #expect(transport.requests.count == 1)
  }

  @Test(
    "Any other first answer is an error, and passes where its status does",
    arguments: [(400, false), (403, false), (404, false), (429, true), (500, true), (503, true)])
  func firstStatus(_ status: Int, _ isTransient: Bool) async throws {
    let transport = CannedPlatformTransport(
      status: status, #"{"error":"undefined"}"#,
      headers: [("WWW-Authenticate", "Basic realm=/var/opt/azcmagent/tokens/foo.key")])
    let error = try #require(try await PlatformFixtures.error(.azureArc, transport))
    #expect(error.platformRefusal?.status == status)
    #expect(error.isTransient == isTransient)
    #expect(transport.requests.count == 1)
  }

  @Test(
    "Vector 66: a refusal after the proof is read",
    arguments: [
      (400, PlatformRefusal.Reason.other), (401, .unauthorized), (403, .unauthorized),
      (500, .fault), (429, .throttled),
    ])
  func second(_ status: Int, _ reason: PlatformRefusal.Reason) async throws {
    let folders = try Folders()
    try folders.write("tokens/foo.key", "the-key-of-foo")
    let challenge = "Basic realm=" + folders.tokens + "/foo.key"
    let transport = CannedPlatformTransport { _, number in
      HTTPResponse(
        status: number == 1 ? 401 : status,
        headers: [("Content-Type", "application/json"), ("WWW-Authenticate", challenge)],
        body: Array(
          #"{"error":"undefined","error_description":"no the-key-of-foo"}"#.utf8))
    }
    let error = try await PlatformFixtures.error(.azureArc, transport, arcKeys: folders.keys)
    let refusal = try #require(error?.platformRefusal)
    #expect(refusal.reason == reason)
    #expect(refusal.error == "undefined")
    #expect(refusal.message == "no <redacted>")
  }

  // MSAL sends the id along and compares what comes back; before 1.38 it raised an error, as here.
  @Test(
    "A platform that lets nobody choose is not asked for another identity",
    arguments: [ManagedIdentitySource.azureArc, .serviceFabric, .cloudShell],
    [ManagedIdentityID.clientID("a"), .objectID("a"), .resourceID("/a")])
  func userAssigned(_ source: ManagedIdentitySource, _ identity: ManagedIdentityID) async throws {
    let transport = CannedPlatformTransport(PlatformFixtures.good)
    let error = try await PlatformFixtures.error(source, transport, as: identity)
    #expect(error?.problem?.code == .identityNotSelectable)
    #expect(error?.problem?.source == source)
    #expect(transport.requests.isEmpty)
  }
}
