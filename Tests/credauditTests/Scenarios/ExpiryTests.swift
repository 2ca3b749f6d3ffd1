import CredentialAudit
import EntraSimulator
import Testing

@testable import credaudit

/// Ends, on a day that is always 18 November 2026.
@Suite struct ExpiryTests {
  struct End: Sendable, CustomTestStringConvertible {
    let expires: String
    let found: [String]
    var days: Int?
    var isTaken = true
    var application = ""

    var testDescription: String { expires + (isTaken ? "" : ", refused") + " " + application }
  }

  static let ends = [
    End(expires: "2027-06-30", found: ["pass ok"], days: 224),
    End(expires: "2026-12-10", found: ["warning expires-soon"], days: 22),
    End(expires: "2026-11-20", found: ["critical expires-soon"], days: 2),
    End(expires: "2026-11-18", found: ["critical expires-soon"], days: 0),
    End(expires: "2026-11-18T11:06:00Z", found: ["warning inventory-date-stale"], days: -1),
    End(expires: "2026-11-18T13:06:00+01:00", found: ["critical expires-soon"], days: 0),
    End(expires: "2026-11-01", found: ["warning inventory-date-stale"], days: -17),
    End(expires: "2026-11-01", found: ["critical expired"], days: -17, isTaken: false),
    End(expires: "2033-01-01", found: ["warning too-long-lived"], days: 2236),
    End(expires: "", found: ["warning no-end-known"]),
    End(
      expires: "2027-06-30", found: ["warning expires-soon"], days: 224,
      application: "expiry: { warning: 300d }"),
    End(
      expires: "2026-11-20", found: ["warning expires-soon"], days: 2,
      application: "expiry: { warning: 30d, critical: 1d }"),
  ]

  @Test("A secret ends when the inventory says", arguments: ends)
  func secret(_ end: End) async throws {
    var scenario = Scenario()
    if !end.isTaken { scenario.environment["SECRET"] = Contoso.wrong }
    let expires = end.expires.isEmpty ? "" : ", expires: \"\(end.expires)\""
    scenario.inventory = Contoso.inventory(
      application: end.application, "name: primary, secret: { env: SECRET }" + expires)
    let run = try await scenario.audit()
    #expect(run.found(.credentialExpiry) == end.found)
    #expect(run.report?.credentials.first?.daysLeft == end.days)
    let isCritical = end.found.contains { $0.hasPrefix("critical") }
    #expect(run.status == (isCritical ? .findings : .clean))
  }

  struct Certified: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let from: Double
    let to: Double
    let expires: String
    let found: [String]
    let source: String
  }

  static let certified = [
    Certified(
      testDescription: "the certificate ends first", from: -30, to: 5, expires: "2027-06-30",
      found: ["critical expires-soon"], source: "certificate"),
    Certified(
      testDescription: "the inventory ends first", from: -30, to: 300, expires: "2026-12-01",
      found: ["warning expires-soon"], source: "inventory"),
    Certified(
      testDescription: "only the inventory has ended", from: -30, to: 300, expires: "2026-11-01",
      found: ["warning inventory-date-stale"], source: "certificate"),
    Certified(
      testDescription: "a wrong date of the inventory hides no near end", from: -30, to: 2,
      expires: "2026-11-01", found: ["critical expires-soon", "warning inventory-date-stale"],
      source: "certificate"),
    Certified(
      testDescription: "the certificate has ended", from: -90, to: -1, expires: "",
      found: ["critical expired"], source: "certificate"),
    Certified(
      testDescription: "the certificate has not begun", from: 2, to: 300, expires: "",
      found: ["critical not-yet-valid"], source: "certificate"),
    Certified(
      testDescription: "the certificate is for ten years", from: -30, to: 3650, expires: "",
      found: ["warning too-long-lived"], source: "certificate"),
    Certified(
      testDescription: "all is well", from: -30, to: 300, expires: "", found: ["pass ok"],
      source: "certificate"),
  ]

  @Test("Of inventory and certificate the earlier end holds", arguments: certified)
  func certificate(_ certified: Certified) async throws {
    let certificate = try Contoso.certificate(from: certified.from, to: certified.to)
    var scenario = Scenario()
    scenario.environment = [:]
    scenario.files = ["billing.pem": .secret(certificate.pem + certificate.keyPEM)]
    scenario.world = Contoso.world(
      .certificate("billing", clientID: Contoso.client, certificate))
    let expires = certified.expires.isEmpty ? "" : ", expires: \(certified.expires)"
    scenario.inventory = Contoso.inventory(
      "name: primary, certificate: { file: billing.pem }" + expires)
    let run = try await scenario.audit()
    #expect(run.found(.credentialExpiry) == certified.found)
    #expect(run.report?.credentials.first?.expiresFrom == certified.source)
    let isCritical = certified.found.contains { $0.hasPrefix("critical") }
    #expect(run.status == (isCritical ? .findings : .clean))
  }
}
