import CredentialAudit

/// `report.json`, for programs: `config/report.schema.json` describes it. Every key is always
/// there, null where there is nothing to say.
struct JSONReport: Report {
  private let run: any RunReader
  private let json: JSONWriter

  init(run: any RunReader, stream: ByteStream) {
    self.run = run
    json = JSONWriter(stream)
  }

  func begin() throws {
    try json.beginObject()
    try json.text("schema", "credaudit.report/1")
    try writeRun()
    try write("auditor", run.run.auditor)
    try writeNotices()
    try json.write(try run.summary())
    try json.beginArray("authorities")
  }

  func endAuthorities() throws {
    try json.endArray()
    try json.beginArray("credentials")
  }

  func end() throws {
    try json.endArray()
    try json.endObject()
    try json.finish()
  }

  private func writeRun() throws {
    let facts = run.run
    try json.object("run") {
      try json.text("id", facts.id)
      try json.text("started_at", facts.startedAt.rfc3339)
      try json.text("finished_at", facts.finishedAt?.rfc3339)
      try json.text("tool_version", facts.toolVersion)
      try json.object("inventory") {
        try json.text("path", facts.inventoryPath)
        try json.text("sha256", facts.inventorySHA256)
      }
      try json.flag("complete", facts.complete)
      try json.flag("offline", facts.offline)
      try json.object("scope") {
        try json.texts("tenants", facts.scope.tenants)
        try json.texts("applications", facts.scope.applications)
        try json.texts("owners", facts.scope.owners)
        try json.texts("tags", facts.scope.tags)
        try json.text("shard", facts.scope.shard)
      }
    }
  }

  private func writeNotices() throws {
    let statements = RunStatement.withoutKey(of: run.run, summary: try run.summary())
    let notices = try statements.map(\.notice) + run.notices()
    try json.array("notices") {
      for notice in notices {
        try json.object {
          try json.text("code", notice.code)
          try json.text("message", notice.message)
        }
      }
    }
  }

  func write(_ authority: AuthorityRecord) throws {
    try json.object {
      try json.text("tenant", authority.tenant)
      try json.text("authority", authority.authority)
      try json.text("kind", authority.kind)
      try json.text("cloud", authority.cloud)
      try json.text("tenant_id", authority.tenantID)
      try json.text("verdict", authority.verdict.rawValue)
      try json.text("change", authority.change.rawValue)
      try write(authority.findings)
    }
  }

  func write(_ credential: CredentialRecord) throws {
    try json.object {
      try json.text("tenant", credential.tenant)
      try json.text("application", credential.application)
      try json.text("credential", credential.credential)
      try json.text("client_id", credential.clientID)
      try json.text("kind", credential.kind)
      try json.text("owner", credential.owner)
      try json.text("runbook", credential.runbook)
      try json.texts("tags", credential.tags)
      try json.text("verdict", credential.verdict.rawValue)
      try json.text("change", credential.change.rawValue)
      try json.text("expires_at", credential.expiresAt?.rfc3339)
      try json.text("expires_from", credential.expiresFrom)
      try json.number("days_left", credential.daysLeft)
      try json.text("thumbprint_sha1", credential.thumbprintSHA1)
      try json.text("thumbprint_sha256", credential.thumbprintSHA256)
      try write(credential.findings)
    }
  }

  private func write(_ findings: [Finding]) throws {
    try json.array("findings") {
      for finding in findings { try write(finding) }
    }
  }

  private func write(_ finding: Finding) throws {
    try json.object {
      try json.text("check", finding.check.rawValue)
      try json.text("verdict", finding.verdict.rawValue)
      try json.text("code", finding.code)
      try json.text("class", finding.class)
      try json.text("summary", finding.summary)
      try json.text("cause", finding.cause)
      try json.text("fix", finding.fix)
      try write("evidence", finding.evidence)
      try json.flag("retryable", finding.retryable)
      guard let note = finding.suppressed else { return try json.text("suppressed", nil) }
      try json.object("suppressed") {
        try json.text("reason", note.reason)
        try json.text("owner", note.owner)
        try json.text("until", note.until)
      }
    }
  }

  /// Names and values in their order. A name that comes again is numbered: of two equal keys, many
  /// readers keep only the last (RFC 8259, section 4).
  private func write(_ name: String, _ evidence: Evidence) throws {
    let items = evidence.items
    try json.object(name) {
      for (place, item) in items.enumerated() {
        let times = items[...place].count { $0.name == item.name }
        try json.text(times == 1 ? item.name : "\(item.name)_\(times)", item.value)
      }
    }
  }
}
