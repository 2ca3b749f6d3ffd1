import CredentialAudit

/// `report.sarif`, for code scanning: SARIF 2.1.0 (OASIS, with errata 01) with one run. Results are
/// what is not in order; what passes is only counted, and what left the inventory has none, which
/// readers that compare runs take for closed.
struct SARIFReport: Report {
  private let run: any RunReader
  private let json: JSONWriter
  private let statements: [RunStatement]
  private var digest: SARIFDigest
  /// Each rule's place among those that were written, by its id.
  private var places: [String: Int] = [:]
  private var written = 0

  init(run: any RunReader, stream: ByteStream, limit: Int = SARIFDigest.resultLimit) throws {
    self.run = run
    json = JSONWriter(stream)
    statements = RunStatement.all(of: run.run, summary: try run.summary())
    digest = SARIFDigest(statements, limit: limit)
  }

  var looksAhead: Bool { true }
  var writesSubjects: Bool { digest.results > 0 }

  mutating func look(at authority: AuthorityRecord) { digest.gather(authority.findings) }
  mutating func look(at credential: CredentialRecord) { digest.gather(credential.findings) }

  mutating func begin() throws {
    let rules = digest.rules
    places = Dictionary(
      uniqueKeysWithValues: rules.enumerated().map { ($0.element.id, $0.offset) })
    try json.beginObject()
    try json.text(
      "$schema",
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        + "sarif-schema-2.1.0.json")
    try json.text("version", "2.1.0")
    try json.beginArray("runs")
    try json.beginObject()
    try writeTool(rules)
    try SARIFInvocation(
      run: run.run, statements: statements, notices: try run.notices(), omitted: digest.omitted
    ).write(to: json)
    try writeIdentity()
    try json.beginArray("results")
    try writeRunResults()
  }

  mutating func write(_ authority: AuthorityRecord) throws { try write(SARIFSubject(authority)) }
  mutating func write(_ credential: CredentialRecord) throws { try write(SARIFSubject(credential)) }

  func end() throws {
    try json.endArray()
    try json.endObject()
    try json.endArray()
    try json.endObject()
    try json.finish()
  }

  private func writeTool(_ rules: [SARIFRule]) throws {
    try json.object("tool") {
      try json.object("driver") {
        try json.text("name", "credaudit")
        try json.text("version", PrintableText.clean(run.run.toolVersion, maximum: 100))
        try json.array("rules") {
          for rule in rules { try rule.write(to: json) }
        }
      }
    }
  }

  /// Up to its last slash the id is what code scanning calls a category: later runs with the same
  /// one replace this.
  private func writeIdentity() throws {
    try json.object("automationDetails") {
      try json.text("id", "credaudit/\(PrintableText.clean(run.run.id, maximum: 100))")
    }
    try json.object("originalUriBaseIds") {
      try json.object(SARIFPlace.base) {
        try json.object("description") {
          try json.text("text", "The folder that the job was started in.")
        }
      }
    }
    try json.text("columnKind", "unicodeCodePoints")
    try json.object("properties") {
      try json.text("run_id", PrintableText.clean(run.run.id))
      try json.text("inventory_path", PrintableText.clean(run.run.inventoryPath))
      try json.text("inventory_sha256", PrintableText.clean(run.run.inventorySHA256))
      try json.flag("complete", run.run.complete)
      try json.flag("offline", run.run.offline)
      try json.write(try run.summary())
    }
  }

  private func writeRunResults() throws {
    let previous = try run.previousRun()
    for statement in statements where SARIFRunResult.isResult(statement) {
      try SARIFRunResult(statement: statement, run: run.run, previous: previous).write(
        ruleIndex: places[SARIFRule(statement).id], hasBaseline: digest.hasBaseline, to: json)
    }
  }

  private mutating func write(_ subject: SARIFSubject) throws {
    guard subject.findings.contains(where: { SARIFLevel($0.verdict) != nil }) else { return }
    for (finding, fingerprint) in zip(subject.findings, subject.fingerprints) {
      guard let level = SARIFLevel(finding.verdict) else { continue }
      written += 1
      guard written <= digest.room else { continue }
      try SARIFResult(
        finding: finding, level: level, fingerprint: fingerprint, subject: subject, run: run.run
      ).write(
        ruleIndex: places[SARIFRule.id(of: finding)], hasBaseline: digest.hasBaseline, to: json)
    }
  }
}
