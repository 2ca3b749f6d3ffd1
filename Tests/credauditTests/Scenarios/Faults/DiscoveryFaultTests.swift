import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// Discovery documents that are none, from a cloud's host and from an issuer's own.
@Suite struct DiscoveryFaultTests {
  private static let repair = "repair the OpenID configuration"
  private static let complete = "complete the OpenID configuration"

  static let documents: [FaultCase] = [
    FaultCase(
      "no body", .body([]), "critical document-malformed", says: "an empty body", fix: repair,
      exit: .findings),
    FaultCase(
      "an empty object", .body(Array("{}".utf8)), "critical document-incomplete",
      says: "without token_endpoint, jwks_uri", fix: complete, exit: .findings),
    FaultCase(
      "half an object", .body(Array(#"{"issuer":"https://login.microsoftonline.com/"#.utf8)),
      "critical document-malformed", says: "JSON that cannot be read", fix: repair,
      exit: .findings),
    FaultCase(
      "an array", .body(Array("[1]".utf8)), "critical document-malformed",
      says: "JSON that cannot be read", fix: repair, exit: .findings),
    FaultCase(
      "a hundred thousand brackets", .nestedJSON(depth: 100_000), "critical document-malformed",
      says: "JSON that cannot be read", fix: repair, exit: .findings),
    FaultCase(
      "a number beyond all numbers", .body(Array(#"{"issuer":1e999999999}"#.utf8)),
      "critical document-malformed", says: "JSON that cannot be read", fix: repair,
      exit: .findings),
    FaultCase(
      "a number of a thousand digits", .body(Array(#"{"issuer":\#(digits)}"#.utf8)),
      "critical document-malformed", says: "JSON that cannot be read", fix: repair,
      exit: .findings),
    FaultCase(
      "an issuer that is a number", .body(Array(#"{"issuer":7}"#.utf8)),
      "critical document-incomplete", says: "without token_endpoint, jwks_uri", fix: complete,
      exit: .findings),
    FaultCase(
      "an issuer that stands twice", .body(Array(text(issuers: [liar, issuer]).utf8)),
      "critical document-malformed", says: "JSON that cannot be read", fix: repair,
      exit: .findings),
    FaultCase(
      "text that is not UTF-8", .body(Array(#"{"issuer":""#.utf8) + [0xFF, 0xFE, 0x22, 0x7D]),
      "critical document-malformed", says: "JSON that cannot be read", fix: repair,
      exit: .findings),
    FaultCase(
      "UTF-16", .body(text(issuers: [issuer]).utf16.flatMap { [UInt8($0 & 0xFF), 0] }),
      "critical document-malformed", says: "JSON that cannot be read", fix: repair,
      exit: .findings),
    FaultCase(
      "a Content-Length that is too short",
      .wire(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n"
          + text(issuers: [issuer])),
      "critical document-malformed", says: "JSON that cannot be read", fix: repair,
      exit: .findings),
    FaultCase(
      "no such tenant, by a page", .errorPage(404), "critical not-found", says: "HTTP 404",
      fix: "authority's path", exit: .findings),
  ]

  @Test(
    "A document that is none is critical, whosever host it is", arguments: documents,
    [true, false])
  func document(_ fault: FaultCase, isCloud: Bool) async throws {
    try await fault.play(at: .discovery, isCloud: isCloud)
  }

  /// What a portal, a proxy or a gateway says, and what a cloud's own host never does.
  private static let between: [(description: String, behaviour: Misbehaviour, says: String)] = [
    ("a portal's page", .portalPage, "text/html"),
    ("XML", .contentType("application/xml"), "application/xml"),
    ("a document labelled as a page", .contentType("text/html"), "text/html"),
    ("text that is no JSON", .contentType("image/png"), "image/png"),
    ("a redirect to another host", .redirect("https://\(FaultCase.elsewhere)/"), "a redirect to"),
    ("a redirect to http", .redirect("http://\(FaultCase.elsewhere)/login"), "a redirect to"),
    ("a redirect to itself", .redirect("/"), "a redirect to nowhere named"),
    ("a 400", .status(400), "HTTP 400"), ("a 401", .status(401), "HTTP 401"),
    ("an empty 403", .empty(403), "HTTP 403"), ("a 407", .errorPage(407), "HTTP 407"),
    ("a teapot", .status(418), "HTTP 418"),
  ]

  static let fromClouds = between.map {
    FaultCase(
      $0.description, $0.behaviour, "unknown portal-in-between", says: $0.says,
      fix: "captive portal", exit: .unknown)
  }

  static let fromIssuers = between.map {
    FaultCase(
      $0.description, $0.behaviour, "critical not-an-openid-service", says: $0.says,
      fix: "host and path", exit: .findings)
  }

  @Test("What no cloud says is unknown, for something stands in between", arguments: fromClouds)
  func cloud(_ fault: FaultCase) async throws { try await fault.play(at: .discovery) }

  @Test("From an issuer's own host the same is critical", arguments: fromIssuers)
  func issuer(_ fault: FaultCase) async throws {
    try await fault.play(at: .discovery, isCloud: false)
  }

  private static let digits = String(repeating: "9", count: 1_000)
  private static let issuer = "\(Contoso.authority)/v2.0"
  private static let liar = "https://\(FaultCase.elsewhere)/\(Contoso.id)/v2.0"

  /// A document that would do, but for its issuers.
  private static func text(issuers: [String]) -> String {
    let members =
      issuers.map { #""issuer":"\#($0)""# } + [
        #""token_endpoint":"\#(Contoso.authority)/oauth2/v2.0/token""#,
        #""jwks_uri":"\#(Contoso.authority)/discovery/v2.0/keys""#,
      ]
    return "{\(members.joined(separator: ","))}"
  }
}
