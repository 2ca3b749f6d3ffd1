import CredentialAudit
import Foundation

/// `credaudit.prom`, for node_exporter's textfile collector: Prometheus' classic text format. All
/// samples of a metric stand together, so the run is read once for each metric that has a sample
/// for every subject; nothing is kept but whether that is worth it.
///
/// What has left the inventory has no sample. What has ended keeps its end: an alert is for what is
/// past as well.
struct MetricsReport {
  private let run: any RunReader
  private let metrics: MetricsWriter

  init(run: any RunReader, stream: ByteStream) {
    self.run = run
    metrics = MetricsWriter(stream)
  }

  func write() throws {
    let summary = try run.summary()
    try writeHead(summary)
    try writeRun()
    try write(summary)
    try writeAuthorities()
    try writeCredentials()
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

  private func writeAuthorities() throws {
    var hasSuppressed = false
    try metrics.begin(.authority)
    try forEachAuthority { authority, labels in
      let severity = SubjectSeverity(of: authority.findings)
      hasSuppressed = hasSuppressed || !severity.answered.isEmpty
      try metrics.sample(.authority, severity.open.severity, labels)
    }
    try metrics.begin(.suppressedAuthority)
    guard hasSuppressed else { return }
    try forEachAuthority { authority, labels in
      try write(.suppressedAuthority, labels, authority.findings)
    }
  }

  private func writeCredentials() throws {
    var (hasSuppressed, hasEnd) = (false, false)
    try metrics.begin(.credential)
    try forEachCredential { credential, labels in
      let severity = SubjectSeverity(of: credential.findings)
      hasSuppressed = hasSuppressed || !severity.answered.isEmpty
      hasEnd = hasEnd || credential.expiresAt != nil
      try metrics.sample(.credential, severity.open.severity, labels)
    }
    try metrics.begin(.suppressedCredential)
    if hasSuppressed {
      try forEachCredential { credential, labels in
        try write(.suppressedCredential, labels, credential.findings)
      }
    }
    try metrics.begin(.credentialEnd)
    guard hasEnd else { return }
    try forEachCredential { credential, labels in
      guard let end = credential.expiresAt else { return }
      try metrics.sample(.credentialEnd, UTCMoment.seconds(of: end), labels)
    }
  }

  private func write(
    _ metric: Metric, _ labels: [MetricsWriter.Label], _ findings: [Finding]
  ) throws {
    for (check, verdict) in SubjectSeverity(of: findings).answered {
      try metrics.sample(metric, verdict.severity, labels + [("check", check.rawValue)])
    }
  }

  /// Every sample has every label: where there is no owner, an empty one, which to Prometheus is
  /// the same as none.
  private func forEachAuthority(
    _ body: (AuthorityRecord, [MetricsWriter.Label]) throws -> Void
  ) throws {
    try run.forEachAuthority { authority in
      guard authority.change != .gone else { return }
      try body(
        authority,
        [
          ("tenant", authority.tenant), ("authority", authority.authority),
          ("owner", authority.owner ?? ""),
        ])
    }
  }

  private func forEachCredential(
    _ body: (CredentialRecord, [MetricsWriter.Label]) throws -> Void
  ) throws {
    try run.forEachCredential { credential in
      guard credential.change != .gone else { return }
      try body(
        credential,
        [
          ("tenant", credential.tenant), ("application", credential.application),
          ("credential", credential.credential), ("kind", credential.kind),
          ("owner", credential.owner ?? ""),
        ])
    }
  }
}
