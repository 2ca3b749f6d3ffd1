import EntraIdentity
import Testing

@Suite("Authorities that cannot be used")
struct AuthorityProblemTests {
  @Test(
    "each fault has its code, and all faults of a text are told at once",
    arguments: [
      ("", [.malformedURL]),
      ("contoso", [.malformedURL]),
      ("https://", [.noHost]),
      ("https:///contoso.com", [.noHost]),
      ("https://login.microsoftonline.com", [.noTenant]),
      ("https://login.microsoftonline.com/v2.0", [.noTenant]),
      ("https://login.microsoftonline.com/oauth2/v2.0/token", [.noTenant]),
      ("http://login.microsoftonline.com/contoso.com", [.notHTTPS]),
      ("ftp://login.microsoftonline.com/common#x", [.notHTTPS, .fragment, .commonTenant]),
      ("https://u:p@login.microsoftonline.com/contoso.com", [.userInfo]),
      (
        "http://a@login.microsoftonline.de/contoso",
        [
          .notHTTPS, .userInfo, .retiredHost,
          .tenantMalformed,
        ]
      ),
      ("https://login.microsoftonline.com:99999/contoso.com", [.badPort]),
      ("https://login.microsoftonline.com./contoso.com", [.malformedURL]),
      ("https://login.microsoftonline.com\\@evil.example/contoso.com", [.malformedURL]),
      ("https://login.microsoftоnline.com/contoso.com", [.malformedURL]),
      ("https://login.microsoftonline.com/contoso\u{202E}.com", [.malformedURL]),
      ("https://login.microsoftonline.com/con\u{0}toso.com", [.malformedURL]),
      ("https://login.microsoftonline.com/{tenant}", [.malformedURL]),
      ("https://login.microsoftonline.com/a/../contoso.com", [.malformedURL]),
      ("https://login.microsoftonline.com/contoso%2ecom", [.tenantMalformed]),
      ("https://login.microsoftonline.com/%63ommon", [.tenantMalformed]),
      ("https://login.microsoftonline.com/contoso.com%2f..", [.tenantMalformed]),
      ("https://login.microsoftonline.com/Common", [.commonTenant]),
      ("https://login.microsoftonline.us/organizations/v2.0", [.commonTenant]),
      ("https://contoso.ciamlogin.com/consumers", [.commonTenant]),
      ("https://login.microsoftonline.com/contoso", [.tenantMalformed]),
      ("https://login.microsoftonline.com/72f988bf86f141af91ab2d7cd011db47", [.tenantMalformed]),
      ("https://login.microsoftonline.com/10.0.0.1", [.tenantMalformed]),
      ("https://login.microsoftonline.com/contoso/extra", [.tenantMalformed, .unknownPath]),
      ("https://login.microsoftonline.com/contoso.com/extra", [.unknownPath]),
      ("https://login.microsoftonline.com/contoso.com/.well-known/other", [.unknownPath]),
      ("https://login.microsoftonline.com/adfs", [.tenantMalformed]),
      ("https://login.microsoftonline.com/dstsv2/contoso.com", [.tenantMalformed, .unknownPath]),
      ("https://login.microsoftonline.de/contoso.com", [.retiredHost]),
      ("https://contoso.b2clogin.de/contoso.onmicrosoft.com/b2c_1_x", [.retiredHost]),
      ("https://login.microsoftonline.com.evil.example/contoso.com", [.lookAlikeHost]),
      ("https://evilb2clogin.com/contoso.com/b2c_1_x", [.lookAlikeHost]),
      ("https://fakeciamlogin.com/contoso.com", [.lookAlikeHost]),
      ("https://ciamlogin.com.evil.example/adfs", [.lookAlikeHost]),
      ("https://a.b.ciamlogin.com/contoso.com", [.lookAlikeHost]),
      ("https://westus2.login.microsoft.com/contoso.com", [.regionalHost]),
      ("https://b2clogin.com/contoso.com/b2c_1_x", [.noSubdomain]),
      ("https://ciamlogin.com/contoso.com", [.noSubdomain]),
      ("https://contoso.b2clogin.com/contoso.onmicrosoft.com", [.noPolicy]),
      ("https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1%2fx", [.policyMalformed]),
      ("https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_x/more", [.unknownPath]),
      ("https://contoso.b2clogin.com", [.noTenant]),
      ("https://fs.contoso.com/adfs/contoso.com", [.unknownPath]),
      ("https://dsts.contoso.com/dstsv2", [.noTenant]),
    ] as [(String, [AuthorityProblem.Code])])
  func problems(_ text: String, _ codes: [AuthorityProblem.Code]) throws {
    let reading = Authority.read(text)
    #expect(reading.problems.map(\.code) == codes)
    #expect(reading.authority == nil)
    #expect(throws: try #require(reading.problems.first)) { try Authority(text) }
  }

  @Test(
    "a declared kind does not overrule what the host is",
    arguments: [
      ("https://login.microsoftonline.com/contoso.com", AuthorityKind.oidc),
      ("https://login.microsoftonline.com/contoso.com", .adfs),
      ("https://login.microsoftonline.com/contoso.com", .ciam),
      ("https://login.microsoftonline.com/tfp/contoso.com/b2c_1_x", .entra),
      ("https://contoso.ciamlogin.com", .oidc),
      ("https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_x", .ciam),
      ("https://fs.contoso.com/adfs", .entra),
      ("https://dsts.contoso.com/dstsv2/contoso.com", .b2c),
    ])
  func contradictions(_ text: String, _ declared: AuthorityKind) {
    #expect(Authority.read(text, kind: declared).problems.map(\.code) == [.kindContradictsURL])
  }

  @Test(
    "the URL to write instead is told where it needs nobody's knowledge, and only there",
    arguments: [
      (
        "http://login.microsoftonline.com/contoso.com",
        "https://login.microsoftonline.com/contoso.com"
      ),
      ("login.microsoftonline.com/Contoso.com/", "https://login.microsoftonline.com/contoso.com"),
      ("https://login.windows.net/contoso.com#x", "https://login.microsoftonline.com/contoso.com"),
      ("https://login.microsoftonline.com/common", nil),
      ("https://login.microsoftonline.com@evil.example/contoso.com", nil),
      ("https://login.microsoftonline.de/contoso.com", nil),
      ("contoso", nil),
    ])
  func suggestions(_ text: String, _ suggestion: String?) {
    let reading = Authority.read(text)
    #expect(!reading.problems.isEmpty)
    #expect(reading.problems.allSatisfy { $0.suggestion == suggestion })
  }

  @Test("a text of any length is refused at once, and what is shown of it is cut and printable")
  func hostileTexts() {
    let long = "https://login.microsoftonline.com/" + String(repeating: "a", count: 1_000_000)
    #expect(Authority.read(long).problems.map(\.code) == [.urlTooLong])
    let hostile = "https://login.microsoftonline.com/\u{1B}[2J"
    let problem = Authority.read(hostile).problems.first
    #expect(problem?.summary.unicodeScalars.contains("\u{1B}") == false)
    #expect(!Authority.read(hostile).shown.unicodeScalars.contains("\u{1B}"))
  }

  @Test(
    "user info, which may be a password, is shown nowhere",
    arguments: [
      "https://user:hunter2@login.microsoftonline.com/contoso.com",
      "https://user:hunter2@x@evil.example?a@b", "user:hunter2@login.microsoftonline.com/t",
    ])
  func userInfo(_ text: String) {
    let reading = Authority.read(text)
    #expect(!reading.shown.contains("hunter2"))
    #expect(!reading.problems.contains { "\($0)\($0.summary)\($0.fix)".contains("hunter2") })
  }

  @Test("every code is one stable word with advice of its own")
  func codes() {
    let problems = AuthorityProblem.Code.allCases
    let remarks = AuthorityRemark.Code.allCases
    let words = problems.map(\.rawValue) + remarks.map(\.rawValue)
    let advice = problems.map(\.advice.summary) + remarks.map(\.advice.summary)
    #expect(Set(words).count == words.count && Set(advice).count == advice.count)
    #expect(words.joined().allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
  }

  @Test("family and cloud are told even of a text that cannot be used")
  func told() {
    let retired = Authority.read("http://login.microsoftonline.de/common")
    #expect(retired.kind == .entra && retired.cloud?.status == .closed)
    #expect(Authority.read("https://contoso.b2clogin.us").cloud?.id == "usgov")
    #expect(Authority.read("nonsense", kind: .adfs).kind == .adfs)
  }
}
