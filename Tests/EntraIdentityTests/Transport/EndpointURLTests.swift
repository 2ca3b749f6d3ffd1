import EntraIdentity
import Testing

@Suite("Endpoint URLs")
struct EndpointURLTests {
  @Test(
    "what two programs may read differently is refused",
    arguments: [
      ("http://login.example/t", EndpointURL.Problem.notHTTPS("http")),
      ("javascript://login.example/t", .notHTTPS("javascript")),
      ("//login.example/t", .malformed),
      ("https:/login.example/t", .malformed),
      ("https:\\\\login.example/t", .malformed),
      ("https://login.example\\@evil.example/", .malformed),
      ("https://login.example@evil.example/t", .userInfo),
      ("https://login.example%2f@evil.example/t", .userInfo),
      ("https://login.example#@evil.example/t", .fragment),
      ("https:///t", .noHost),
      ("https://:443/t", .noHost),
      ("https://login.example:/t", .badPort),
      ("https://login.example:0/t", .badPort),
      ("https://login.example:65536/t", .badPort),
      ("https://login.example:+443/t", .badPort),
      ("https://login.example:443:443/t", .malformed),
      ("https://login.example./t", .malformed),
      ("https://login..example/t", .malformed),
      ("https://-login.example/t", .malformed),
      ("https://login.example-/t", .malformed),
      ("https://login%2eexample/t", .malformed),
      ("https://lоgin.example/t", .malformed),
      ("https://login.example/t\r\nHost: evil.example", .malformed),
      ("https://login.example/a b", .malformed),
      ("https://login.example/{tenant}", .malformed),
      ("https://login.example/a/../b", .malformed),
      ("https://login.example/a/%2E%2e/b", .malformed),
      ("https://login.example/.", .malformed),
      ("https://login.example/%", .malformed),
      ("https://login.example/%4", .malformed),
      ("https://login.example/%zz", .malformed),
      ("https://login.example/a%00b", .malformed),
      ("https://login.example/a?b=%0", .malformed),
      ("https://127.1/t", .malformed),
      ("https://2130706433/t", .malformed),
      ("https://0x7f000001/t", .malformed),
      ("https://0177.0.0.1/t", .malformed),
      ("https://256.0.0.1/t", .malformed),
      ("https://[::1/t", .malformed),
      ("https://[::1]evil.example/t", .malformed),
      ("https://[:::]/t", .malformed),
      ("https://[1:2:3:4:5:6:7]/t", .malformed),
      ("https://[1::2::3]/t", .malformed),
      ("https://[fe80::1%25eth0]/t", .malformed),
      ("https://[12345::]/t", .malformed),
    ])
  func refused(_ text: String, _ problem: EndpointURL.Problem) {
    #expect(throws: problem) { try EndpointURL(text) }
  }

  @Test("a URL is no longer than one can be kept")
  func bounded() {
    let base = "https://login.example/"
    #expect(throws: Never.self) { try EndpointURL(base + String(repeating: "a", count: 4000)) }
    #expect(throws: EndpointURL.Problem.malformed) {
      try EndpointURL(base + String(repeating: "a", count: 5000))
    }
    #expect(throws: EndpointURL.Problem.malformed) {
      try EndpointURL("https://" + String(repeating: "a", count: 64) + ".example/")
    }
  }

  @Test(
    "host and scheme are in lower case and 443 is left out",
    arguments: [
      ("HTTPS://LOGIN.Example:443/T?q=A", "https://login.example/T?q=A"),
      ("https://login.example:8443", "https://login.example:8443"),
      ("https://127.0.0.1:8443/t", "https://127.0.0.1:8443/t"),
      ("https://[::1]:8443/t", "https://[::1]:8443/t"),
      ("https://[::FFFF:192.0.2.1]/t", "https://[::ffff:192.0.2.1]/t"),
      ("https://host_name/a%20b/...", "https://host_name/a%20b/..."),
      ("https://3com.example/", "https://3com.example/"),
    ])
  func accepted(_ text: String, _ canonical: String) throws {
    #expect(try EndpointURL(text).description == canonical)
  }
}
