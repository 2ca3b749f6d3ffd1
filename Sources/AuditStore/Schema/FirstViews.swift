/// Schema 1: the views, which are what people who bring sqlite3 are promised. Their words are those
/// of the reports, their times RFC 3339 in UTC.
let firstViews = """
  CREATE VIEW latest_verdict AS
    -- Each subject's last verdict; offline is 1 where no run ever asked the network about it.
    SELECT
      CASE subject.kind WHEN 'authority' THEN subject.tenant
        ELSE subject.tenant || '/' || subject.application || '/' || subject.credential
      END AS subject,
      subject.kind AS subject_kind,
      subject.tenant, subject.application, subject.credential,
      standing.verdict, standing.code, detail.summary,
      coalesce(c.owner, a.owner) AS owner,
      strftime('%Y-%m-%dT%H:%M:%SZ', standing.since / 1000, 'unixepoch') AS since,
      strftime('%Y-%m-%dT%H:%M:%SZ', standing.looked_at / 1000, 'unixepoch') AS looked_at,
      strftime('%Y-%m-%dT%H:%M:%SZ', standing.last_passed_at / 1000, 'unixepoch')
        AS last_passed_at,
      standing.offline, run.run
    FROM standing
    JOIN subject ON subject.id = standing.subject_id
    LEFT JOIN authority_description a ON a.id = standing.authority_description_id
    LEFT JOIN credential_description c ON c.id = standing.credential_description_id
    LEFT JOIN run ON run.id = standing.run_id
    LEFT JOIN finding ON finding.run_id = standing.run_id
      AND finding.subject_id = standing.subject_id AND finding.position = 0
    LEFT JOIN detail ON detail.id = finding.detail_id;

  CREATE VIEW expiring AS
    -- What ends when, soonest first; days_left is counted from now and negative after the end.
    SELECT
      subject.tenant || '/' || subject.application || '/' || subject.credential AS subject,
      subject.tenant, subject.application, subject.credential,
      c.client_id, c.kind, c.owner, c.runbook,
      strftime('%Y-%m-%dT%H:%M:%SZ', c.expires_at / 1000, 'unixepoch') AS expires_at,
      c.expires_from,
      (c.expires_at / 1000 - strftime('%s', 'now')) / 86400
        - ((c.expires_at / 1000 - strftime('%s', 'now')) % 86400 < 0) AS days_left,
      standing.verdict,
      strftime('%Y-%m-%dT%H:%M:%SZ', standing.looked_at / 1000, 'unixepoch') AS looked_at
    FROM standing
    JOIN subject ON subject.id = standing.subject_id
    JOIN credential_description c ON c.id = standing.credential_description_id
    WHERE c.expires_at IS NOT NULL
    ORDER BY c.expires_at, subject.tenant, subject.application, subject.credential;

  CREATE VIEW run_summary AS
    -- Each run with its totals over authorities and credentials, newest first. A subject whose
    -- findings somebody answers for counts as suppressed and not under its verdict.
    SELECT
      run.run,
      strftime('%Y-%m-%dT%H:%M:%SZ', run.started_at / 1000, 'unixepoch') AS started_at,
      strftime('%Y-%m-%dT%H:%M:%SZ', run.finished_at / 1000, 'unixepoch') AS finished_at,
      run.state, run.complete, run.offline, run.tool_version,
      run.inventory_path, run.inventory_sha256,
      count(authority_description_id) AS authorities,
      count(credential_description_id) AS credentials,
      coalesce(sum(verdict = 'critical' AND suppressed = 0), 0) AS critical,
      coalesce(sum(verdict = 'unknown' AND suppressed = 0), 0) AS unknown,
      coalesce(sum(verdict = 'warning' AND suppressed = 0), 0) AS warning,
      coalesce(sum(verdict = 'pass' AND suppressed = 0), 0) AS pass,
      coalesce(sum(verdict = 'skipped' AND suppressed = 0), 0) AS skipped,
      coalesce(sum(suppressed), 0) AS suppressed
    FROM run LEFT JOIN observation ON observation.run_id = run.id
    GROUP BY run.id
    ORDER BY run.started_at DESC, run.id DESC;
  """
