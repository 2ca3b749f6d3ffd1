import EntraIdentity
import Foundation
import Testing

@Suite struct NetworkTransportTests {
  private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Seen: yes\r\n\r\n{}"

  /// Sends one request to a server with this script, and returns what came of it.
  private func send(
    _ script: [ScriptedServer.Step], certificate: TestCertificate? = nil, speaksTLS: Bool = true,
    trusts: Bool = true, maximumBytes: Int = 1000, timeout: Duration = .seconds(10)
  ) async throws -> (Result<HTTPResponse, TransportError>, ScriptedServer) {
    let certificate = try certificate ?? .mint()
    let server = try await ScriptedServer.start(speaksTLS ? certificate : nil, script)
    let bundle = try TestFile(
      trusts ? certificate.authorityPEM : TestCertificate.mint().authorityPEM)
    let transport = try NetworkTransport(
      configuration: NetworkConfiguration(
        replacedRoots: CertificateBundle(path: bundle.path, place: "test")))
    let request = HTTPRequest(
      method: .post, url: try EndpointURL("https://localhost:\(server.port)/token"),
      headers: [(name: "Accept", value: "application/json")], body: Secret("a=b"),
      timeout: timeout, maximumResponseBytes: maximumBytes)
    let result: Result<HTTPResponse, TransportError>
    do {
      result = .success(try await transport.send(request))
    } catch {
      result = .failure(error)
    }
    await transport.shutdown()
    await server.stop()
    return (result, server)
  }

  private func kind(_ result: Result<HTTPResponse, TransportError>) -> TransportError.Kind? {
    if case .failure(let error) = result { error.kind } else { nil }
  }

  @Test func aRequestArrivesAsItWasAndItsAnswerComesBackWhole() async throws {
    let (result, server) = try await send([.bytes(Self.ok)])
    let response = try result.get()
    #expect(response.status == 200)
    #expect(response.header("x-seen") == "yes")
    #expect(response.body == Array("{}".utf8))
    let sent = try #require(server.requests.first)
    #expect(sent.hasPrefix("POST /token HTTP/1.1\r\n"))
    #expect(sent.hasSuffix("\r\n\r\na=b"))
    #expect(sent.contains("User-Agent: \(ProductIdentity.library.userAgent)\r\n"))
    #expect(!sent.lowercased().contains("accept-encoding"))
  }

  @Test(
    arguments: [
      ("HTTP/1.1 302 Found\r\nLocation: https://other.example/\r\nContent-Length: 0\r\n\r\n", 302),
      ("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", 200),
      ("HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", 503),
    ]) func everyStatusIsAnAnswerAndNoRedirectIsFollowed(_ bytes: String, _ status: Int)
    async throws
  {
    let (result, server) = try await send([.bytes(bytes)])
    #expect(try result.get().status == status)
    #expect(server.requests.count == 1)
  }

  @Test(
    arguments: [
      ("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{", TransportError.Kind.reset),
      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n", .reset),
      ("HTTP/1.1 200 O", .reset),
      ("", .reset),
      ("SSH-2.0-OpenSSH_9.6\r\n", .malformed),
      ("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", .malformed),
    ]) func aResponseThatEndsTooSoonOrIsNoneHasItsKind(
      _ bytes: String, _ expected: TransportError.Kind
    ) async throws
  {
    #expect(kind(try await send([.bytes(bytes), .close]).0) == expected)
    #expect(kind(try await send([.bytes(bytes), .reset]).0) == expected)
  }

  @Test(
    arguments: [
      "Content-Length: 2000\r\n\r\n",
      "Transfer-Encoding: chunked\r\n\r\n7d0\r\n\(String(repeating: "x", count: 2000))\r\n0\r\n\r\n",
      "Connection: close\r\n\r\n\(String(repeating: "x", count: 2000))",
    ]) func aLongerBodyThanAcceptedIsRefusedHoweverItIsFramed(_ rest: String) async throws
  {
    #expect(kind(try await send([.bytes("HTTP/1.1 200 OK\r\n" + rest)]).0) == .tooLarge)
  }

  @Test(arguments: [Int.max, Int(UInt32.max), 2])
  func aBodyThatIsAcceptedIsTakenHoweverFarTheLimitIs(_ maximumBytes: Int) async throws {
    let (result, _) = try await send([.bytes(Self.ok)], maximumBytes: maximumBytes)
    #expect(try result.get().body == Array("{}".utf8))
  }

  @Test(arguments: [0, -1]) func whereNoBodyIsAcceptedNoneIsTaken(_ maximumBytes: Int) async throws
  {
    let (result, _) = try await send([.bytes(Self.ok)], maximumBytes: maximumBytes)
    #expect(kind(result) == .tooLarge)
  }

  @Test(
    arguments: [
      [ScriptedServer.Step.bytes("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"), .drip], [],
    ]) func anAttemptEndsInTimeThoughTheBodyDripsOrNothingComes(
      _ script: [ScriptedServer.Step]
    ) async throws
  {
    let (result, _) = try await send(script, timeout: .milliseconds(300))
    #expect(kind(result) == .timeout)
  }

  @Test func aCertificateOfAnUnknownAuthorityIsUntrustedAndNothingIsSent() async throws {
    let (result, server) = try await send([.bytes(Self.ok)], trusts: false)
    #expect(kind(result) == .tlsUntrusted)
    #expect(server.requests.isEmpty)
  }

  @Test(arguments: [(-7200.0, -3600.0), (3600.0, 7200.0)])
  func aCertificateOutsideItsTimeSaysSoAndNothingIsSent(
    _ from: TimeInterval, _ to: TimeInterval
  ) async throws {
    let (result, server) = try await send(
      [.bytes(Self.ok)], certificate: .mint(from: from, to: to))
    #expect(kind(result) == .tlsExpired)
    #expect(server.requests.isEmpty)
  }

  @Test func aCertificateForAnotherNameSaysSoAndNothingIsSent() async throws {
    let (result, server) = try await send(
      [.bytes(Self.ok)], certificate: .mint(for: "other.example"))
    #expect(kind(result) == .tlsHostname)
    #expect(server.requests.isEmpty)
  }

  @Test func aServerThatSpeaksNoTLSIsATLSFailureAndOneThatHangsUpAReset() async throws {
    #expect(kind(try await send([.bytes(Self.ok)], speaksTLS: false).0) == .tls)
    #expect(kind(try await send([.close], speaksTLS: false).0) == .reset)
  }

  @Test func aHandshakeThatNeverEndsIsGivenUpInTime() async throws {
    let server = try await ScriptedServer.start(nil, [])
    let transport = try NetworkTransport()
    do {
      _ = try await transport.send(
        HTTPRequest(
          method: .get, url: try EndpointURL("https://localhost:\(server.port)/"),
          timeout: .milliseconds(200)))
      Issue.record("answered")
    } catch let error as TransportError {
      #expect(error.kind == .timeout)
    }
    await transport.shutdown()
    await server.stop()
  }

  @Test func aNameThatDoesNotExistIsANameFailure() async throws {
    let transport = try NetworkTransport()
    do {
      // RFC 6761, section 6.4: resolvers answer for .invalid themselves.
      _ = try await transport.send(
        HTTPRequest(method: .get, url: try EndpointURL("https://login.contoso.invalid/")))
      Issue.record("answered")
    } catch let error as TransportError {
      #expect(error.kind == .dns)
    }
    await transport.shutdown()
  }

  @Test func nobodyListeningIsRefusedAtOnce() async throws {
    let server = try await ScriptedServer.start(nil, [])
    await server.stop()
    let transport = try NetworkTransport()
    let url = try EndpointURL("https://localhost:\(server.port)/")
    do {
      _ = try await transport.send(HTTPRequest(method: .get, url: url))
      Issue.record("answered")
    } catch {
      #expect(error.kind == .refused)
      #expect(error.host == "localhost")
    }
    await transport.shutdown()
  }

  @Test func aCallerWhoGivesUpIsToldSoAtOnce() async throws {
    let certificate = try TestCertificate.mint()
    let server = try await ScriptedServer.start(certificate, [.drip])
    let bundle = try TestFile(certificate.authorityPEM)
    let transport = try NetworkTransport(
      configuration: NetworkConfiguration(
        additionalRoots: [CertificateBundle(path: bundle.path, place: "test")]))
    let url = try EndpointURL("https://localhost:\(server.port)/")
    let task = Task { () -> TransportError.Kind? in
      do throws(TransportError) {
        _ = try await transport.send(HTTPRequest(method: .get, url: url))
        return nil
      } catch {
        return error.kind
      }
    }
    await server.request()
    task.cancel()
    #expect(await task.value == .cancelled)
    await server.stop()
    await transport.shutdown()
  }

  @Test func afterItsEndATransportSendsNothing() async throws {
    let transport = try NetworkTransport()
    await transport.shutdown()
    let url = try EndpointURL("https://localhost:1/")
    do {
      _ = try await transport.send(HTTPRequest(method: .get, url: url))
      Issue.record("sent after the end")
    } catch {
      #expect(error.kind == .cancelled)
    }
  }

  @Test func connectionsAreUsedAgainAndATransportMayBeForgotten() async throws {
    let certificate = try TestCertificate.mint()
    let server = try await ScriptedServer.start(certificate, [.bytes(Self.ok)])
    let bundle = try TestFile(certificate.authorityPEM)
    do {
      let transport = try NetworkTransport(
        configuration: NetworkConfiguration(
          additionalRoots: [CertificateBundle(path: bundle.path, place: "test")]))
      let url = try EndpointURL("https://localhost:\(server.port)/")
      for _ in 0..<3 { _ = try await transport.send(HTTPRequest(method: .get, url: url)) }
    }
    #expect(server.requests.count == 3)
    #expect(server.connections == 1)
    await server.stop()
  }

  @Test func manyRequestsAtOnceShareTheConnectionsThatAHostMayHave() async throws {
    let certificate = try TestCertificate.mint()
    let server = try await ScriptedServer.start(certificate, [.bytes(Self.ok)])
    let bundle = try TestFile(certificate.authorityPEM)
    let transport = try NetworkTransport(
      configuration: NetworkConfiguration(
        connectionsPerHost: 4,
        additionalRoots: [CertificateBundle(path: bundle.path, place: "test")]))
    let url = try EndpointURL("https://localhost:\(server.port)/")
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<100 {
        group.addTask { try await transport.send(HTTPRequest(method: .get, url: url)).status }
      }
      for try await status in group { #expect(status == 200) }
    }
    #expect(server.requests.count == 100)
    #expect(server.connections <= 4)
    await transport.shutdown()
    await server.stop()
  }

  @Test func aBundleThatCannotBeReadIsAProblemOfItsPlace() throws {
    let empty = try TestFile("nothing")
    for path in [empty.path, "/nowhere/ca.pem"] {
      #expect(
        throws: NetworkConfigurationProblem(.unreadableBundle(path: path), place: "ca_bundle")
      ) {
        try NetworkTransport(
          configuration: NetworkConfiguration(
            additionalRoots: [CertificateBundle(path: path, place: "ca_bundle")]))
      }
    }
  }
}
