import CredentialAudit

/// The suites of the tenants. Credentials are read in their priority, suites are written one after
/// the other: so tenants are taken in batches, each gathered in one reading, and what is held in
/// memory is a batch, or the one tenant that is larger than that, however large the run.
struct TenantSuites {
  /// With fewer cases a batch has not enough to pay for its reading.
  static let casesPerBatch = 20_000

  private(set) var counts: [String: CaseCounts] = [:]
  private let casesPerBatch: Int

  init(casesPerBatch: Int) {
    self.casesPerBatch = casesPerBatch
  }

  /// Counts a subject's cases, for a suite states them before them.
  mutating func count(_ findings: [Finding], of tenant: String) {
    for group in TestCase.groups(of: findings) {
      counts[tenant, default: CaseCounts()].count(TestCase.outcome(of: group.findings))
    }
  }

  /// Lends each tenant's cases as XML, by the tenants' names.
  func forEach(of run: any RunReader, _ body: (String, String) throws -> Void) throws {
    for batch in batches {
      var texts: [String: String] = [:]
      let tenants = TenantRange(first: batch[0], last: batch[batch.count - 1])
      try run.forEachAuthority(of: tenants) { authority in
        for testCase in authority.testCases { texts[authority.tenant, default: ""] += testCase.xml }
      }
      try run.forEachCredential(of: tenants) { credential in
        for testCase in credential.testCases {
          texts[credential.tenant, default: ""] += testCase.xml
        }
      }
      for tenant in batch { try body(tenant, texts[tenant] ?? "") }
    }
  }

  /// Never an empty one.
  private var batches: [[String]] {
    var batches: [[String]] = []
    var room = 0
    for (tenant, counts) in counts.sorted(by: { TenantRange.precedes($0.key, $1.key) }) {
      if counts.tests > room || batches.isEmpty {
        batches.append([])
        room = casesPerBatch
      }
      batches[batches.count - 1].append(tenant)
      room -= counts.tests
    }
    return batches
  }
}

extension AuthorityRecord {
  fileprivate var testCases: [TestCase] {
    TestCase.all(
      findings, className: "\(PrintableText.clean(tenant, maximum: 300))/authority",
      about: ["Authority: \(authority)"] + (owner.map { ["Owner: \($0)"] } ?? []))
  }
}

extension CredentialRecord {
  fileprivate var testCases: [TestCase] {
    let names = [tenant, application, credential].map { PrintableText.clean($0, maximum: 300) }
    return TestCase.all(
      findings, className: names.joined(separator: "/"),
      about: (owner.map { ["Owner: \($0)"] } ?? []) + (runbook.map { ["Runbook: \($0)"] } ?? []))
  }
}
