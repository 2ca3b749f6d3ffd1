import EntraIdentity
import Testing

@Suite("Which issuer is an authority's")
struct IssuerRulesTests {
  static let a = "72f988bf-86f1-41af-91ab-2d7cd011db47"
  static let b = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"

  @Test(
    "the family's own forms are accepted",
    arguments: [
      ("https://login.microsoftonline.com/\(a)", "https://login.microsoftonline.com/\(a)/v2.0"),
      ("https://login.microsoftonline.com/\(a)", "https://sts.windows.net/\(a)/"),
      ("https://login.windows.net/\(a)", "https://login.windows.net/\(a)/v2.0"),
      (
        "https://login.microsoftonline.com/contoso.com",
        "https://login.microsoftonline.com/\(a)/v2.0"
      ),
      (
        "https://login.microsoftonline.com:8443/\(a)",
        "https://login.microsoftonline.com/\(a)/v2.0"
      ),
      (
        "https://login.chinacloudapi.cn/\(a)",
        "https://login.partner.microsoftonline.cn/\(a)/v2.0"
      ),
      ("https://login.sovcloud-identity.de/\(a)", "https://login.sovcloud-identity.de/\(a)/v2.0"),
      ("https://contoso.ciamlogin.com", "https://\(a).ciamlogin.com/\(a)/v2.0"),
      ("https://contoso.ciamlogin.com/\(a)", "https://\(a).ciamlogin.com/\(a)/v2.0"),
      ("https://contoso.b2clogin.com/\(a)/b2c_1_x", "https://contoso.b2clogin.com/\(a)/v2.0/"),
      (
        "https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_X",
        "https://contoso.b2clogin.com/tfp/\(a)/b2c_1_x/v2.0/"
      ),
      (
        "https://login.microsoftonline.com/tfp/contoso.com/b2c_1_x",
        "https://login.microsoftonline.com/\(a)/v2.0/"
      ),
      (
        "https://login.microsoftonline.com/tfp/contoso.com/b2c_1_x", "https://sts.windows.net/\(a)/"
      ),
      ("https://login.contoso.com/\(a)/b2c_1_x", "https://login.contoso.com/\(a)/v2.0/"),
      ("https://fs.contoso.com/adfs", "https://fs.contoso.com/adfs"),
      ("https://fs.contoso.com:8443/adfs", "https://fs.contoso.com:8443/adfs"),
      ("https://x.dsts.example/dstsv2/\(a)", "https://x.dsts.example/dstsv2/\(a)/"),
    ])
  func accepted(_ text: String, _ issuer: String) throws {
    let authority = try Authority(text)
    #expect(IssuerRules.judge(issuer: issuer, for: authority) == .accepted)
    let names = [.entra, .b2c, .ciam].contains(authority.kind)
    #expect(IssuerRules.tenantID(issuer: issuer, of: authority) == (names ? .guid(Self.a) : nil))
  }

  @Test(
    "everything else is not",
    arguments: [
      // Another tenant, and the templates that name none.
      ("https://login.microsoftonline.com/\(a)", "https://login.microsoftonline.com/\(b)/v2.0"),
      (
        "https://login.microsoftonline.com/\(a)",
        "https://login.microsoftonline.com/{tenantid}/v2.0"
      ),
      (
        "https://login.microsoftonline.com/contoso.com",
        "https://login.microsoftonline.com/{tenantid}/v2.0"
      ),
      (
        "https://login.microsoftonline.com/contoso.com",
        "https://login.microsoftonline.com/contoso.com/v2.0"
      ),
      (
        "https://login.microsoftonline.com/contoso.com",
        "https://login.microsoftonline.com/{other}/v2.0"
      ),
      ("https://contoso.ciamlogin.com", "https://\(a).ciamlogin.com/\(b)/v2.0"),
      ("https://contoso.ciamlogin.com/\(a)", "https://\(b).ciamlogin.com/\(b)/v2.0"),
      // Another cloud or host.
      ("https://login.microsoftonline.com/\(a)", "https://login.microsoftonline.us/\(a)/v2.0"),
      ("https://login.microsoftonline.us/\(a)", "https://sts.windows.net/\(a)/"),
      (
        "https://login.microsoftonline.com/\(a)",
        "https://login.microsoftonline.com.evil.example/\(a)/v2.0"
      ),
      ("https://login.microsoftonline.com/\(a)", "https://x.login.microsoft.com/\(a)/v2.0"),
      ("https://contoso.ciamlogin.com", "https://\(a).evilciamlogin.com/\(a)/v2.0"),
      ("https://contoso.ciamlogin.com", "https://contoso.ciamlogin.com/\(a)/v2.0"),
      ("https://contoso.b2clogin.com/\(a)/b2c_1_x", "https://fabrikam.b2clogin.com/\(a)/v2.0/"),
      ("https://contoso.b2clogin.com/\(a)/b2c_1_x", "https://login.microsoftonline.com/\(a)/v2.0/"),
      (
        "https://contoso.b2clogin.com/\(a)/b2c_1_x",
        "https://contoso.b2clogin.com/tfp/\(a)/b2c_1_y/v2.0/"
      ),
      ("https://login.contoso.com/\(a)/b2c_1_x", "https://contoso.b2clogin.com/\(a)/v2.0/"),
      ("https://fs.contoso.com/adfs", "https://fs2.contoso.com/adfs"),
      ("https://fs.contoso.com/adfs", "http://fs.contoso.com/adfs/services/trust"),
      // The right words in a form that compares loosely.
      ("https://login.microsoftonline.com/\(a)", "http://login.microsoftonline.com/\(a)/v2.0"),
      ("https://login.microsoftonline.com/\(a)", "https://login.microsoftonline.com/\(a)/v2.0/"),
      ("https://login.microsoftonline.com/\(a)", "https://sts.windows.net/\(a)"),
      ("https://login.microsoftonline.com/\(a)", "https://LOGIN.microsoftonline.com/\(a)/v2.0"),
      ("https://login.microsoftonline.com/\(a)", "https://login.microsoftonline.com:443/\(a)/v2.0"),
      ("https://login.microsoftonline.com/\(a)", "https://x@login.microsoftonline.com/\(a)/v2.0"),
      ("https://login.microsoftonline.com/\(a)", "https://login.microsoftonline.com/\(a)/v2.0?x"),
      ("https://login.microsoftonline.com/\(a)", " https://login.microsoftonline.com/\(a)/v2.0"),
      (
        "https://login.microsoftonline.com/contoso.com",
        "https://login.microsoftonline.com/\(a.uppercased())/v2.0"
      ),
      ("https://fs.contoso.com/adfs", "https://fs.contoso.com/adfs/"),
    ])
  func refused(_ text: String, _ issuer: String) throws {
    let judgement = IssuerRules.judge(issuer: issuer, for: try Authority(text))
    guard case .mismatch(let expected, let found) = judgement else {
      Issue.record("\(judgement)")
      return
    }
    #expect(!expected.isEmpty && !expected.contains(issuer))
    #expect(found == issuer)
  }

  @Test("the form that is shown for an unknown tenant is not itself an issuer")
  func shownForm() throws {
    for text in ["https://login.microsoftonline.com/contoso.com", "https://contoso.ciamlogin.com"] {
      let authority = try Authority(text)
      guard case .mismatch(let shown, _) = IssuerRules.judge(issuer: "x", for: authority) else {
        Issue.record("accepted")
        continue
      }
      for form in shown { #expect(IssuerRules.judge(issuer: form, for: authority) != .accepted) }
    }
  }

  @Test("a document without an issuer has none, which is not another's")
  func missing() throws {
    let authority = try Authority("https://login.microsoftonline.com/\(Self.a)")
    #expect(IssuerRules.judge(issuer: nil, for: authority) == .missing)
    #expect(IssuerRules.judge(issuer: "", for: authority) == .missing)
  }

  @Test("what instance discovery named counts for an unknown host, and for no known one")
  func confirmed() throws {
    let aliases = ["login.private.example", "sts.private.example"]
    let issuer = "https://sts.private.example/\(Self.a)/v2.0"
    let unknown = try Authority("https://login.private.example/\(Self.a)")
    #expect(IssuerRules.judge(issuer: issuer, for: unknown, aliases: aliases) == .accepted)
    #expect(IssuerRules.judge(issuer: issuer, for: unknown) != .accepted)
    let known = try Authority("https://login.microsoftonline.com/\(Self.a)")
    #expect(IssuerRules.judge(issuer: issuer, for: known, aliases: aliases) != .accepted)
  }

  @Test("an issuer of any size and content is shown cut and printable")
  func hostile() throws {
    let authority = try Authority("https://login.microsoftonline.com/\(Self.a)")
    let issuer = "https://\u{1B}[31mevil\u{202E}" + String(repeating: "x", count: 100_000)
    guard case .mismatch(_, let found) = IssuerRules.judge(issuer: issuer, for: authority) else {
      Issue.record("accepted")
      return
    }
    #expect(found.utf8.count < 400 && found.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
  }
}
