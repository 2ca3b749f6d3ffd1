import EntraIdentity
import Foundation
import Testing

@Suite("The transport to a platform", .timeLimit(.minutes(10)))
struct PlatformNetworkTransportTests {
  private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"

  private func send(
    _ script: [ScriptedServer.Step], certificate: TestCertificate? = nil,
    pin: CertificatePin? = nil, maximumBytes: Int = 1000, timeout: Duration = .seconds(10)
  ) async throws -> (Result<HTTPResponse, TransportError>, ScriptedServer) {
    let server = try await ScriptedServer.start(certificate, isPlainHTTP: true, script)
    let scheme = certificate == nil ? "http" : "https"
    let request = PlatformRequest(
      method: .get, url: try PlatformURL("\(scheme)://127.0.0.1:\(server.port)/t?a=b"),
      headers: [(name: "Secret", value: "header-secret")], connectTimeout: timeout,
      timeout: timeout, maximumResponseBytes: maximumBytes, pin: pin)
    let result: Result<HTTPResponse, TransportError>
    do {
      result = .success(try await PlatformNetworkTransport().send(request))
    } catch {
      result = .failure(error)
    }
    await server.stop()
    return (result, server)
  }

  private func kind(_ result: Result<HTTPResponse, TransportError>) -> TransportError.Kind? {
    if case .failure(let error) = result { error.kind } else { nil }
  }

  private static func pin(of certificate: TestCertificate) throws -> CertificatePin {
    let der = try #require(
      Data(
        base64Encoded: certificate.certificatePEM.split(separator: "\n")
          .filter { !$0.hasPrefix("-") }.joined()))
    return try #require(CertificatePin(PlatformFixtures.sha1(Array(der))))
  }

  @Test("A request goes by plain http as it is, and its answer comes back whole")
  func plain() async throws {
    let (result, server) = try await send([.bytes(Self.ok)])
    #expect(try result.get().body == Array("{}".utf8))
    let sent = try #require(server.requests.first)
    #expect(sent.hasPrefix("GET /t?a=b HTTP/1.1\r\n"))
    #expect(sent.contains("Secret: header-secret\r\n"))
  }

  @Test("A redirect is an answer and is not followed")
  func redirect() async throws {
    let other = try await ScriptedServer.start(nil, isPlainHTTP: true, [.bytes(Self.ok)])
    let (result, server) = try await send([
      .bytes(
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:\(other.port)/\r\nContent-Length: 0\r\n\r\n"
      )
    ])
    #expect(try result.get().status == 302)
    #expect(server.requests.count == 1)
    #expect(other.connections == 0)
    await other.stop()
  }

  @Test("With the pinned certificate a request is sent, though nobody vouches for it")
  func pinned() async throws {
    let certificate = try TestCertificate.mint(for: "not-the-host.example")
    let (result, server) = try await send(
      [.bytes(Self.ok)], certificate: certificate, pin: Self.pin(of: certificate))
    #expect(try result.get().status == 200)
    #expect(server.requests.count == 1)
  }

  // MSAL did not look at the certificate until 1.38.
  @Test("To a peer with another certificate not one byte of the request is sent")
  func otherCertificate() async throws {
    let pin = try Self.pin(of: .mint())
    let (result, server) = try await send([.bytes(Self.ok)], certificate: .mint(), pin: pin)
    #expect(kind(result) == .tlsUntrusted)
    #expect(server.connections == 1)
    #expect(server.received == 0)
  }

  @Test("Without a pin https is verified as anywhere")
  func unpinned() async throws {
    let (result, server) = try await send([.bytes(Self.ok)], certificate: .mint())
    #expect(kind(result) != nil)
    #expect(server.received == 0)
  }

  @Test(
    "What is no whole answer has its kind",
    arguments: [
      ("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{", TransportError.Kind.reset),
      ("SSH-2.0-OpenSSH_9.6\r\n", .malformed), ("", .reset),
    ])
  func broken(_ bytes: String, _ expected: TransportError.Kind) async throws {
    #expect(kind(try await send([.bytes(bytes), .close]).0) == expected)
  }

  @Test("A body is bounded in size, an exchange in time")
  func bounds() async throws {
    let long =
      "HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + String(repeating: " ", count: 2000)
    #expect(kind(try await send([.bytes(long)]).0) == .tooLarge)
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"
    #expect(
      kind(try await send([.bytes(head), .drip], timeout: .milliseconds(200)).0) == .timeout)
    #expect(kind(try await send([], timeout: .milliseconds(200)).0) == .timeout)
  }

  @Test("Where nobody listens, and where nobody answers, the connection counts as refused")
  func nobody() async throws {
    let nobody = try RefusingPort()
    let silent = try SilentPort()
    defer { withExtendedLifetime((nobody, silent)) {} }
    for port in [nobody.port, silent.port] {
      let request = PlatformRequest(
        method: .get, url: try PlatformURL("http://127.0.0.1:\(port)/"),
        connectTimeout: .milliseconds(200))
      let error = await #expect(throws: TransportError.self) {
        try await PlatformNetworkTransport().send(request)
      }
      #expect(error?.kind == .refused)
    }
  }

  @Test("Who gives up waiting is let go")
  func cancellation() async throws {
    let server = try await ScriptedServer.start(nil, isPlainHTTP: true, [])
    let request = PlatformRequest(
      method: .get, url: try PlatformURL("http://127.0.0.1:\(server.port)/"))
    let waiting = Task { try await PlatformNetworkTransport().send(request) }
    waiting.cancel()
    let error = await #expect(throws: TransportError.self) { try await waiting.value }
    #expect(error?.kind == .cancelled)
    await server.stop()
  }

  @Test("A request prints neither headers nor query")
  func printing() throws {
    let request = PlatformRequest(
      method: .get, url: try PlatformURL("http://localhost/t?secret=query-secret"),
      headers: [(name: "Secret", value: "header-secret")])
    var dumped = ""
    dump(request, to: &dumped)
    let text = "\(request) \(String(reflecting: request)) \(dumped)"
    #expect(!text.contains("header-secret") && !text.contains("query-secret"))
  }
}
