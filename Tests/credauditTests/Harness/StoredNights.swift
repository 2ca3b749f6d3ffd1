import AuditStore
import CredentialAudit
import Foundation

/// Runs that are put into a stage's database by hand, where a test needs ids or an end of its choice.
struct StoredNights {
  let database: String

  /// One night of one credential, `contoso/billing/primary`.
  @discardableResult
  func record(
    _ id: String, day: Double, _ verdict: Verdict? = .pass, offline: Bool = false,
    complete: Bool = true, hasEnd: Bool = true, scope: RunScope = RunScope(),
    inventory: String = "inventory.yaml", others: [CredentialRecord] = []
  ) throws -> AuditRun {
    let run = AuditRun(
      id: id, startedAt: Contoso.days(day), toolVersion: "1", inventoryPath: inventory,
      inventorySHA256: String(repeating: "0", count: 64), offline: offline, scope: scope)
    let lock = try RunLock(database: database)
    let recorder = try AuditStore(path: database).begin(run, holding: lock)
    let primary = verdict.map { [Self.credential("primary", $0)] } ?? []
    try recorder.record(credentials: primary + others)
    if hasEnd { try recorder.finish(at: Contoso.days(day), complete: complete) }
    return run
  }

  static func credential(
    _ name: String, _ verdict: Verdict = .pass, ends: Double? = nil, owner: String? = nil
  ) -> CredentialRecord {
    CredentialRecord(
      tenant: "contoso", application: "billing", credential: name, clientID: Contoso.client,
      kind: "secret", source: "env S", owner: owner, expiresAt: ends.map(Contoso.days),
      expiresFrom: ends.map { _ in "inventory" },
      findings: [
        Finding(
          check: .credentialAcquisition, verdict: verdict,
          code: verdict == .pass ? "ok" : "timeout", summary: "looked", cause: "because",
          fix: "look again")
      ])
  }
}
