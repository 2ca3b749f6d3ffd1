import EntraIdentity
import Testing

@Suite("Which issuers of assertions may be asked")
struct AssertionIssuerTests {
  @Test(
    "a public https URL, with one slash at its end put aside",
    arguments: [
      ("https://token.actions.example", "https://token.actions.example"),
      ("https://cluster.example/a/b/", "https://cluster.example/a/b"),
      ("https://cluster.example/a//", "https://cluster.example/a/"),
      ("https://cluster.example:8443/", "https://cluster.example:8443"),
      ("https://localhost.example", "https://localhost.example"),
      ("https://1.2.3.4.example", "https://1.2.3.4.example"),
      ("HTTPS://Cluster.EXAMPLE/Realm", "https://cluster.example/Realm"),
    ])
  func askable(text: String, base: String) throws {
    let issuer = try AssertionIssuer(text)
    #expect(issuer.text == text)
    #expect(issuer.discoveryURL.description == base + "/.well-known/openid-configuration")
  }

  @Test(
    "what is no https URL",
    arguments: [
      "", "accounts.example", "http://token.example", "https://", "https://user@token.example",
      "https://token.example?x=1", "https://token.example/#f", "https://token.example:0",
      "https://tok\u{E9}n.example", "https://token.example/../etc", "https://token.example/ a",
      "ftp://token.example", "https://token.example\r\nHost: evil.example",
      "https://" + String(repeating: "a.", count: 2_100) + "example",
    ])
  func notAURL(text: String) {
    #expect(throws: AssertionIssuer.Problem.notAURL) { try AssertionIssuer(text) }
  }

  @Test(
    "an address, and a name that the public internet does not have",
    arguments: [
      "https://127.0.0.1", "https://10.0.0.8/realm", "https://169.254.169.254/metadata",
      "https://192.168.1.1:8443", "https://8.8.8.8", "https://[::1]", "https://[fe80::1]/x",
      "https://[::ffff:127.0.0.1]", "https://localhost", "https://localhost:8443/x",
      "https://LOCALHOST", "https://a.localhost", "https://cluster.local",
      "https://kubernetes.default.svc.cluster.local", "https://vault.internal", "https://vault",
      "https://box.home.arpa",
    ])
  func notPublic(text: String) {
    #expect(throws: AssertionIssuer.Problem.notPublic) { try AssertionIssuer(text) }
  }
}
