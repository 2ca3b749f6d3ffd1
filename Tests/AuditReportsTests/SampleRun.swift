import CredentialAudit
import Foundation
import TestSupport

/// A run such as a night leaves behind: six tenants, thirty credentials, all verdicts and changes.
enum SampleRun {
  static let start = Date(timeIntervalSince1970: 1_795_316_400)  // 2026-11-22T03:00:00Z
  static let id = "5f0c9a52-5d0e-4c3b-9d2e-8f6f0f3f6f11"

  static func facts(
    complete: Bool = true, offline: Bool = false, scope: RunScope = RunScope()
  ) -> AuditRun {
    AuditRun(
      id: id, startedAt: start, finishedAt: start + 42, toolVersion: "0.1.0",
      inventoryPath: "config/inventory.yaml",
      inventorySHA256: String(repeating: "0a1b2c3d", count: 8), complete: complete,
      offline: offline, scope: scope,
      auditor: ["clock": "within 1 s of the services'", "proxy": "none"])
  }

  static var whole: MemoryRun {
    MemoryRun(
      run: facts(),
      notices: [
        RunNotice(
          code: "suppression-lapses",
          message: "config/inventory.yaml:64: the suppression of credential.expiry at contoso ends "
            + "with 2026-12-01, in 9 days; in this run it answers for 1 finding "
            + "(jo@contoso.example: replaced soon)", tenant: "contoso")
      ],
      authorities: authorities, credentials: credentials + healthy + HostileNames.credentials)
  }

  static let authorities: [AuthorityRecord] = [
    authority("contoso", "6babcaad-604b-40ac-a9d7-9fd97c0b779f", change: .unchanged),
    authority("fabrikam", "b1e7c0de-0b5a-4ad8-8f1f-0c8ac0a1d0c2", change: .unchanged),
    AuthorityRecord(
      tenant: "government", authority: "https://login.microsoftonline.us/agency.example",
      kind: "entra", cloud: "us_government", tenantID: nil, change: .recovered,
      findings: [Make.pass(.authorityIssuer), Make.pass(.authorityKeys)]),
    AuthorityRecord(
      tenant: "northwind", authority: "https://login.windows.net/northwind.example",
      kind: "entra", cloud: "public", tenantID: "0d9d8d1a-94b6-4a46-a3f1-3b2f1c9f5a77",
      change: .firstSeen,
      findings: [
        Finding(
          check: .authorityURL, verdict: .warning, code: "legacy-host",
          summary: "login.windows.net is a legacy host of the public cloud",
          cause: "The host still answers, but it names itself differently than tokens do.",
          fix: "Write https://login.microsoftonline.com/northwind.example instead.",
          evidence: ["host": "login.windows.net"]), Make.pass(.authorityDiscovery),
      ]),
    AuthorityRecord(
      tenant: "partner", authority: "https://idp.partner.example/realm", kind: "oidc", cloud: nil,
      tenantID: nil, owner: "partners@contoso.example", change: .worse,
      findings: [
        Finding(
          check: .authorityIssuer, verdict: .critical, code: "issuer-mismatch",
          summary: "The document's issuer is not this authority",
          cause: "Whoever answers at this address speaks for another issuer.",
          fix: "Ask the partner which issuer is theirs, and write that as authority.",
          evidence: [
            "expected": "https://idp.partner.example/realm",
            "issuer": "https://idp.partner.example/other",
          ]), Make.pass(.authorityURL),
      ]),
    AuthorityRecord(
      tenant: "tailspin", authority: "https://login.microsoftonline.com/tailspin.example",
      kind: "entra", cloud: "public", tenantID: nil, change: .worse,
      findings: [
        Finding(
          check: .authorityDiscovery, verdict: .unknown, code: "portal-page",
          summary: "A page came instead of the OpenID configuration",
          cause: "Something between here and the service answered, such as a proxy's sign-in page.",
          fix: "Let this machine reach login.microsoftonline.com, or set HTTPS_PROXY.",
          evidence: ["content_type": "text/html", "status": "200"], retryable: true)
      ]),
  ]

  /// Ten thousand credentials in a thousand tenants, the most that the page shows in full.
  static var large: MemoryRun {
    let template = credentials + healthy
    return MemoryRun(
      run: facts(),
      authorities: (0..<1_000).map { number in
        authority("tenant-\(number)", "00000000-0000-0000-0000-00000000\(1_000 + number)")
      },
      credentials: (0..<10_000).map { number in
        let model = number % 20 == 0 ? template[number / 20 % credentials.count] : template[12]
        return Make.credential(
          "tenant-\(number % 1_000)", "app-\(number)", "primary", kind: model.kind,
          days: number % 700, owner: "team-\(number % 50)@contoso.example",
          change: model.change, findings: model.findings)
      })
  }

  private static func authority(
    _ tenant: String, _ id: String, change: Change = .unchanged
  ) -> AuthorityRecord {
    AuthorityRecord(
      tenant: tenant, authority: "https://login.microsoftonline.com/\(id)", kind: "entra",
      cloud: "public", tenantID: id, change: change,
      findings: [
        .authorityURL, .authorityInstance, .authorityDiscovery, .authorityIssuer,
        .authorityEndpoints, .authorityKeys,
      ].map { Make.pass($0) })
  }

  /// What is in order, with ends over the next three years.
  static let healthy: [CredentialRecord] = (1...18).map { number in
    Make.credential(
      ["contoso", "fabrikam", "government"][number % 3], "service-\(number)", "primary",
      kind: ["secret", "certificate"][number % 2], days: 40 + number * number * 3,
      owner: ["platform@contoso.example", "jo@contoso.example", nil][number % 3],
      change: .unchanged,
      findings: [
        Make.pass(.credentialSource), Make.pass(.credentialExpiry),
        Make.pass(.credentialAcquisition), Make.pass(.credentialToken),
      ])
  }
}
