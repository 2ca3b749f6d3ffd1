/// All that a database says, without the numbers of its rows: two that say the same have the same dump,
/// in whichever order it was written.
enum Dump {
  private static let described = """
    a.authority, a.kind, a.cloud, a.tenant_id, a.owner, a.tags, c.client_id, c.kind, c.source,
      c.owner, c.runbook, c.tags, c.expires_at, c.expires_from, c.thumbprint_sha256
    """

  private static let named = """
    s.kind || ' ' || s.tenant || '/' || ifnull(s.application, '') || '/' || ifnull(s.credential, '')
    """

  private static let queries = [
    """
    SELECT 'run', run, state, started_at, finished_at, complete, offline, tool_version,
      inventory_path, inventory_sha256, scope, auditor, pruned_at, suppressions FROM run
    """,
    "SELECT 'notice', r.run, position, code, message, tenant FROM run_notice JOIN run r ON r.id = run_id",
    """
    SELECT 'total', r.run, kind, verdict, suppressed, subjects
    FROM run_total JOIN run r ON r.id = run_id
    """,
    """
    SELECT 'part', r.run, part, parts, p.run, p.state, p.started_at, p.finished_at, p.complete,
      p.tool_version, p.inventory_sha256, p.auditor, p.notices, p.suppressions
    FROM run_part p JOIN run r ON r.id = p.run_id
    """,
    "SELECT 'subject', \(named), s.first_seen_at FROM subject s",
    """
    SELECT 'observation', r.run, \(named), o.verdict, o.change, o.suppressed, o.days_left,
      o.since, o.failing_since, o.last_passed_at, o.streak, o.flapping, o.priority, i.path,
      o.inventory_line, o.inventory_column, w.roles, \(described)
    FROM observation o JOIN run r ON r.id = o.run_id JOIN subject s ON s.id = o.subject_id
    LEFT JOIN authority_description a ON a.id = o.authority_description_id
    LEFT JOIN credential_description c ON c.id = o.credential_description_id
    LEFT JOIN inventory_file i ON i.id = o.inventory_file_id
    LEFT JOIN role_set w ON w.id = o.role_set_id
    """,
    """
    SELECT 'finding', r.run, \(named), f.position, g.check_id, g.verdict, g.code, g.class,
      g.cause, g.fix, g.retryable, d.summary, d.evidence, p.reason, p.owner, p.until, f.since,
      f.is_new, f.unknown_since
    FROM finding f JOIN run r ON r.id = f.run_id JOIN subject s ON s.id = f.subject_id
    JOIN diagnosis g ON g.id = f.diagnosis_id JOIN detail d ON d.id = f.detail_id
    LEFT JOIN suppression p ON p.id = f.suppression_id
    """,
    """
    SELECT 'standing', \(named), r.run, t.offline, t.verdict, t.code, t.since, t.looked_at,
      t.last_passed_at, t.failing_since, t.streak, t.recent, t.gone_at, t.known_source,
      t.known_thumbprint, t.known_end, t.known_end_from, t.known_roles, \(described)
    FROM standing t JOIN subject s ON s.id = t.subject_id LEFT JOIN run r ON r.id = t.run_id
    LEFT JOIN authority_description a ON a.id = t.authority_description_id
    LEFT JOIN credential_description c ON c.id = t.credential_description_id
    """,
    """
    SELECT 'life', \(named), v.run, v.at, v.change, v.old_verdict, v.old_code, v.verdict,
      v.code, c.source, c.expires_at
    FROM verdict_change v JOIN subject s ON s.id = v.subject_id
    LEFT JOIN credential_description c ON c.id = v.credential_description_id
    """,
  ]

  static func lines(of file: String, in scratch: Scratch) throws -> [String] {
    try queries.flatMap { try scratch.lines($0, in: file) }.sorted()
  }
}
