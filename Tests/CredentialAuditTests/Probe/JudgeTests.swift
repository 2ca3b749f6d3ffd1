import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("What becomes of an observation")
struct JudgeTests {
  private static let now = Date(timeIntervalSince1970: 1_795_305_600)

  /// The record of a credential that ends in three days, whose variable is set or not.
  private func record(
    tags: String, production: String, suppressions: String = "[]", environment: [String: String]
  ) async throws -> CredentialRecord {
    let text = """
      version: 1
      production_tags: \(production)
      tenants:
        - name: contoso
          authority: https://login.microsoftonline.com/contoso.example
          tags: \(tags)
          applications:
            - name: billing
              client_id: 8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4
              credentials: [{ name: primary, secret: { env: SECRET }, expires: 2026-11-25 }]
      suppressions: \(suppressions)
      """
    let inventory = try InventoryLoader(now: Self.now).load(
      bytes: Array(text.utf8), path: "inventory.yaml")
    let plan = AuditPlan(inventory)
    let survey = await SourceSurvey(
      plan,
      reader: SecretReader(environment: environment, commands: .never(reason: "test")),
      platform: .test)
    let judge = Judge(
      survey: survey, suppressions: SuppressionBook(inventory, at: Self.now),
      production: inventory.productionTags)
    let planned = try #require(plan.credentials.first)
    return judge.judge(
      CredentialObservation(
        planned: planned, source: .read(SourceFacts()), sharedWith: .none,
        authority: .offline(nil), acquisitions: [], now: Self.now))
  }

  @Test(
    "a credential is production's where one of its tags is named or fits a pattern",
    arguments: [
      ("[prod]", "[prod]", true), ("[finance, live-eu]", "[prod, live-*]", true),
      ("[Prod]", "[prod]", false), ("[finance]", "[prod]", false), ("[prod]", "[]", false),
      ("[]", "[prod]", false),
    ])
  func production(_ tags: String, _ production: String, _ isProduction: Bool) async throws {
    let record = try await record(tags: tags, production: production, environment: [:])
    #expect(record.isProduction == isProduction)
  }

  @Test(
    "findings say who answers for them, and a secret in their words is gone before that",
    arguments: [("in 3 days", false), ("in 300 days", true)])
  func suppressed(_ secret: String, _ isShown: Bool) async throws {
    let record = try await record(
      tags: "[]", production: "[]",
      suppressions:
        "[{ match: { tenant: contoso, check: credential.expiry }, reason: known, owner: jo, until: 2026-12-01 }]",
      environment: ["SECRET": secret])
    let ending = try #require(record.findings.first { $0.check == .credentialExpiry })
    #expect(ending.verdict == .critical && record.verdict == .critical)
    #expect(ending.suppressed == SuppressionNote(reason: "known", owner: "jo", until: "2026-12-01"))
    #expect(ending.summary.contains("in 3 days") == isShown)
    #expect(record.findings.allSatisfy { $0.check == .credentialExpiry || $0.suppressed == nil })
  }
}
