import CredentialAudit
import Foundation
import TestSupport

/// A run with everything that a page can show, of any size. Nothing is drawn by lot: the same size
/// is the same run.
struct SyntheticRun {
  private static let start = Date(timeIntervalSince1970: 1_795_316_400)  // 2026-11-22T03:00:00Z
  private static let day: TimeInterval = 86_400
  /// Names that somebody would like to see run.
  private static let hostile = [
    "<img src=x onerror=document.title='run'>", "\"><script>document.title='run'</script>",
    "a&amp;b=c#d e", "عربي/עברית",
  ]
  private let count: Int

  init(credentials count: Int) {
    self.count = count
  }

  var run: MemoryRun {
    var run = MemoryRun(
      run: facts(started: Self.start, complete: true), notices: notices,
      authorities: (0..<tenants).map(authority), credentials: (0..<count).map(credential))
    run.before = facts(started: Self.start - Self.day, complete: true)
    run.completeEnd = Self.start + 42
    run.totals = (0..<30).map(totals)
    return run
  }

  private var tenants: Int { max(Self.hostile.count + 8, count / 25) }

  private func facts(started: Date, complete: Bool) -> AuditRun {
    AuditRun(
      id: "5f0c9a52-5d0e-4c3b-9d2e-\(String(format: "%012x", Int(started.timeIntervalSince1970)))",
      startedAt: started, finishedAt: started + 42, toolVersion: "0.1.0",
      inventoryPath: "/etc/credaudit/inventory.yaml",
      inventorySHA256: String(repeating: "0a1b2c3d", count: 8), complete: complete, offline: false,
      scope: RunScope(),
      auditor: [
        "clock": "0.2 s behind the services'", "proxy": "none", "tls_roots": "system, 142",
        "store": "/var/lib/credaudit/credaudit.sqlite", "free_space": "12 GiB",
      ])
  }

  private var notices: [RunNotice] {
    [
      RunNotice(
        code: "suppression-lapses-soon",
        message: "the suppression of tenant-3's credential.expiry ends on 2026-12-01"),
      RunNotice(
        code: "looks-renamed",
        message: "tenant-5/app-5/old is gone and tenant-5/app-5/primary has its certificate"),
    ]
  }

  private func totals(_ place: Int) -> RunTotals {
    var summary = RunSummary()
    summary.credentials.critical = count / 50 + (place * 7) % 5
    summary.credentials.unknown = place == 12 ? count / 10 : (place * 3) % 4
    summary.credentials.warning = count / 25 + place / 4
    summary.credentials.pass =
      count - summary.credentials.critical - summary.credentials.unknown
      - summary.credentials.warning
    summary.credentials.total = count
    return RunTotals(
      id: "run-\(place)", startedAt: Self.start - Double(29 - place) * Self.day, summary: summary)
  }

  private func tenant(_ number: Int) -> String {
    let place = number % tenants
    return Self.hostile.indices.contains(place) ? Self.hostile[place] : "tenant-\(place)"
  }

  private func authority(_ number: Int) -> AuthorityRecord {
    let url =
      "https://login.microsoftonline.com/00000000-0000-4000-8000-\(String(format: "%012d", number))"
    var findings = [
      CheckID.authorityURL, .authorityInstance, .authorityDiscovery, .authorityIssuer,
      .authorityEndpoints, .authorityTenant, .authorityCloud, .authorityKeys,
    ].map { SyntheticFindings.pass($0, ["url": url]) }
    if number % 10 == 9 { findings[0] = SyntheticFindings.legacyHost }
    return AuthorityRecord(
      tenant: tenant(number), authority: url, kind: "entra", cloud: "public",
      tenantID: "00000000-0000-4000-8000-000000000000", owner: owner(number),
      change: number % 10 == 9 ? .worse : .unchanged,
      location: SourceLocation(file: "tenants.yaml", line: number * 20 + 3, column: 5),
      findings: findings)
  }

  private func owner(_ number: Int) -> String? {
    number % 11 == 3 ? nil : "team-\(number % 40)@contoso.example"
  }

  private func credential(_ number: Int) -> CredentialRecord {
    let findings = SyntheticFindings.of(number, started: Self.start)
    let verdict = Verdict.worst(of: findings.map(\.verdict))
    let kind = ["secret", "certificate", "secret", "federated", "managed_identity"][number % 5]
    let hasEnd = number % 5 < 3
    let days = (number * 37) % 900 - 4
    let since = Self.start - Double(number % 9) * Self.day
    return CredentialRecord(
      tenant: tenant(number), application: "app-\(number / 2)",
      credential: number.isMultiple(of: 2) ? "primary" : "next",
      clientID: "8b1ea1ee-9a2c-4b0b-8a28-\(String(format: "%012d", number))", kind: kind,
      source: kind == "secret" ? "env APP_\(number)_SECRET" : "file certs/app-\(number).pem",
      owner: owner(number),
      runbook: number.isMultiple(of: 3) ? "https://wiki.contoso.example/rotate?app=\(number)" : nil,
      tags: [["prod"], ["prod", "finance"], [], ["test"]][number % 4],
      change: Self.change(number, verdict),
      course: SubjectCourse(
        since: since, failingSince: verdict == .pass ? nil : since - Self.day,
        lastPassedAt: number.isMultiple(of: 3) ? since - 2 * Self.day : nil,
        streak: number % 9 + 1, isFlapping: number % 40 == 7),
      location: SourceLocation(file: "inventory.yaml", line: number * 9 + 12, column: 11),
      roles: number % 5 == 0 ? ["User.Read.All", "Mail.Send"] : nil,
      isProduction: number % 4 < 2,
      expiresAt: hasEnd ? Self.start + Double(days) * Self.day + 3_600 : nil,
      expiresFrom: hasEnd ? "inventory" : nil, daysLeft: hasEnd ? days : nil,
      thumbprintSHA1: nil,
      thumbprintSHA256: kind == "certificate" ? String(repeating: "CD34", count: 16) : nil,
      findings: findings)
  }

  private static func change(_ number: Int, _ verdict: Verdict) -> Change {
    switch number % 60 {
    case 7: verdict.severity > Verdict.pass.severity ? .worse : .recovered
    case 11, 12: .firstSeen
    case 23: .rotated
    case 31: verdict == .pass ? .recovered : .better
    case 59: .gone
    default: .unchanged
    }
  }
}
