import EntraIdentity
import Testing

@Suite struct NetworkEnvironmentTests {
  @Test(
    arguments: [
      ("http://proxy.example:8080", "proxy.example", 8080, nil as String?),
      ("proxy.example:8080", "proxy.example", 8080, nil),
      ("http://proxy.example:8080/", "proxy.example", 8080, nil),
      ("proxy.example", "proxy.example", 80, nil),
      ("http://proxy.example:443", "proxy.example", 443, nil),
      ("http://[::1]:3128", "::1", 3128, nil),
      ("http://jo:p%40ss%25@proxy.example:1", "proxy.example", 1, "jo:p@ss%"),
      ("http://jo:p@ss@proxy.example:1", "proxy.example", 1, "jo:p@ss"),
      ("jo@proxy.example:1", "proxy.example", 1, "jo:"),
    ]) func aProxysAddressIsRead(
      _ text: String, _ host: String, _ port: Int, _ credentials: String?
    ) throws
  {
    guard case .fixed(let seenHost, let seenPort, let seen) = try ProxySetting(text, place: "X")
    else {
      Issue.record("no proxy")
      return
    }
    #expect(seenHost == host)
    #expect(seenPort == port)
    #expect(seen?.withValue(\.self) == credentials)
  }

  @Test func aConfigurationPrintsNoPassword() throws {
    let configuration = try NetworkConfiguration.fromEnvironment([
      "HTTPS_PROXY": "http://jo:hunter2@proxy.example:1"
    ])
    var dumped = "\(configuration)"
    dump(configuration, to: &dumped)
    #expect(!dumped.contains("hunter2"))
    #expect(dumped.contains("proxy.example"))
  }

  @Test(
    arguments: [
      "http://", "http://:8080", "http://jo:hunter2@", "http://proxy.example:0",
      "http://proxy.example:99999", "http://jo:%zzhunter2@proxy.example", "http://a b",
      "http://proxy.example/path", "jo:hunter2@://proxy", "http://proxy.example?x",
    ]) func aBadAddressIsAProblemThatDoesNotRepeatIt(_ text: String)
  {
    do throws(NetworkConfigurationProblem) {
      _ = try NetworkConfiguration.fromEnvironment(["HTTPS_PROXY": text])
      Issue.record("accepted")
    } catch {
      #expect(error == NetworkConfigurationProblem(.badProxyAddress, place: "HTTPS_PROXY"))
      #expect(!"\(error)".contains("hunter2"))
    }
  }

  @Test(arguments: ["https", "socks5", "socks5h"])
  func anotherKindOfProxyIsNamed(_ scheme: String) {
    #expect(
      throws: NetworkConfigurationProblem(.unsupportedProxy(scheme: scheme), place: "ALL_PROXY")
    ) {
      try NetworkConfiguration.fromEnvironment(["ALL_PROXY": "\(scheme)://jo:pw@proxy.example:1"])
    }
  }

  @Test(
    arguments: [
      (["https_proxy": "a.example", "HTTPS_PROXY": "b.example"], "a.example" as String?),
      (["HTTPS_PROXY": "b.example", "ALL_PROXY": "c.example"], "b.example"),
      (["all_proxy": "c.example"], "c.example"),
      (["https_proxy": "", "HTTPS_PROXY": "b.example"], nil),
      (["HTTP_PROXY": "d.example", "http_proxy": "d.example"], nil),
      ([:], nil),
    ]) func theFirstVariableThatIsSetDecides(
      _ environment: [String: String], _ expected: String?
    ) throws
  {
    let proxy = try NetworkConfiguration.fromEnvironment(environment).proxy
    if case .fixed(let host, _, _) = proxy {
      #expect(host == expected)
    } else {
      #expect(expected == nil)
    }
  }

  @Test func aBundleThatIsNotThereIsAProblemOfItsVariable() {
    #expect(
      throws: NetworkConfigurationProblem(
        .unreadableBundle(path: "/nowhere"), place: "SSL_CERT_FILE")
    ) {
      try NetworkConfiguration.fromEnvironment(["SSL_CERT_FILE": "/nowhere"])
    }
    #expect(
      throws: NetworkConfigurationProblem(.unreadableBundle(path: "/nowhere"), place: "ca_bundle")
    ) {
      try NetworkConfiguration.fromEnvironment([:], caBundle: "/nowhere")
    }
  }

  @Test(
    arguments: [
      ("*", "https://a.example/", true),
      ("a.example", "https://a.example/", true),
      ("a.example", "https://x.A.example/", true),
      ("a.example", "https://xa.example/", false),
      (".a.example", "https://x.a.example/", true),
      (".a.example", "https://a.example/", true),
      ("*.a.example", "https://x.a.example/", true),
      ("b.example, a.example", "https://a.example/", true),
      ("b.example a.example", "https://a.example/", true),
      ("a.example:8443", "https://a.example/", false),
      ("a.example:8443", "https://a.example:8443/", true),
      ("a.example:443", "https://a.example/", true),
      ("127.0.0.1", "https://127.0.0.1:8443/", true),
      ("::1", "https://[::1]:8443/", true),
      ("[::1]:8443", "https://[::1]:8443/", true),
      ("[::1]:8444", "https://[::1]:8443/", false),
      ("10.0.0.0/8", "https://10.1.2.3/", false),
      (",, ,.", "https://a.example/", false),
      ("a.example:x", "https://a.example/", false),
      ("", "https://a.example/", false),
    ]) func exceptionsFromTheProxyMatchAsUsersExpect(
      _ rules: String, _ url: String, _ expected: Bool
    ) throws
  {
    #expect(ProxyBypass(rules).contains(try EndpointURL(url)) == expected)
  }
}
