import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// A secret that the service does not take, for each of the reasons.
@Suite struct RefusedSecretTests {
  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let found: String
    var status = ExitStatus.findings
    var tokenRequests = 1
    var application = Contoso.app()
    var scope = Contoso.graph
    var client = Contoso.client
    var resources: [SimulatedResource] = []

    init(
      _ testDescription: String, _ found: String, _ change: (inout Self) -> Void = { _ in }
    ) {
      self.testDescription = testDescription
      self.found = found
      change(&self)
    }

    /// Whatever the credential is like, the token endpoint says this.
    static func answer(
      _ text: String, _ behaviour: Misbehaviour, _ found: String, status: ExitStatus = .findings,
      requests: Int = 1
    ) -> Self {
      Self(text, found) {
        $0.application.script = [.always(.token, behaviour)]
        $0.status = status
        $0.tokenRequests = requests
      }
    }
  }

  static let cases = [
    // A new secret takes seconds to spread, so this one is asked again.
    Refused("a wrong secret", "critical AADSTS7000215") {
      $0.application = Contoso.app(Contoso.wrong)
      $0.tokenRequests = 2
    },
    Refused("an expired secret", "critical AADSTS7000222") {
      $0.application.secrets[0].end = Contoso.days(-1)
    },
    Refused("an application that is not there", "critical AADSTS700016") {
      $0.client = "11111111-2222-4333-8444-555555555555"
    },
    Refused("a disabled application", "critical AADSTS7000112") {
      $0.application.isEnabled = false
    },
    Refused("a Conditional Access policy", "critical AADSTS53003") {
      $0.application.isBlockedByPolicy = true
    },
    Refused("a missing assignment", "critical AADSTS501051") {
      $0.application.roles = [:]
      $0.scope = "api://ledger/.default"
      $0.resources = [SimulatedResource(["api://ledger"], requiresAssignment: true)]
    },
    Refused("a resource that is not there", "critical AADSTS500011") {
      $0.scope = "api://nowhere/.default"
    },
    .answer(
      "a clock that is off", .refusal(code: 700024, error: "invalid_client", status: 401),
      "critical AADSTS700024"),
    .answer(
      "a consent that is missing", .refusal(code: 65001, error: "invalid_grant", status: 400),
      "critical AADSTS65001"),
    .answer(
      "a code that the catalogue lacks",
      .refusal(code: 99_999_999, error: "invalid_client", status: 401), "critical AADSTS99999999"),
    .answer(
      "an OAuth error without a code", .oauthError("invalid_client", status: 401),
      "critical invalid_client"),
    .answer(
      "an OAuth error that nobody knows", .oauthError("because_we_can", status: 400),
      "critical because_we_can"),
    .answer(
      "a passing OAuth error", .oauthError("temporarily_unavailable", status: 400),
      "unknown service-fault", status: .unknown, requests: 2),
    .answer(
      "a code of the class service_fault",
      .refusal(code: 50033, error: "invalid_request", status: 400), "unknown AADSTS50033",
      status: .unknown, requests: 2),
    .answer(
      "an empty 401 from a cloud", .empty(401), "unknown portal-in-between", status: .unknown),
    .answer(
      "an empty 403 from a cloud", .empty(403), "unknown portal-in-between", status: .unknown),
    .answer(
      "a page with 403 from a cloud", .errorPage(403), "unknown portal-in-between",
      status: .unknown),
    .answer(
      "a portal instead of a token", .portalPage, "unknown portal-in-between", status: .unknown),
    .answer(
      "a redirect instead of a token", .redirect("https://portal.example/login"),
      "unknown portal-in-between", status: .unknown),
    .answer(
      "200 without a token", .token(.missing), "unknown unexpected-response", status: .unknown),
    .answer("200 with half a JSON", .notJSON, "unknown unexpected-response", status: .unknown),
  ]

  @Test("A secret is refused, and the finding says why", arguments: cases)
  func refused(_ refused: Refused) async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(refused.application) { $0.resources = refused.resources }
    scenario.inventory = Contoso.inventory(
      network: "retries: 1", client: refused.client, application: "scopes: [\(refused.scope)]")
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == [refused.found])
    #expect(run.status == refused.status)
    #expect(run.asked(.token) == refused.tokenRequests)
    #expect(!run.reached("portal.example"))
    // What was not obtained is not judged, and what the service says is no reason to doubt a date.
    #expect(run.found(.credentialToken) == ["skipped depends-on-acquisition"])
    #expect(run.found(.credentialExpiry) == ["pass ok"])
  }

  @Test("A wrong secret is asked again after a pause, for it may be new")
  func spreading() async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(
      Contoso.app(script: [
        .first(1, .token, .refusal(code: 7_000_215, error: "invalid_client", status: 401))
      ]))
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["pass ok"])
    #expect(run.slept.contains(.seconds(8)))
    #expect(run.asked(.token) == 2)
    #expect(run.status == .clean)
  }

  @Test(
    "A wrong secret is asked once where nothing is to be repeated, or no time is left to",
    arguments: ["retries: 0", "retries: 3, deadline: 5s"])
  func notSpreading(_ network: String) async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Contoso.wrong
    scenario.inventory = Contoso.inventory(network: network)
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["critical AADSTS7000215"])
    #expect(run.asked(.token) == 1)
    #expect(!run.slept.contains(.seconds(8)))
  }

  @Test("A refusal carries what support asks for")
  func evidence() async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Contoso.wrong
    let run = try await scenario.audit()
    let finding = try #require(run.findings(.credentialAcquisition).first)
    for name in ["correlation_id", "trace_id", "timestamp", "request_id", "description"] {
      #expect(finding.evidence[name]??.isEmpty == false, "\(name) is missing")
    }
    #expect(finding.evidence["attempts"] == "2")
    #expect(finding.class == "credential_invalid")
    #expect(run.output.contains("AADSTS7000215"))
    #expect(run.output.contains("contoso"))
  }

  @Test("A code that is new is told as new")
  func newCode() async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(
      Contoso.app(script: [
        .always(.token, .refusal(code: 99_999_999, error: "invalid_client", status: 401))
      ]))
    let run = try await scenario.audit()
    let cause = try #require(run.findings(.credentialAcquisition).first?.cause)
    #expect(cause.contains("AADSTS99999999 is new"))
  }

  @Test("Several resources are several acquisitions, each with its own finding")
  func severalResources() async throws {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory(
      application: "scopes: [\(Contoso.graph), api://nowhere/.default]")
    let run = try await scenario.audit()
    #expect(run.found(.credentialAcquisition) == ["critical AADSTS500011", "pass ok"])
    #expect(run.found(.credentialToken) == ["pass ok"])
    #expect(run.asked(.token) == 2)
    #expect(run.status == .findings)
  }
}
