@testable import EntraIdentity
import Testing

@Suite("Where an authority's endpoints may be")
struct EndpointRulesTests {
  static let a = "72f988bf-86f1-41af-91ab-2d7cd011db47"
  static let b = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"

  private func reason(
    _ authority: String, _ field: String, _ url: String, kind: AuthorityKind? = nil,
    trusted: [String] = [], aliases: [String] = []
  ) throws -> EndpointViolation.Reason? {
    let violations = EndpointRules.violations(
      of: OpenIDConfiguration([field: .string(url)]), for: try Authority(authority, kind: kind),
      aliases: aliases, trustedHosts: trusted, tenantID: kind == .oidc ? nil : .guid(Self.a))
    #expect(violations.allSatisfy { $0.field == field })
    return violations.first?.reason
  }

  @Test(
    "the cloud's, the tenant's or the issuer's own place is right",
    arguments: [
      (
        "https://login.microsoftonline.com/\(a)", "https://login.windows.net/\(a)/oauth2/v2.0/token"
      ),
      (
        "https://login.microsoftonline.com/contoso.com",
        "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token"
      ),
      (
        "https://login.microsoftonline.com/\(a)",
        "https://westus2.login.microsoft.com/\(a)/oauth2/v2.0/token"
      ),
      (
        "https://login.partner.microsoftonline.cn/\(a)",
        "https://login.chinacloudapi.cn/\(a)/oauth2/v2.0/token"
      ),
      ("https://contoso.ciamlogin.com", "https://contoso.ciamlogin.com/\(a)/oauth2/v2.0/token"),
      ("https://contoso.ciamlogin.com", "https://\(a).ciamlogin.com/\(a)/oauth2/v2.0/token"),
      (
        "https://contoso.b2clogin.com/contoso.onmicrosoft.com/p",
        "https://contoso.b2clogin.com/contoso/p/oauth2/v2.0/token"
      ),
      (
        "https://login.microsoftonline.com/tfp/\(a)/b2c_1_x",
        "https://login.microsoftonline.com/\(a)/oauth2/v2.0/token?p=b2c_1_x"
      ),
      ("https://fs.contoso.com/adfs", "https://fs.contoso.com/adfs/oauth2/token/"),
    ])
  func accepted(_ authority: String, _ endpoint: String) throws {
    for field in ["token_endpoint", "device_authorization_endpoint", "jwks_uri"] {
      #expect(try reason(authority, field, endpoint) == nil)
    }
  }

  @Test(
    "everywhere else is wrong, and says why",
    arguments: [
      (
        "https://login.microsoftonline.com/\(a)", "http://login.microsoftonline.com/\(a)/token",
        EndpointViolation.Reason.notHTTPS
      ),
      (
        "https://login.microsoftonline.com/\(a)", "login.microsoftonline.com/\(a)/token", .malformed
      ),
      ("https://login.microsoftonline.com/\(a)", "", .malformed),
      (
        "https://login.microsoftonline.com/\(a)",
        "https://login.microsoftonline.com@evil.example/\(a)/token", .malformed
      ),
      (
        "https://login.microsoftonline.com/\(a)",
        "https://login.microsoftonline.com/\(a)/token#x", .malformed
      ),
      (
        "https://login.microsoftonline.com/\(a)",
        "https://login.microsoftonline.com.evil.example/\(a)/token", .foreignHost
      ),
      (
        "https://login.microsoftonline.com/\(a)",
        "https://login.microsoftonline.us/\(a)/token", .foreignHost
      ),
      (
        "https://login.microsoftonline.com/\(a)",
        "https://login.microsoftonline.com:8443/\(a)/token", .foreignHost
      ),
      (
        "https://login.microsoftonline.com/\(a)",
        "https://a.b.login.microsoft.com/\(a)/token", .foreignHost
      ),
      ("https://login.microsoftonline.com/\(a)", "https://10.0.0.1/\(a)/token", .foreignHost),
      ("https://contoso.ciamlogin.com", "https://fabrikam.ciamlogin.com/\(a)/token", .foreignHost),
      ("https://contoso.ciamlogin.com", "https://\(b).ciamlogin.com/\(b)/token", .foreignHost),
      (
        "https://contoso.ciamlogin.com", "https://login.microsoftonline.com/\(a)/token",
        .foreignHost
      ),
      (
        "https://contoso.b2clogin.com/\(a)/p", "https://login.microsoftonline.com/\(a)/p/token",
        .foreignHost
      ),
      (
        "https://login.microsoftonline.com/tfp/\(a)/p", "https://contoso.b2clogin.com/\(a)/p/token",
        .foreignHost
      ),
      (
        "https://fs.contoso.com/adfs", "https://fs.contoso.com:49443/adfs/oauth2/token/",
        .foreignHost
      ),
      ("https://fs.contoso.com/adfs", "https://login.microsoftonline.com/\(a)/token", .foreignHost),
    ])
  func refused(_ authority: String, _ endpoint: String, _ wanted: EndpointViolation.Reason) throws {
    for field in ["token_endpoint", "device_authorization_endpoint", "jwks_uri"] {
      #expect(try reason(authority, field, endpoint) == wanted)
    }
  }

  @Test("a token endpoint of another tenant on the right host is refused; shared keys are not")
  func tenants() throws {
    let authority = "https://login.microsoftonline.com/contoso.com"
    for tenant in [Self.b, "common", "consumers", "fabrikam.com"] {
      let base = "https://login.microsoftonline.com/\(tenant)"
      #expect(
        try reason(authority, "token_endpoint", base + "/oauth2/v2.0/token") == .foreignTenant)
      #expect(try reason(authority, "jwks_uri", base + "/discovery/v2.0/keys") == nil)
    }
    #expect(
      try reason(
        "https://contoso.b2clogin.com/contoso.onmicrosoft.com/p", "token_endpoint",
        "https://contoso.b2clogin.com/\(Self.b)/p/oauth2/v2.0/token") == .foreignTenant)
  }

  @Test(
    "a generic issuer's endpoints stay on its host and port, or on a trusted one to the letter",
    arguments: [
      ("https://idp.example/token", nil), ("https://IDP.example:443/token", nil),
      ("https://keys.example/token", nil), ("https://keys.example:8443/token", .foreignHost),
      ("https://other.example:9443/token", nil), ("https://other.example/token", .foreignHost),
      ("https://idp.example:8443/token", .foreignHost), ("https://a.keys.example/t", .foreignHost),
      ("https://evilkeys.example/t", .foreignHost), ("http://keys.example/t", .notHTTPS),
    ] as [(String, EndpointViolation.Reason?)])
  func generic(_ endpoint: String, _ wanted: EndpointViolation.Reason?) throws {
    let trusted = ["Keys.example", "other.example:9443"]
    #expect(
      try reason(
        "https://idp.example/realm", "token_endpoint", endpoint, kind: .oidc, trusted: trusted)
        == wanted)
  }

  @Test("trusted hosts are a generic issuer's alone")
  func trustedElsewhere() throws {
    let reason = try reason(
      "https://login.microsoftonline.com/\(Self.a)", "jwks_uri", "https://keys.example/keys",
      trusted: ["keys.example"])
    #expect(reason == .foreignHost)
  }

  @Test("what a document says is shown cut and printable")
  func hostile() throws {
    let text = "https://evil\u{1B}[2J" + String(repeating: "x", count: 50_000)
    let violation = EndpointRules.violations(
      of: OpenIDConfiguration(["token_endpoint": .string(text)]),
      for: try Authority("https://fs.contoso.com/adfs")
    ).first
    let url = try #require(violation?.url)
    #expect(url.utf8.count < 400 && url.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
  }
}
