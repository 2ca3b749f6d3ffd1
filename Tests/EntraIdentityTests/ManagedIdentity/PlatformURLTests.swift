import Testing

@testable import EntraIdentity

@Suite("A platform's URL")
struct PlatformURLTests {
  @Test(
    "plain http stays on this machine and its own link",
    arguments: [
      "http://169.254.169.254/metadata/identity/oauth2/token", "http://169.254.0.1:8081/msi/token",
      "http://localhost:42356/msi/token", "HTTP://LOCALHOST/", "http://127.0.0.1:40342/t",
      "http://127.255.255.254/t", "http://[::1]:8081/t", "http://[0:0:0:0:0:0:0:1]/t",
      "http://[fe80::1]/t", "http://[febf::1]/t",
    ])
  func local(_ text: String) throws {
    #expect(try !PlatformURL(text).isHTTPS)
  }

  @Test(
    "plain http to any other host is refused",
    arguments: [
      "http://10.0.0.4/t", "http://192.168.0.1/t", "http://168.63.129.16/t", "http://0.0.0.0/t",
      "http://169.253.255.255/t", "http://169.255.0.1/t", "http://128.0.0.1/t",
      "http://126.1.1.1/t",
      "http://localhost.evil.example/t", "http://evil.example/t", "http://127.0.0.1.evil.example/t",
      "http://localhost.localdomain/t", "http://[fec0::1]/t", "http://[fe00::1]/t",
      "http://[::]/t", "http://[::2]/t", "http://[::ffff:127.0.0.1]/t", "http://[2001:db8::1]/t",
    ])
  func foreign(_ text: String) {
    #expect(throws: EndpointURL.Problem.notHTTPS("http")) { try PlatformURL(text) }
  }

  @Test(
    "what two programs may read differently is refused here too",
    arguments: [
      ("http://localhost@evil.example/t", EndpointURL.Problem.userInfo),
      ("http://localhost#@evil.example/", .fragment), ("http://127.1/t", .malformed),
      ("http://2130706433/t", .malformed), ("http://0x7f.0.0.1/t", .malformed),
      ("http://localhost:0/t", .badPort), ("http:///t", .noHost), ("localhost/t", .malformed),
      ("ftp://localhost/t", .notHTTPS("ftp")), ("unix:///run/t", .notHTTPS("unix")),
      ("", .malformed),
      ("http://localhost/a\r\nSecret: b", .malformed),
    ])
  func refused(_ text: String, _ problem: EndpointURL.Problem) {
    #expect(throws: problem) { try PlatformURL(text) }
  }

  @Test("https may lead anywhere, and each scheme leaves its own port out")
  func canonical() throws {
    #expect(try PlatformURL("https://10.0.0.4:443/t").description == "https://10.0.0.4/t")
    #expect(try PlatformURL("http://localhost:80/t").description == "http://localhost/t")
    #expect(try PlatformURL("http://localhost:443/t").description == "http://localhost:443/t")
  }

  @Test("parameters join a query that is there, and no value ends its own")
  func parameters() throws {
    let url = try PlatformURL("http://localhost/t?a=b").adding([("resource", "x&y=z#?/é")])
    #expect(url.description == "http://localhost/t?a=b&resource=x%26y%3Dz%23%3F%2F%C3%A9")
    let bare = try PlatformURL("http://localhost/t?").adding([("a", "b")])
    #expect(bare.description == "http://localhost/t?a=b")
  }
}
