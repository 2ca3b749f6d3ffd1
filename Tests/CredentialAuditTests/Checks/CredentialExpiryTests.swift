import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("When a credential ends")
struct CredentialExpiryTests {
  private static let now = Date(timeIntervalSince1970: 1_795_000_000)

  private func findings(
    endsIn seconds: TimeInterval?, thresholds: ExpiryThresholds = ExpiryThresholds(),
    kind: CredentialSource = .secret(.env("S")), hasToken: Bool = false
  ) -> [Finding] {
    let location = SourceLocation(file: "inventory.yaml", line: 1, column: 1)
    let credential = InventoryCredential(
      name: "primary", kind: kind, expires: seconds.map { Self.now + $0 }, thresholds: thresholds,
      scopes: nil, expectation: TokenExpectations(), owner: nil, runbook: nil, tags: [],
      location: location)
    let application = InventoryApplication(
      name: "app", clientID: ClientID("app"), credentials: [credential], location: location)
    let tenant = InventoryTenant(
      name: "t", authority: "https://login.microsoftonline.com/t.example", kind: nil,
      tenantID: nil, tags: [], owner: nil, directory: nil, trustedHosts: [],
      clientAuthentication: .post, applications: [application], location: location)
    let token = ObservedToken(
      verification: .opaque, expiresIn: .seconds(3600), receivedAt: Self.now,
      hadKeys: true)
    let acquisition = AcquisitionObservation(
      scopes: [], outcome: .token(token), attempts: 1, correlationID: "c")
    return CredentialCheck.expiry.evaluate(
      CredentialObservation(
        planned: PlannedCredential(
          tenant: tenant, application: application, credential: credential),
        source: .read(SourceFacts()), sharedWith: .none, authority: .offline(nil),
        acquisitions: hasToken ? [acquisition] : [], now: Self.now))
  }

  static let day: TimeInterval = 86400
  static let table: [(TimeInterval, Verdict, String)] = [
    (-1, .critical, "expired"), (0, .critical, "expired"), (1, .critical, "expires-soon"),
    (7 * day, .critical, "expires-soon"), (7 * day + 1, .warning, "expires-soon"),
    (30 * day, .warning, "expires-soon"), (30 * day + 1, .pass, "ok"),
    (730 * day, .pass, "ok"), (730 * day + 1, .warning, "too-long-lived"),
  ]

  @Test("is judged to the second", arguments: table)
  func edges(row: (TimeInterval, Verdict, String)) {
    let findings = findings(endsIn: row.0)
    #expect(findings.map(\.verdict) == [row.1])
    #expect(findings.map(\.code) == [row.2])
  }

  @Test("is a warning where nobody knows it")
  func noEnd() {
    #expect(findings(endsIn: nil).map(\.code) == ["no-end-known"])
  }

  @Test("is stale where only the inventory says so and the service still gives a token")
  func staleDate() {
    #expect(findings(endsIn: -9 * Self.day, hasToken: true).map(\.code) == ["inventory-date-stale"])
    #expect(findings(endsIn: -9 * Self.day, hasToken: true).map(\.verdict) == [.warning])
  }

  @Test(
    "does not arise for what has no end",
    arguments: [
      CredentialSource.federated(.reference(.env("A"))), .managedIdentity(.system),
    ])
  func kindsWithoutEnd(kind: CredentialSource) {
    #expect(findings(endsIn: nil, kind: kind).map(\.verdict) == [.skipped])
  }

  @Test(
    "counts days down to the floor",
    arguments: [
      (0.5, 0), (1.0, 1), (1.9, 1), (-0.1, -1), (-1.0, -1), (-1.1, -2),
    ])
  func daysLeft(row: (Double, Int)) throws {
    let end = try #require(
      CredentialEnd(inventory: Self.now + row.0 * Self.day, certificate: nil))
    #expect(end.daysLeft(from: Self.now) == row.1)
  }

  @Test("is the earlier of inventory and certificate, and says whose it is")
  func earlierWins() {
    let early = Self.now + 1
    let late = Self.now + 2
    #expect(CredentialEnd(inventory: early, certificate: late)?.source == .inventory)
    #expect(CredentialEnd(inventory: late, certificate: early)?.source == .certificate)
    #expect(CredentialEnd(inventory: late, certificate: early)?.date == early)
    #expect(CredentialEnd(inventory: nil, certificate: late)?.date == late)
    #expect(CredentialEnd(inventory: nil, certificate: nil) == nil)
  }
}
