import EntraIdentity
import Foundation
import Testing

@Suite struct ProxyTests {
  private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
  private static let host = "login.contoso.example"

  /// Asks a host name that only the proxy can resolve.
  private func send(
    _ port: Int, _ certificate: TestCertificate, trusts: Bool = true,
    userInfo: String = "", asking target: Int = 443
  ) async throws -> TransportError.Kind? {
    let bundle = try TestFile(
      trusts ? certificate.authorityPEM : TestCertificate.mint().authorityPEM)
    let transport = try NetworkTransport(
      configuration: NetworkConfiguration.fromEnvironment([
        "HTTPS_PROXY": "http://\(userInfo)127.0.0.1:\(port)", "SSL_CERT_FILE": bundle.path,
      ]))
    defer { Task { await transport.shutdown() } }
    do {
      let url = try EndpointURL("https://\(Self.host):\(target)/x")
      #expect(try await transport.send(HTTPRequest(method: .get, url: url)).status == 200)
      return nil
    } catch let error as TransportError {
      #expect(error.host == Self.host)
      return error.kind
    }
  }

  @Test func aTunnelIsAskedForByNameWithCredentialsAndTLSRunsThroughIt() async throws {
    let certificate = try TestCertificate.mint(for: Self.host)
    let server = try await ScriptedServer.start(certificate, [.bytes(Self.ok)])
    let proxy = try await ScriptedProxy.start(leadsTo: server.port)
    #expect(try await send(proxy.port, certificate, userInfo: "jo:p%40ss@") == nil)
    let head = try #require(proxy.heads.first)
    #expect(head.hasPrefix("CONNECT \(Self.host):443 HTTP/1.1\r\n"))
    #expect(
      head.contains("proxy-authorization: Basic " + Data("jo:p@ss".utf8).base64EncodedString()))
    #expect(server.requests.first?.lowercased().contains("proxy-authorization") == false)
    await proxy.stop()
    await server.stop()
  }

  @Test(arguments: ["403 Forbidden", "407 Proxy Authentication Required", "502 Bad Gateway"])
  func aProxyThatRefusesIsTheProxysFault(_ status: String) async throws {
    let proxy = try await ScriptedProxy.start(leadsTo: nil, refusal: status)
    #expect(try await send(proxy.port, .mint()) == .proxy)
    await proxy.stop()
  }

  @Test func aProxyThatIsNotThereIsTheProxysFault() async throws {
    let nobody = try RefusingPort()
    #expect(try await send(nobody.port, .mint()) == .proxy)
    withExtendedLifetime(nobody) {}
  }

  @Test func certificatesAreJudgedThroughATunnelAsWithoutOne() async throws {
    for (certificate, trusts, expected) in [
      (try TestCertificate.mint(for: Self.host), false, TransportError.Kind.tlsUntrusted),
      (try TestCertificate.mint(for: Self.host, from: -7200, to: -3600), true, .tlsExpired),
      (try TestCertificate.mint(for: "other.example"), true, .tlsHostname),
    ] {
      let server = try await ScriptedServer.start(certificate, [.bytes(Self.ok)])
      let proxy = try await ScriptedProxy.start(leadsTo: server.port)
      #expect(try await send(proxy.port, certificate, trusts: trusts) == expected)
      #expect(server.requests.isEmpty)
      await proxy.stop()
      await server.stop()
    }
  }

  @Test func aHostThatIsExceptedIsReachedWithoutTheProxy() async throws {
    let certificate = try TestCertificate.mint()
    let server = try await ScriptedServer.start(certificate, [.bytes(Self.ok)])
    let proxy = try await ScriptedProxy.start(leadsTo: nil)
    let bundle = try TestFile(certificate.authorityPEM)
    let transport = try NetworkTransport(
      configuration: NetworkConfiguration.fromEnvironment(
        ["https_proxy": "127.0.0.1:\(proxy.port)", "NO_PROXY": "localhost"],
        caBundle: bundle.path))
    let url = try EndpointURL("https://localhost:\(server.port)/")
    #expect(try await transport.send(HTTPRequest(method: .get, url: url)).status == 200)
    #expect(proxy.heads.isEmpty)
    await transport.shutdown()
    await proxy.stop()
    await server.stop()
  }
}
