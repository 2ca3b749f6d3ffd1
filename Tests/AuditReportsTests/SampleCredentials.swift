import CredentialAudit
import Foundation

/// Short ways to records.
enum Make {
  static func pass(_ check: CheckID) -> Finding {
    Finding(
      check: check, verdict: .pass, code: "ok", summary: "\(check.rawValue) is in order",
      evidence: ["seen": "as expected"])
  }

  static func finding(
    _ verdict: Verdict, _ check: CheckID = .credentialAcquisition, code: String = "some-code",
    summary: String = "Something was found", evidence: Evidence = [:],
    suppressed: SuppressionNote? = nil
  ) -> Finding {
    Finding(
      check: check, verdict: verdict, code: code, summary: summary, cause: "This is why.",
      fix: "This is what to do.", evidence: evidence, suppressed: suppressed)
  }

  static func credential(
    _ tenant: String = "contoso", _ application: String = "app", _ credential: String = "primary",
    kind: String = "secret", days: Int? = nil, owner: String? = nil, runbook: String? = nil,
    tags: [String] = [], change: Change = .firstSeen, findings: [Finding]
  ) -> CredentialRecord {
    CredentialRecord(
      tenant: tenant, application: application, credential: credential,
      clientID: "8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4", kind: kind,
      source: kind == "secret" ? "env APP_SECRET" : "file certs/app.pem", owner: owner,
      runbook: runbook, tags: tags, change: change,
      expiresAt: days.map { SampleRun.start + Double($0) * 86_400 + 3_600 },
      expiresFrom: days.map { _ in kind == "secret" ? "inventory" : "certificate" },
      daysLeft: days,
      thumbprintSHA1: kind == "certificate" ? String(repeating: "AB12", count: 10) : nil,
      thumbprintSHA256: kind == "certificate" ? String(repeating: "CD34", count: 16) : nil,
      findings: findings)
  }
}

extension SampleRun {
  /// What is not in order.
  static let credentials: [CredentialRecord] = [
    Make.credential(
      "contoso", "billing-sync", "primary", days: -3, owner: "billing@contoso.example",
      runbook: "https://wiki.contoso.example/rotate?app=billing&step=1", tags: ["prod", "finance"],
      change: .worse,
      findings: [
        Finding(
          check: .credentialAcquisition, verdict: .critical, code: "AADSTS7000222",
          class: "credential_expired", summary: "The service refused: the secret has ended",
          cause: "The client secret that was sent ended on 2026-11-19.",
          fix: "Create a new secret for billing-sync, store it in BILLING_SECRET, remove the old.",
          evidence: [
            "correlation_id": "0b3c5d1e-7b0a-4d0e-9a3c-1f2e3d4c5b6a",
            "timestamp": "2026-11-22 03:00:02Z", "scope": "https://graph.microsoft.com/.default",
          ]),
        Make.finding(
          .critical, .credentialExpiry, code: "expired", summary: "It ended 3 days ago"),
        Make.pass(.credentialSource),
      ]),
    Make.credential(
      "contoso", "billing-sync", "signing", kind: "certificate", days: 12,
      owner: "billing@contoso.example", runbook: "mailto:billing@contoso.example",
      change: .worse,
      findings: [
        Make.finding(
          .warning, .credentialExpiry, code: "expires-soon", summary: "It ends in 12 days"),
        Make.pass(.credentialAcquisition), Make.pass(.credentialToken),
      ]),
    Make.credential(
      "fabrikam", "hr-export", "primary", days: 5, owner: "hr@fabrikam.example",
      change: .unchanged,
      findings: [
        Make.finding(
          .critical, .credentialExpiry, code: "expires-soon", summary: "It ends in 5 days")
      ]),
    Make.credential(
      "tailspin", "reports", "primary", kind: "federated", change: .worse,
      findings: [
        Make.finding(
          .unknown, code: "authority-not-proven",
          summary: "No token was asked for: the authority could not be looked at"),
        Finding(
          check: .credentialToken, verdict: .skipped, code: "not-reached",
          summary: "There is no token to look at"),
      ]),
    Make.credential(
      "northwind", "crm", "rotated-last-week", days: 360, change: .rotated,
      findings: [Make.pass(.credentialExpiry), Make.pass(.credentialAcquisition)]),
    Make.credential(
      "northwind", "crm", "forever", change: .recovered,
      findings: [
        Make.finding(.warning, .credentialExpiry, code: "no-end-known", summary: "No end is known")
      ]),
    Make.credential(
      "fabrikam", "legacy", "primary", days: 20, change: .unchanged,
      findings: [
        Make.finding(
          .warning, .credentialExpiry, code: "expires-soon", summary: "It ends in 20 days",
          suppressed: SuppressionNote(
            reason: "replaced on 12 December, CHG-4411", owner: "jo@contoso.example",
            until: "2026-12-15"))
      ]),
    Make.credential(
      "government", "vm", "identity", kind: "managed_identity", change: .firstSeen,
      findings: [
        Finding(
          check: .credentialExpiry, verdict: .skipped, code: "no-end",
          summary: "A managed identity has no end")
      ]),
  ]
}

/// Names that somebody would like to see run, reach a shell or turn a line around.
enum HostileNames {
  static let names = [
    "<script>alert(1)</script>",
    "\"onmouseover=alert(1) x=\"",
    "quote\"\u{301} onfocus=alert(2) autofocus \u{600}\" onblur=alert(3)",
    "'><img src=x onerror=alert(4)>",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+1;=cmd|' /C calc'!A0",
    "\t@SUM(1)\r\n-2",
    "\u{1B}[2J\u{1B}]0;title\u{07}\u{9B}31m",
    "user\u{202E}gnp.exe\u{2066}\u{200F}",
    "</style></title></script><!--{{tenant}}{{{tenant}}}",
    "nul\u{0}\u{FFFF}\u{2028}\u{2029}\u{E0041}\u{200B}end",
    String(repeating: "long-", count: 400) + "𝔑𝔞𝔪𝔢",
  ]

  static let credentials: [CredentialRecord] = names.enumerated().map { place, name in
    Make.credential(
      "fabrikam", name, place.isMultiple(of: 2) ? name : "primary", days: 100 + place,
      owner: name, runbook: place.isMultiple(of: 2) ? "javascript:alert(5)//\(name)" : name,
      tags: [name], change: .unchanged,
      findings: [
        Make.finding(
          place.isMultiple(of: 3) ? .unknown : .pass, code: name, summary: name,
          evidence: Evidence([Evidence.Item(name: name, value: name)]))
      ])
  }
}
