import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// Token endpoints that answer with what is no token and no OAuth error.
@Suite struct TokenEndpointFaultTests {
  private static let again = "Run again"

  static let bodies: [FaultCase] = [
    FaultCase(
      "no body", .body([]), "unknown unexpected-response", says: "an empty body", fix: again,
      exit: .unknown),
    FaultCase(
      "an empty object", .body(Array("{}".utf8)), "unknown unexpected-response",
      says: "without access_token, token_type", fix: again, exit: .unknown),
    FaultCase(
      "an array", .body(Array("[]".utf8)), "unknown unexpected-response",
      says: "JSON that cannot be read", fix: again, exit: .unknown),
    FaultCase(
      "half a token", .body(Array(#"{"token_type":"Bearer","access_token":"eyJ0"#.utf8)),
      "unknown unexpected-response", says: "JSON that cannot be read", fix: again, exit: .unknown),
    FaultCase(
      "a hundred thousand brackets", .nestedJSON(depth: 100_000), "unknown unexpected-response",
      says: "JSON that cannot be read", fix: again, exit: .unknown),
    FaultCase(
      "a token that stands twice", withToken(#""access_token":"opaque-token-of-another""#),
      "unknown unexpected-response", says: "JSON that cannot be read", fix: again, exit: .unknown),
    FaultCase(
      "a token of another kind", .body(Array(#"{"token_type":"pop","access_token":"a.b.c"}"#.utf8)),
      "unknown unexpected-response", says: "without token_type", fix: again, exit: .unknown),
    FaultCase(
      "a token that ends never", withToken(#""expires_in":99999999999999999"#),
      "unknown unexpected-response", says: "without expires_in", fix: again, exit: .unknown),
    FaultCase(
      "a token that ended before", withToken(#""expires_in":-1"#), "unknown unexpected-response",
      says: "without expires_in", fix: again, exit: .unknown),
    FaultCase(
      "an end beyond all numbers", withToken(#""expires_in":1e999"#), "unknown unexpected-response",
      says: "JSON that cannot be read", fix: again, exit: .unknown),
    FaultCase(
      "a token that would end a header",
      .body(Array(#"{"token_type":"Bearer","access_token":"a\r\nCookie: b"}"#.utf8)),
      "unknown unexpected-response", says: "without access_token", fix: again, exit: .unknown),
    FaultCase(
      "text that is not UTF-8",
      .body(Array(#"{"token_type":"Bearer","access_token":""#.utf8) + [0xFF, 0x22, 0x7D]),
      "unknown unexpected-response", says: "JSON that cannot be read", fix: again, exit: .unknown),
  ]

  @Test(
    "What is neither token nor error is unknown, whosever host it is", arguments: bodies,
    [true, false])
  func body(_ fault: FaultCase, isCloud: Bool) async throws {
    let run = try await fault.play(at: .token, isCloud: isCloud)
    #expect(run.found(.credentialToken) == ["skipped depends-on-acquisition"])
  }

  /// What a cloud's own host never says, and what an issuer's own says of a credential.
  private static let statuses: [(description: String, behaviour: Misbehaviour, says: String)] = [
    ("a 400 with text", .status(400), "HTTP 400"), ("an empty 401", .empty(401), "HTTP 401"),
    ("a 401 with a page", .errorPage(401), "HTTP 401"), ("a 403", .status(403), "HTTP 403"),
  ]

  static let fromClouds =
    statuses.map {
      FaultCase(
        $0.description, $0.behaviour, "unknown portal-in-between", says: $0.says,
        fix: "captive portal", exit: .unknown)
    } + [
      FaultCase(
        "a 407", .errorPage(407), "unknown portal-in-between", says: "HTTP 407",
        fix: "captive portal", exit: .unknown),
      FaultCase(
        "a portal's page", .portalPage, "unknown portal-in-between", says: "text/html",
        fix: "captive portal", exit: .unknown),
      FaultCase(
        "a redirect to another host", .redirect("https://\(FaultCase.elsewhere)/token"),
        "unknown portal-in-between", says: "a redirect to \(FaultCase.elsewhere)",
        fix: "captive portal", exit: .unknown),
      FaultCase(
        "a redirect to http", .redirect("http://\(FaultCase.elsewhere)/token"),
        "unknown portal-in-between", says: "a redirect to \(FaultCase.elsewhere)",
        fix: "captive portal", exit: .unknown),
      FaultCase(
        "a 404", .errorPage(404), "unknown portal-in-between", says: "HTTP 404",
        fix: "captive portal", exit: .unknown),
    ]

  static let fromIssuers =
    statuses.map {
      FaultCase(
        $0.description, $0.behaviour, "critical refused-without-reason", says: $0.says,
        fix: "at the issuer", exit: .findings)
    } + [
      FaultCase(
        "a redirect to another host", .redirect("https://\(FaultCase.elsewhere)/token"),
        "unknown unexpected-response", says: "a redirect to \(FaultCase.elsewhere)", fix: again,
        exit: .unknown),
      FaultCase(
        "a page", .portalPage, "unknown unexpected-response", says: "text/html", fix: again,
        exit: .unknown),
    ]

  @Test("A refusal that no cloud gives says nothing of the credential", arguments: fromClouds)
  func cloud(_ fault: FaultCase) async throws { try await fault.play(at: .token) }

  @Test("From an issuer's own host it does", arguments: fromIssuers)
  func issuer(_ fault: FaultCase) async throws {
    try await fault.play(at: .token, isCloud: false)
  }

  /// A response with a token and this.
  private static func withToken(_ member: String) -> Misbehaviour {
    .body(Array(#"{"token_type":"Bearer","access_token":"opaque-token",\#(member)}"#.utf8))
  }
}
