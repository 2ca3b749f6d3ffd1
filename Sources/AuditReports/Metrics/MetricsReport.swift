import CredentialAudit
import Foundation

/// `credaudit.prom`, for node_exporter's textfile collector: Prometheus' classic text format. All
/// samples of a metric stand together, so the run is read once more for each further metric that has
/// samples of subjects; nothing is kept but whether that is worth it.
///
/// What has left the inventory has no sample. What has ended keeps its end: an alert is for what is
/// past as well.
struct MetricsReport: Report {
  private let run: any RunReader
  private let metrics: MetricsWriter
  private var hasSuppressed = false
  private var hasEnd = false

  init(run: any RunReader, stream: ByteStream) {
    self.run = run
    metrics = MetricsWriter(stream)
  }

  func begin() throws {
    let summary = try run.summary()
    try writeHead(summary)
    try writeRun()
    try write(summary)
    try metrics.begin(.authority)
  }

  mutating func write(_ authority: AuthorityRecord) throws {
    guard authority.change != .gone else { return }
    let severity = SubjectSeverity(of: authority.findings)
    hasSuppressed = hasSuppressed || !severity.answered.isEmpty
    try metrics.sample(.authority, severity.open.severity, authority.labels)
  }

  mutating func endAuthorities() throws {
    try metrics.begin(.suppressedAuthority)
    if hasSuppressed {
      try run.forEachAuthority { authority in
        guard authority.change != .gone else { return }
        try write(.suppressedAuthority, authority.labels, authority.findings)
      }
    }
    hasSuppressed = false
    try metrics.begin(.credential)
  }

  mutating func write(_ credential: CredentialRecord) throws {
    guard credential.change != .gone else { return }
    let severity = SubjectSeverity(of: credential.findings)
    hasSuppressed = hasSuppressed || !severity.answered.isEmpty
    hasEnd = hasEnd || credential.expiresAt != nil
    try metrics.sample(.credential, severity.open.severity, credential.labels)
  }

  func end() throws {
    try metrics.begin(.suppressedCredential)
    if hasSuppressed {
      try run.forEachCredential { credential in
        guard credential.change != .gone else { return }
        try write(.suppressedCredential, credential.labels, credential.findings)
      }
    }
    try metrics.begin(.credentialEnd)
    guard hasEnd else { return }
    try run.forEachCredential { credential in
      guard credential.change != .gone, let end = credential.expiresAt else { return }
      try metrics.sample(.credentialEnd, UTCMoment.seconds(of: end), credential.labels)
    }
  }

  private func writeHead(_ summary: RunSummary) throws {
    let facts = run.run
    try metrics.comment("credaudit.prom of run \(facts.id), \(Wording.minute(facts.startedAt))")
    try metrics.comment(MetricsScope.comment(of: facts))
    for statement in RunStatement.all(of: facts, summary: summary) {
      try metrics.comment("\(statement.title): \(statement.text)")
    }
  }

  private func writeRun() throws {
    let facts = run.run
    try metrics.single(.build, 1, [("version", facts.toolVersion)])
    try metrics.single(.run, 1, [("run", facts.id)])
    try metrics.single(.runEnd, UTCMoment.seconds(of: facts.finishedAt ?? facts.startedAt))
    let start = UTCMoment.seconds(of: facts.startedAt)
    try metrics.single(
      .runDuration, facts.finishedAt.map { max(0, UTCMoment.seconds(of: $0) - start) })
    try metrics.single(.isComplete, facts.complete ? 1 : 0)
    try metrics.single(.isFiltered, facts.scope.isFiltered ? 1 : 0)
    try metrics.single(.isOffline, facts.offline ? 1 : 0)
    try metrics.single(.completeEnd, try run.lastCompleteEnd().map(UTCMoment.seconds))
  }

  /// Each word also where its count is 0: to Prometheus, what is absent is no number.
  private func write(_ summary: RunSummary) throws {
    try metrics.begin(.subjects)
    for (kind, counts) in [
      ("authority", summary.authorities), ("credential", summary.credentials),
    ] {
      for (verdict, count) in [
        ("critical", counts.critical), ("unknown", counts.unknown), ("warning", counts.warning),
        ("pass", counts.pass), ("skipped", counts.skipped), ("suppressed", counts.suppressed),
      ] {
        try metrics.sample(.subjects, count, [("kind", kind), ("verdict", verdict)])
      }
    }
  }

  private func write(
    _ metric: Metric, _ labels: [MetricsWriter.Label], _ findings: [Finding]
  ) throws {
    for (check, verdict) in SubjectSeverity(of: findings).answered {
      try metrics.sample(metric, verdict.severity, labels + [("check", check.rawValue)])
    }
  }
}

// Every sample has every label: where there is no owner, an empty one, which to Prometheus is the
// same as none.

extension AuthorityRecord {
  fileprivate var labels: [MetricsWriter.Label] {
    [("tenant", tenant), ("authority", authority), ("owner", owner ?? "")]
  }
}

extension CredentialRecord {
  fileprivate var labels: [MetricsWriter.Label] {
    [
      ("tenant", tenant), ("application", application), ("credential", credential),
      ("kind", kind), ("owner", owner ?? ""),
    ]
  }
}
