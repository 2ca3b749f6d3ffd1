import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// Findings that somebody answers for, on 18 November 2026.
@Suite struct SuppressionTests {
  private static func suppression(
    _ match: String, reason: String = "replaced, CHG-4411", until: String = "2026-12-15"
  ) -> String {
    """
      - match: { \(match) }
        reason: "\(reason)"
        owner: jo@contoso.example
        until: \(until)

    """
  }

  private static func inventory(
    _ credentials: String..., suppressed: String...
  ) -> String {
    Contoso.inventory(
      (credentials.isEmpty ? [ending] : credentials).joined(separator: " }\n          - { "))
      + "suppressions:\n" + suppressed.joined()
  }

  private static let ending = "name: primary, secret: { env: SECRET }, expires: 2026-11-20"
  private static let missing = "name: primary, secret: { env: NOWHERE }, expires: 2027-06-30"
  private static let expiry = "tenant: contoso, check: credential.expiry, application: billing"

  @Test("What is answered for is shown with reason and owner, is counted apart and fails nothing")
  func suppressed() async throws {
    var scenario = Scenario()
    scenario.inventory = Self.inventory(suppressed: Self.suppression(Self.expiry))
    try await scenario.perform { stage in
      let run = try await stage.audit("--fail-on", "warning")
      #expect(run.status == .clean)
      #expect(run.found(.credentialExpiry) == ["critical expires-soon"])
      let note = run.findings(.credentialExpiry).first?.suppressed
      #expect(
        note
          == SuppressionNote(
            reason: "replaced, CHG-4411", owner: "jo@contoso.example", until: "2026-12-15"))
      #expect(run.findings(.credentialAcquisition).allSatisfy { $0.suppressed == nil })
      #expect(run.report?.summary.credentials.suppressed == 1)
      #expect(run.report?.summary.credentials.critical == 0)
      #expect(run.output.contains("1 suppressed"))
      #expect(run.report?.notices.isEmpty == true)
      for file in ["report.html", "findings.csv"] {
        let text = try stage.text(of: "out/" + file)
        #expect(text.contains("replaced, CHG-4411") && text.contains("jo@contoso.example"))
      }
      let again = try await stage.run(["report"])
      #expect(again.findings(.credentialExpiry).first?.suppressed == note)
    }
  }

  @Test("A suppression of the end does not hide that the service refuses")
  func hidesNothingElse() async throws {
    var scenario = Scenario()
    scenario.environment["SECRET"] = Contoso.wrong
    scenario.inventory = Self.inventory(suppressed: Self.suppression(Self.expiry))
    let run = try await scenario.audit()
    #expect(run.status == .findings)
    #expect(run.findings(.credentialExpiry).allSatisfy { $0.suppressed != nil })
    #expect(run.found(.credentialAcquisition) == ["critical AADSTS7000215"])
    #expect(run.findings(.credentialAcquisition).allSatisfy { $0.suppressed == nil })
    #expect(run.report?.summary.credentials.critical == 1)
  }

  @Test(
    "What is unknown and answered for does not end with 3; what is unknown beside it does",
    arguments: [
      ("credential.source", ExitStatus.clean), ("credential.expiry", .unknown),
      ("authority.*url", .unknown),
    ])
  func unknown(_ check: String, _ status: ExitStatus) async throws {
    var scenario = Scenario()
    scenario.inventory = Self.inventory(
      Self.missing, suppressed: Self.suppression("tenant: \"*\", check: \"\(check)\""))
    let run = try await scenario.audit()
    #expect(run.found(.credentialSource) == ["unknown variable-not-set"])
    #expect(run.status == status)
  }

  @Test("An issuer that is another's is never silenced: such an inventory is refused")
  func issuer() async throws {
    var scenario = Scenario()
    scenario.inventory = Self.inventory(
      suppressed: Self.suppression("tenant: contoso, check: authority.*"))
    let run = try await scenario.audit()
    #expect(run.status == .usage)
    #expect(run.error.contains("authority.issuer") && run.connects.isEmpty)
  }

  @Test("What is out of date has no effect, and says so with what it would have silenced")
  func expired() async throws {
    var scenario = Scenario()
    scenario.inventory = Self.inventory(
      suppressed: Self.suppression(Self.expiry, until: "2026-11-17"))
    let run = try await scenario.audit()
    #expect(run.status == .findings)
    #expect(run.report?.notices.map(\.code) == ["suppression-expired"])
    let message = try #require(run.report?.notices.first?.message)
    #expect(message.contains("inventory.yaml:14: ") && message.contains("silenced 1 finding"))
    #expect(message.contains("jo@contoso.example: replaced, CHG-4411"))
    #expect(run.output.contains("notice"))
  }

  @Test("The last day holds until its end")
  func lastDay() async throws {
    var scenario = Scenario()
    scenario.inventory = Self.inventory(
      suppressed: Self.suppression(Self.expiry, until: "2026-11-18"))
    try await scenario.perform { stage in
      let run = try await stage.audit()
      #expect(run.status == .clean)
      #expect(run.report?.notices.map(\.code) == ["suppression-lapses"])
      #expect(run.report?.notices.first?.message.contains("today") == true)
      // It began at 11:06:40.
      stage.time.advance(by: .seconds(46_400))
      let next = try await stage.audit()
      #expect(next.status == .findings)
      #expect(next.report?.notices.map(\.code) == ["suppression-expired"])
    }
  }

  @Test(
    "One that matched nothing is told of in a run that looked, and in no other",
    arguments: [
      ([], ["suppression-unused"]), (["--tenant", "contoso"], ["suppression-unused"]),
      (["--offline"], []),
    ])
  func unused(_ arguments: [String], _ codes: [String]) async throws {
    var scenario = Scenario()
    scenario.inventory = Self.inventory(
      Contoso.usual, suppressed: Self.suppression(Self.expiry, until: "2027-03-01"))
    try await scenario.perform { stage in
      let run = try await stage.run(["audit"] + arguments)
      #expect(run.status == .clean)
      #expect(run.report?.notices.map(\.code) == codes)
    }
  }

  @Test("A run that was cut short calls no suppression unused")
  func cutShort() async throws {
    var scenario = Scenario()
    scenario.inventory = Self.inventory(
      Contoso.usual, suppressed: Self.suppression(Self.expiry, until: "2027-03-01"),
      Self.suppression("tenant: contoso, check: credential.token", until: "2026-11-17"))
    try await scenario.perform { stage in
      stage.interruption.receive(.terminated)
      let run = try await stage.audit()
      #expect(run.report?.run.complete == false)
      #expect(run.report?.notices.map(\.code) == ["suppression-expired"])
    }
  }

  @Test(
    "Each notice's code is explained",
    arguments: [
      "suppression-expired", "suppression-lapses", "suppression-unused", "production-tag-unused",
    ])
  func explained(_ code: String) async throws {
    try await Scenario().perform { stage in
      let run = try await stage.run(["explain", code])
      #expect(run.status == .clean)
      #expect(run.output.contains("cause") && run.output.contains("fix"))
    }
  }

  @Test("A tag of production that nothing has is told of, with what may have been meant")
  func productionTag() async throws {
    var scenario = Scenario()
    scenario.inventory =
      Contoso.inventory(tenant: "tags: [prod]") + "production_tags: [live-*, prd, prod]\n"
    let run = try await scenario.audit()
    #expect(run.status == .clean)
    #expect(run.report?.notices.map(\.code) == ["production-tag-unused", "production-tag-unused"])
    let messages = run.report?.notices.map(\.message) ?? []
    #expect(messages.first?.contains("inventory.yaml:13: ") == true)
    #expect(messages.last?.contains("\"prd\" of production_tags; did you mean \"prod\"?") == true)
  }
}
