import CredentialAudit
import GRDB
import Testing

@testable import AuditStore

@Suite("Records of some tenants of a stored run") struct TenantReadingTests {
  private static let tenants = ["adatum", "contoso", "fabrikam", "Zeta", "élan"]

  private static func authority(_ tenant: String) -> AuthorityRecord {
    AuthorityRecord(
      tenant: tenant, authority: "https://login.microsoftonline.com/\(tenant)", kind: "entra",
      cloud: "public", tenantID: nil,
      findings: [Finding(check: .authorityURL, verdict: .pass, code: "ok", summary: "well formed")])
  }

  private static func credential(_ tenant: String, _ verdict: Verdict) -> CredentialRecord {
    CredentialRecord(
      tenant: tenant, application: "app", credential: verdict.rawValue, clientID: "client",
      kind: "secret", source: "env S",
      findings: [
        Finding(
          check: .credentialAcquisition, verdict: verdict, code: "seen", summary: "looked",
          evidence: ["scope": "say \"\(tenant)\""])
      ])
  }

  private static func run(in scratch: Scratch) throws -> StoredRun {
    try scratch.record(
      "1", authorities: tenants.map(authority),
      credentials: tenants.flatMap { [credential($0, .pass), credential($0, .critical)] })
  }

  @Test(
    "are those in between, both ends included, in the order of the whole",
    arguments: [
      ("adatum", "contoso"), ("b", "zz"), ("Zeta", "Zeta"), ("x", "y"), ("", "\u{10FFFF}"),
    ])
  func ranges(first: String, last: String) throws {
    let scratch = try Scratch()
    let run = try Self.run(in: scratch)
    let range = TenantRange(first: first, last: last)
    var (whole, part): ([CredentialRecord], [CredentialRecord]) = ([], [])
    try run.forEachCredential { if range.contains($0.tenant) { whole.append($0) } }
    try run.forEachCredential(of: range) { part.append($0) }
    #expect(part == whole)
    var (all, some): ([AuthorityRecord], [AuthorityRecord]) = ([], [])
    try run.forEachAuthority { if range.contains($0.tenant) { all.append($0) } }
    try run.forEachAuthority(of: range) { some.append($0) }
    #expect(some == all)
  }

  @Test("are found by their tenants and not by reading the run")
  func plan() throws {
    let scratch = try Scratch()
    _ = try Self.run(in: scratch)
    for source in [RecordSource.authoritiesOfTenants, RecordSource.credentialsOfTenants] {
      let sql = "EXPLAIN QUERY PLAN SELECT 1 \(source)".replacing(/\?[0-9]/, with: "1")
      let plan: [String] = try scratch.query(sql).map { $0["detail"] }
      #expect(plan.first?.hasPrefix("SEARCH s USING") == true, "\(plan)")
      #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }
  }
}
