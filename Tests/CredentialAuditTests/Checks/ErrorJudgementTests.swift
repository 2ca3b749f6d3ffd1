import EntraIdentity
import Testing

@testable import CredentialAudit

@Suite("What was seen ends as the product says")
struct ErrorJudgementTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let what: String
    let error: IdentityError
    let asked: ErrorJudgement.Asked
    let isCloudHost: Bool
    let verdict: Verdict
    let code: String

    var testDescription: String { what }
  }

  private static func refusal(
    _ code: Int?, status: Int = 401, error: String = "invalid_client"
  ) -> IdentityError {
    .refused(
      ServiceRefusal(
        status: status, error: error, codes: code.map { [$0] } ?? [],
        code: code.map { "AADSTS\($0)" }, entry: code.flatMap(AADSTSCatalog.meaning(of:)),
        host: "login.example"))
  }

  private static func response(
    _ reason: UnexpectedResponse.Reason, _ status: Int
  ) -> IdentityError {
    .unexpected(
      UnexpectedResponse(
        reason: reason, status: status, contentType: "text/html", host: "login.example"))
  }

  private static func row(
    _ what: String, _ error: IdentityError, asked: ErrorJudgement.Asked = .token,
    cloud: Bool = true, _ verdict: Verdict, _ code: String
  ) -> Row {
    Row(
      what: what, error: error, asked: asked, isCloudHost: cloud, verdict: verdict, code: code)
  }

  static let rows: [Row] = [
    row("a wrong secret", refusal(7_000_215), .critical, "AADSTS7000215"),
    row("an expired secret", refusal(7_000_222), .critical, "AADSTS7000222"),
    row("an unknown application", refusal(700_016, status: 400), .critical, "AADSTS700016"),
    row("a clock that is wrong", refusal(700_024), .critical, "AADSTS700024"),
    row(
      "a missing tenant", refusal(90002, status: 400), asked: .discovery, .critical, "AADSTS90002"),
    row("a throttled code", refusal(50_196, status: 400), .unknown, "AADSTS50196"),
    row("any code under 429", refusal(7_000_215, status: 429), .unknown, "AADSTS7000215"),
    row("any code under 503", refusal(7_000_215, status: 503), .unknown, "AADSTS7000215"),
    row("a new code", refusal(99_999_999, error: "invalid_client"), .critical, "AADSTS99999999"),
    row(
      "no code at all", refusal(nil, error: "unauthorized_client"), .critical, "unauthorized_client"
    ),
    row(
      "a temporary OAuth error", refusal(nil, status: 400, error: "temporarily_unavailable"),
      .unknown, "service-fault"),
    row("403 without a body, cloud", response(.empty, 403), .unknown, "portal-in-between"),
    row("401 with a page, cloud", response(.notJSON, 401), .unknown, "portal-in-between"),
    row(
      "403 without a body, declared issuer", response(.empty, 403), cloud: false, .critical,
      "refused-without-reason"),
    row("429 with a page", response(.notJSON, 429), .unknown, "throttled"),
    row("502 with a page", response(.notJSON, 502), cloud: false, .unknown, "service-fault"),
    row("a token answer that is a page", response(.notJSON, 200), .unknown, "portal-in-between"),
    row(
      "a token answer that is a page, other host", response(.notJSON, 200), cloud: false, .unknown,
      "unexpected-response"),
    row(
      "a token answer without a token", response(.missingFields(["access_token"]), 200), .unknown,
      "unexpected-response"),
    row(
      "discovery, a page, cloud", response(.notJSON, 200), asked: .discovery, .unknown,
      "portal-in-between"),
    row(
      "discovery, a redirect, cloud", response(.redirect(toHost: "portal.example"), 302),
      asked: .discovery, .unknown, "portal-in-between"),
    row(
      "discovery, 407, cloud", response(.empty, 407), asked: .discovery, .unknown,
      "portal-in-between"),
    row(
      "discovery, a page, other host", response(.notJSON, 200), asked: .discovery, cloud: false,
      .critical, "not-an-openid-service"),
    row(
      "discovery, a redirect, other host", response(.redirect(toHost: nil), 302), asked: .discovery,
      cloud: false, .critical, "not-an-openid-service"),
    row("discovery, 404", response(.notJSON, 404), asked: .discovery, .critical, "not-found"),
    row(
      "discovery, broken JSON", response(.malformedJSON, 200), asked: .discovery, .critical,
      "document-malformed"),
    row(
      "discovery, packed, cloud", response(.encoded("gzip"), 200), asked: .discovery, .unknown,
      "unrequested-encoding"),
    row(
      "discovery, packed, other host", response(.encoded("br"), 200), asked: .discovery,
      cloud: false, .unknown, "unrequested-encoding"),
    row(
      "discovery, 404, packed", response(.encoded("gzip"), 404), asked: .discovery, .critical,
      "not-found"),
    row(
      "a token answer, packed", response(.encoded("gzip"), 200), .unknown, "unrequested-encoding"),
    row(
      "401, packed, declared issuer", response(.encoded("gzip"), 401), cloud: false, .critical,
      "refused-without-reason"),
    row(
      "discovery, fields missing", response(.missingFields(["issuer"]), 200), asked: .discovery,
      .critical, "document-incomplete"),
    row(
      "keys, broken JSON", response(.malformedJSON, 200), asked: .keys, .critical, "keys-malformed"),
    row(
      "discovery, 403 with other JSON, cloud", response(.missingFields(["error"]), 403),
      asked: .discovery, .unknown, "portal-in-between"),
    row(
      "discovery, a gateway's OAuth error, cloud",
      refusal(nil, status: 403, error: "access_denied"), asked: .discovery, .unknown,
      "portal-in-between"),
    row(
      "discovery, an OAuth error, other host",
      refusal(nil, status: 403, error: "access_denied"), asked: .discovery, cloud: false, .critical,
      "access_denied"),
    row(
      "an error that would read as a pass", refusal(nil, error: "ok"), cloud: false, .critical,
      "refused-without-reason"),
    row(
      "an error that is a sentence", refusal(nil, error: "No, never!"), cloud: false, .critical,
      "refused-without-reason"),
  ]

  @Test("a response", arguments: rows)
  func responses(row: Row) {
    let judgement = ErrorJudgement(row.error, asked: row.asked, isCloudHost: row.isCloudHost)
    #expect(judgement.verdict == row.verdict)
    #expect(judgement.code == row.code)
    #expect(judgement.cause?.isEmpty == false)
    #expect(judgement.fix?.isEmpty == false)
  }

  @Test(
    "no failure of the network is ever more than unknown", arguments: TransportError.Kind.allCases)
  func transportFailuresAreUnknown(kind: TransportError.Kind) {
    let error = TransportError(kind: kind, host: "login.example", detail: "no")
    for asked in [ErrorJudgement.Asked.discovery, .keys, .token] {
      for cloud in [true, false] {
        let judgement = ErrorJudgement(.transport(error), asked: asked, isCloudHost: cloud)
        #expect(judgement.verdict == .unknown)
        #expect(judgement.code == kind.rawValue)
        #expect(judgement.fix?.isEmpty == false)
        // What somebody has to mend first is not mended by asking again.
        let lasts: [TransportError.Kind] = [
          .tlsUntrusted, .tlsExpired, .tlsHostname, .tls, .tooLarge,
        ]
        #expect(judgement.retryable == !lasts.contains(kind))
      }
    }
  }

  @Test("a code that the catalogue lacks is said to be new")
  func newCodeIsNamed() {
    let judgement = ErrorJudgement(Self.refusal(99_999_999), asked: .token, isCloudHost: true)
    #expect(judgement.cause?.contains("new to this version's catalogue") == true)
  }

  @Test(
    "a host is a cloud's where a cloud or instance discovery says so, and not where it is declared",
    arguments: [
      ("https://login.microsoftonline.com/contoso.example", nil, true),
      ("https://login.sovereign.example/contoso.example", nil, true),
      ("https://login.sovereign.example/contoso.example", .entra, false),
      ("https://contoso.ciamlogin.com", nil, true),
      ("https://login.contoso.example/contoso.example/b2c_1_x", .b2c, false),
      ("https://fs.contoso.example/adfs", nil, false), ("https://idp.example/realm", .oidc, false),
    ] as [(String, AuthorityKind?, Bool)])
  func cloudHosts(_ url: String, _ kind: AuthorityKind?, _ isCloudHost: Bool) throws {
    let authority = try #require(Authority.read(url, kind: kind).authority)
    #expect(authority.isCloudHost == isCloudHost)
  }

  @Test("no refusal for good is ever less than critical")
  func everyCodeOfTheCatalogue() {
    for meaning in AADSTSCatalog.all {
      let judgement = ErrorJudgement(
        Self.refusal(meaning.code, status: 400), asked: .token, isCloudHost: true)
      let passes = meaning.category == .throttled || meaning.category == .serviceFault
      #expect(judgement.verdict == (passes ? .unknown : .critical), "AADSTS\(meaning.code)")
    }
  }
}
