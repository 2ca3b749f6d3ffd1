import CredentialAudit
import Foundation

/// What one night finds: most as the night before, with the days left and the service's request id,
/// which are new each time; three in a hundred refused, one in a hundred renewed in the month.
struct Night {
  static let first = Date(timeIntervalSince1970: 1_704_067_200)
  let number: Int
  let credentials: Int

  var start: Date { Self.first + Double(number) * 86_400 }

  func run() -> AuditRun {
    let hex = String(number, radix: 16)
    let digits = String(repeating: "0", count: 8 - hex.count) + hex
    return AuditRun(
      id: "\(digits)-0000-4000-8000-000000000000", startedAt: start, toolVersion: "0.1.0",
      inventoryPath: "config/inventory.yaml", inventorySHA256: String(repeating: "0a", count: 32),
      offline: false, scope: RunScope())
  }

  var authorities: [AuthorityRecord] {
    (0..<(credentials / 10)).map { number in
      let id = "6babcaad-604b-40ac-a9d7-\(100_000_000_000 + number)"
      return AuthorityRecord(
        tenant: "tenant-\(number)", authority: "https://login.microsoftonline.com/\(id)",
        kind: "entra", cloud: "public", tenantID: id, owner: "identity@contoso.example",
        location: SourceLocation(file: "config/inventory.yaml", line: number * 60 + 9, column: 5),
        findings: [
          pass(.authorityURL, "the URL is well formed", ["kind": "entra"]),
          pass(.authorityDiscovery, "the OpenID configuration answers", ["url": "\(id)"]),
          pass(.authorityKeys, "the key set has 6 usable signing keys", ["usable": "6"]),
        ])
    }
  }

  var records: [CredentialRecord] { (0..<credentials).map(credential) }

  private func credential(_ number: Int) -> CredentialRecord {
    // Every credential is renewed once in three years, each on a day of its own.
    let generation = (self.number + number * 37 % 1_000) / 1_000
    let end = Self.first + Double((generation + 1) * 1_000 - number * 37 % 1_000 + 30) * 86_400
    let days = end.daysLeft(from: start)
    let isRefused = (number * 7 + self.number / 5) % 100 < 3
    let asked: Evidence = [
      "scope": "https://graph.microsoft.com/.default", "attempts": "1",
      "request_id": "f81d4fae-7dec-11d0-\(10_000 + self.number)-\(100_000_000_000 + number)",
    ]
    return CredentialRecord(
      tenant: "tenant-\(number / 10)", application: "application-\(number % 10)",
      credential: "primary", clientID: "8b1ea1ee-9a2c-4b0b-8a28-\(100_000_000_000 + number)",
      kind: "secret", source: "env SECRET_\(number)", owner: "team-\(number % 40)@contoso.example",
      runbook: "https://wiki.contoso.example/rotate/\(number)", tags: ["prod"],
      location: SourceLocation(file: "config/inventory.yaml", line: number * 6 + 14, column: 11),
      roles: ["User.Read.All"], expiresAt: end, expiresFrom: "inventory", daysLeft: days,
      findings: [
        pass(.credentialSource, "it was read and can be used", ["source": "env SECRET_\(number)"]),
        pass(
          .credentialExpiry, "it ends on \(end.utcDay), in \(days) days",
          ["expires_at": end.rfc3339, "days_left": "\(days)"]),
        isRefused
          ? Finding(
            check: .credentialAcquisition, verdict: .critical, code: "AADSTS7000222",
            class: "credential_expired", summary: "the service refused: the secret has expired",
            cause: "The secret has ended.", fix: "Make a new one.", evidence: asked)
          : pass(.credentialAcquisition, "the service gave a token", asked),
        pass(
          .credentialToken, "the token is the one that was asked for",
          ["audience": "https://graph.microsoft.com"]),
      ])
  }

  private func pass(_ check: CheckID, _ summary: String, _ evidence: Evidence) -> Finding {
    Finding(check: check, verdict: .pass, code: "ok", summary: summary, evidence: evidence)
  }
}
