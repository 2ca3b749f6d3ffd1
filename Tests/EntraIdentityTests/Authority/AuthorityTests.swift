import EntraIdentity
import Testing

@Suite("Authorities that can be used")
struct AuthorityTests {
  static let guid = "72f988bf-86f1-41af-91ab-2d7cd011db47"

  @Test(
    "the family is seen in the URL",
    arguments: [
      ("https://login.microsoftonline.com/\(guid)", AuthorityKind.entra, "public"),
      ("https://LOGIN.microsoftonline.US/\(guid.uppercased())", .entra, "usgov"),
      ("https://login.partner.microsoftonline.cn/contoso.cn", .entra, "china"),
      ("https://login.sovcloud-identity.fr/contoso.fr", .entra, "bleu"),
      ("https://login.private.example/contoso.com", .entra, nil),
      ("https://contoso.b2clogin.us/\(guid)/b2c_1_x", .b2c, "usgov"),
      ("https://login.contoso.com/\(guid)/B2C_1A_x", .b2c, nil),
      ("https://login.contoso.com/tfp/\(guid)/signin", .b2c, nil),
      ("https://contoso.ciamlogin.com", .ciam, "public"),
      ("https://\(guid).ciamlogin.com/", .ciam, "public"),
      ("https://fs.contoso.com/ADFS", .adfs, nil),
      ("https://fs.contoso.com:8443/adfs", .adfs, nil),
      ("https://dsts.contoso.com/dstsv2/\(guid)/", .dsts, nil),
    ] as [(String, AuthorityKind, String?)])
  func kinds(_ text: String, _ kind: AuthorityKind, _ cloud: String?) throws {
    let authority = try Authority(text)
    #expect(authority.kind == kind)
    #expect(authority.cloud?.id == cloud)
    #expect(authority.remarks.isEmpty)
    #expect(!authority.isDeclared)
  }

  @Test(
    "a custom domain is what somebody declares it to be",
    arguments: [
      (
        "https://login.contoso.com/\(guid)", AuthorityKind.entra,
        "https://login.contoso.com/\(guid)"
      ),
      ("https://login.contoso.com/\(guid)", .ciam, "https://login.contoso.com/\(guid)"),
      (
        "https://login.contoso.com/\(guid)/signin", .b2c, "https://login.contoso.com/\(guid)/signin"
      ),
      ("https://localhost:8443/adfs/", .adfs, "https://localhost:8443/adfs"),
      ("https://fs.contoso.com/adfs", .oidc, "https://fs.contoso.com/adfs"),
      ("https://xn--bcher-kva.example/\(guid)", .entra, "https://xn--bcher-kva.example/\(guid)"),
      (
        "https://login.microsoftonline.com/\(guid)/signin", .b2c,
        "https://login.microsoftonline.com/\(guid)/signin"
      ),
    ])
  func declared(_ text: String, _ kind: AuthorityKind, _ url: String) throws {
    let authority = try Authority(text, kind: kind)
    #expect(authority.kind == kind)
    #expect(authority.url.description == url)
    #expect(authority.isDeclared)
  }

  @Test(
    "what is odd but usable is remarked on, with the URL to write instead",
    arguments: [
      (
        "https://login.windows.net/contoso.com", [.legacyHost],
        "https://login.microsoftonline.com/contoso.com"
      ),
      (
        "https://login-us.microsoftonline.com/contoso.com", [.legacyHost],
        "https://login.microsoftonline.us/contoso.com"
      ),
      (
        "https://login.chinacloudapi.cn/contoso.cn/oauth2/token", [.legacyHost, .v1Path],
        "https://login.partner.microsoftonline.cn/contoso.cn"
      ),
      (
        "https://login.microsoftonline.com/contoso.com/", [.straySlash],
        "https://login.microsoftonline.com/contoso.com"
      ),
      (
        "https://login.microsoftonline.com//contoso.com", [.straySlash],
        "https://login.microsoftonline.com/contoso.com"
      ),
      (
        "https://login.microsoftonline.com/contoso.com/v2.0", [.endpointTail],
        "https://login.microsoftonline.com/contoso.com"
      ),
      (
        "https://login.microsoftonline.com/contoso.com/OAuth2/v2.0/Token", [.endpointTail],
        "https://login.microsoftonline.com/contoso.com"
      ),
      (
        "https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration",
        [.endpointTail], "https://login.microsoftonline.com/contoso.com"
      ),
      (
        "https://login.microsoftonline.com/contoso.com/.well-known/openid-configuration", [.v1Path],
        "https://login.microsoftonline.com/contoso.com"
      ),
      (
        "https://login.microsoftonline.com:8443/contoso.com?x=y", [.port, .query],
        "https://login.microsoftonline.com/contoso.com"
      ),
      (
        " https://login.microsoftonline.com/contoso.com\r\n", [.whitespace],
        "https://login.microsoftonline.com/contoso.com"
      ),
      (
        "https://contoso.b2clogin.com/contoso.onmicrosoft.com/oauth2/v2.0/token?p=b2c_1_x",
        [.endpointTail, .policyInQuery],
        "https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_x"
      ),
      (
        "https://login.microsoftonline.com/tfp/contoso.onmicrosoft.com/b2c_1_x", [.legacyHost],
        "https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_x"
      ),
      (
        "https://login.microsoftonline.com/contoso.com?p=b2c_1_x&q=1",
        [.legacyHost, .query, .policyInQuery], nil
      ),
      ("https://fs.contoso.com/adfs/oauth2/token/", [.endpointTail], "https://fs.contoso.com/adfs"),
      ("https://fs.contoso.com/adfs/", [.straySlash], "https://fs.contoso.com/adfs"),
      ("https://login.windows-ppe.net/contoso.com", [.internalHost], nil),
      (
        "https://xn--mcrosoft-online-abc.example/contoso.com", [.punycodeHost],
        "https://xn--mcrosoft-online-abc.example/contoso.com"
      ),
    ] as [(String, [AuthorityRemark.Code], String?)])
  func remarks(_ text: String, _ codes: [AuthorityRemark.Code], _ suggestion: String?) throws {
    let authority = try Authority(text)
    #expect(authority.remarks.map(\.code) == codes)
    #expect(authority.remarks.allSatisfy { $0.suggestion == suggestion })
    if let suggestion { #expect(Authority.read(suggestion).problems.isEmpty) }
  }

  @Test(
    "a generic issuer keeps its text to the letter, and its document's address has one slash",
    arguments: [
      (
        "https://Issuer.example", "https://Issuer.example",
        "https://issuer.example/.well-known/openid-configuration"
      ),
      (
        "https://issuer.example/", "https://issuer.example/",
        "https://issuer.example/.well-known/openid-configuration"
      ),
      (
        "https://issuer.example/realm/", "https://issuer.example/realm/",
        "https://issuer.example/realm/.well-known/openid-configuration"
      ),
      (
        "https://issuer.example:8443/Realm", "https://issuer.example:8443/Realm",
        "https://issuer.example:8443/Realm/.well-known/openid-configuration"
      ),
      (
        "https://issuer.example/realm/.well-known/openid-configuration",
        "https://issuer.example/realm",
        "https://issuer.example/realm/.well-known/openid-configuration"
      ),
      (
        "https://issuer.example/realm?x#".replacing("#", with: ""), "https://issuer.example/realm",
        "https://issuer.example/realm/.well-known/openid-configuration"
      ),
    ])
  func generic(_ text: String, _ issuer: String, _ discovery: String) throws {
    let authority = try Authority(text, kind: .oidc)
    #expect(authority.issuerURL == issuer)
    #expect(authority.discoveryURL.description == discovery)
  }

  @Test("a tenant is a GUID or a domain in lower case, and an alias is neither")
  func tenants() {
    #expect(TenantID(Self.guid.uppercased()) == .guid(Self.guid))
    #expect(TenantID("Contoso.OnMicrosoft.com") == .domain("contoso.onmicrosoft.com"))
    for text in [
      "", "contoso", "common", ".com", "contoso.", "con_toso.com", "-a.com", "a-.com", "a b.com",
      "1.2.3.4", "cöntoso.com", "{\(Self.guid)}", Self.guid + "0", "contoso.com/x",
      String(repeating: "a", count: 64) + ".com",
      Array(repeating: "abcdefgh", count: 30).joined(separator: "."),
    ] {
      #expect(TenantID(text) == nil, "\(text)")
    }
    #expect(TenantAlias("COMMON") == .common)
    #expect(TenantAlias("contoso.com") == nil)
  }

  /// A small generator with a fixed seed: the same texts in every run.
  private struct Fixed: RandomNumberGenerator {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  @Test(
    "whatever is put together, a text is either a problem or canonical, and the latter is stable")
  func composed() throws {
    let starts = [
      "https://", "HTTPS://", " https://", "http://", "https:/", "", "//", "https:\\\\",
    ]
    let hosts =
      Cloud.all.flatMap(\.aliases) + [
        "contoso.b2clogin.com", "contoso.ciamlogin.com", "fs.contoso.com", "[::1]:8443", "x@y.z",
        "evilb2clogin.com", "localhost:0", "a..b", "xn--a.example", "westus.login.microsoft.com",
        "",
      ]
    let pieces = [
      "", "/", "//", "/contoso.com", "/\(Self.guid)", "/common", "/tfp", "/adfs", "/dstsv2",
      "/b2c_1_x", "/..", "/%2e", "/%", "/v2.0", "/oauth2/token", "/oauth2/v2.0/token", "?p=b2c_1_x",
      "?", "#", "\\", "\u{0}", "é", ":", "@", "/.well-known/openid-configuration",
    ]
    let kinds: [AuthorityKind?] = [nil, nil, nil] + AuthorityKind.allCases
    var generator = Fixed()
    var usable = 0
    for _ in 0..<20_000 {
      var text =
        starts.prefix(Bool.random(using: &generator) ? 1 : 8).randomElement(using: &generator) ?? ""
      text += hosts.randomElement(using: &generator) ?? ""
      if Bool.random(using: &generator) { text += "/contoso.com" }
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        text += pieces.randomElement(using: &generator) ?? ""
      }
      let kind = kinds.randomElement(using: &generator) ?? nil
      let reading = Authority.read(text, kind: kind)
      #expect((reading.authority == nil) == !reading.problems.isEmpty, "\(text)")
      guard let authority = reading.authority else { continue }
      usable += 1
      #expect(authority.discoveryURL.origin == authority.url.origin, "\(text)")
      let again = Authority.read(authority.url.description, kind: authority.kind)
      #expect(again.authority?.url == authority.url, "\(text)")
      #expect(again.authority?.discoveryURL == authority.discoveryURL, "\(text)")
      let settled: Set<AuthorityRemark.Code> = [.legacyHost, .internalHost, .port]
      if authority.kind != .oidc {
        #expect(Set(again.remarks.map(\.code)).isSubset(of: settled), "\(text)")
      }
    }
    #expect(usable > 1_000)
  }
}
