import CredentialAudit

/// `junit.xml`, for pipelines: a suite for the run and one for each tenant, a case for each check of
/// a subject. ``TestCase`` says which verdict is which outcome.
///
/// Written in the part of the format that Jenkins, GitLab, Azure DevOps and GitHub's actions have in
/// common: no nested suites, no properties on cases.
struct JUnitReport: Report {
  private let run: any RunReader
  private let stream: ByteStream
  private var tenants: TenantSuites

  init(
    run: any RunReader, stream: ByteStream, casesPerBatch: Int = TenantSuites.casesPerBatch
  ) {
    self.run = run
    self.stream = stream
    tenants = TenantSuites(casesPerBatch: casesPerBatch)
  }

  var looksAhead: Bool { true }
  // Suites stand one after the other, so their cases are read by tenant.
  var writesSubjects: Bool { false }

  mutating func look(at authority: AuthorityRecord) {
    tenants.count(authority.findings, of: authority.tenant)
  }

  mutating func look(at credential: CredentialRecord) {
    tenants.count(credential.findings, of: credential.tenant)
  }

  func begin() throws {
    let suite = RunSuite(
      run: run.run, summary: try run.summary(), notices: try run.notices())
    var ofRun = CaseCounts()
    for testCase in suite.cases { ofRun.count(testCase.outcome) }
    var total = ofRun
    for counts in tenants.counts.values { total.add(counts) }
    try stream.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    try stream.write(Self.opening("testsuites", "credaudit", total, startedAt) + "\n")
    try stream.write("  " + Self.opening("testsuite", "credaudit", ofRun, startedAt) + "\n")
    try write(properties: suite.properties)
    for testCase in suite.cases { try stream.write(testCase.xml) }
    try stream.write("    <system-out>\(TestCase.text(suite.lines))</system-out>\n")
    try stream.write("  </testsuite>\n")
  }

  func end() throws {
    try tenants.forEach(of: run) { tenant, cases in
      let counts = tenants.counts[tenant] ?? CaseCounts()
      let name = "tenant \(PrintableText.clean(tenant, maximum: 300))"
      try stream.write("  " + Self.opening("testsuite", name, counts, startedAt) + "\n")
      try write(properties: [("run_id", run.run.id)])
      try stream.write(cases + "  </testsuite>\n")
    }
    try stream.write("</testsuites>\n")
  }

  private var startedAt: String { run.run.startedAt.rfc3339 }

  private func write(properties: [(name: String, value: String)]) throws {
    try stream.write("    <properties>\n")
    for (name, value) in properties {
      try stream.write(
        "      " + XMLText.empty("property", ["name": name, "value": value]) + "\n")
    }
    try stream.write("    </properties>\n")
  }

  private static func opening(
    _ element: String, _ name: String, _ counts: CaseCounts, _ timestamp: String
  ) -> String {
    XMLText.tag(
      element,
      [
        "name": name, "tests": String(counts.tests), "failures": String(counts.failures),
        "errors": String(counts.errors), "skipped": String(counts.skipped),
        "timestamp": timestamp,
      ])
  }
}
