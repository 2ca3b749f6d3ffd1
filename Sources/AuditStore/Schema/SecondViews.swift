/// Schema 2: the views of schema 1 again, with what schema 2 knows. Totals come from what was counted
/// when a run ended, so that a pruned run keeps its own; what is gone is no longer said to be broken.
let secondViews = """
  DROP VIEW latest_verdict;
  DROP VIEW expiring;
  DROP VIEW run_summary;

  CREATE VIEW latest_verdict AS
    -- The last verdict of each subject that the inventory has; offline is 1 where no run ever asked
    -- the network about it.
    SELECT
      CASE subject.kind WHEN 'authority' THEN subject.tenant
        ELSE subject.tenant || '/' || subject.application || '/' || subject.credential
      END AS subject,
      subject.kind AS subject_kind,
      subject.tenant, subject.application, subject.credential,
      standing.verdict, standing.code, detail.summary,
      coalesce(c.owner, a.owner) AS owner,
      strftime('%Y-%m-%dT%H:%M:%SZ', standing.since / 1000, 'unixepoch') AS since,
      strftime('%Y-%m-%dT%H:%M:%SZ', standing.failing_since / 1000, 'unixepoch')
        AS failing_since,
      strftime('%Y-%m-%dT%H:%M:%SZ', standing.looked_at / 1000, 'unixepoch') AS looked_at,
      strftime('%Y-%m-%dT%H:%M:%SZ', standing.last_passed_at / 1000, 'unixepoch')
        AS last_passed_at,
      standing.streak, observation.flapping, standing.offline, run.run
    FROM standing
    JOIN subject ON subject.id = standing.subject_id
    LEFT JOIN authority_description a ON a.id = standing.authority_description_id
    LEFT JOIN credential_description c ON c.id = standing.credential_description_id
    LEFT JOIN run ON run.id = standing.run_id
    LEFT JOIN observation ON observation.run_id = standing.run_id
      AND observation.subject_id = standing.subject_id
    LEFT JOIN finding ON finding.run_id = standing.run_id
      AND finding.subject_id = standing.subject_id AND finding.position = 0
    LEFT JOIN detail ON detail.id = finding.detail_id
    WHERE standing.gone_at IS NULL;

  CREATE VIEW expiring AS
    -- What the inventory has and ends when, soonest first; days_left is counted from now and negative
    -- after the end.
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
    WHERE c.expires_at IS NOT NULL AND standing.gone_at IS NULL
    ORDER BY c.expires_at, subject.tenant, subject.application, subject.credential;

  CREATE VIEW run_summary AS
    -- Each run with its totals over authorities and credentials, newest first. A subject whose
    -- findings somebody answers for counts as suppressed and not under its verdict.
    WITH total AS (
      SELECT run_id, kind, verdict, suppressed, subjects FROM run_total
      UNION ALL
      SELECT run_id, iif(credential_description_id IS NULL, 'authority', 'credential'), verdict,
        suppressed, 1
      FROM observation WHERE run_id = (SELECT id FROM run WHERE state = 'running')
    )
    SELECT
      run.run,
      strftime('%Y-%m-%dT%H:%M:%SZ', run.started_at / 1000, 'unixepoch') AS started_at,
      strftime('%Y-%m-%dT%H:%M:%SZ', run.finished_at / 1000, 'unixepoch') AS finished_at,
      run.state, run.complete, run.offline, run.tool_version,
      run.inventory_path, run.inventory_sha256,
      coalesce(sum(total.subjects) FILTER (WHERE total.kind = 'authority'), 0) AS authorities,
      coalesce(sum(total.subjects) FILTER (WHERE total.kind = 'credential'), 0) AS credentials,
      coalesce(sum(total.subjects) FILTER (WHERE verdict = 'critical' AND suppressed = 0), 0)
        AS critical,
      coalesce(sum(total.subjects) FILTER (WHERE verdict = 'unknown' AND suppressed = 0), 0)
        AS unknown,
      coalesce(sum(total.subjects) FILTER (WHERE verdict = 'warning' AND suppressed = 0), 0)
        AS warning,
      coalesce(sum(total.subjects) FILTER (WHERE verdict = 'pass' AND suppressed = 0), 0) AS pass,
      coalesce(sum(total.subjects) FILTER (WHERE verdict = 'skipped' AND suppressed = 0), 0)
        AS skipped,
      coalesce(sum(total.subjects) FILTER (WHERE suppressed = 1), 0) AS suppressed,
      strftime('%Y-%m-%dT%H:%M:%SZ', run.pruned_at / 1000, 'unixepoch') AS pruned_at
    FROM run LEFT JOIN total ON total.run_id = run.id
    GROUP BY run.id
    ORDER BY run.started_at DESC, run.id DESC;
  """
