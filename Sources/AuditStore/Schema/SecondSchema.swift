/// Schema 2: how subjects and findings fare over the runs, whose a notice is, where in the inventory a
/// subject stands, and totals that outlive the observations they were counted from.
let secondSchema = """
  -- When this run was pruned: what is left of it is what was some subject's last state.
  ALTER TABLE run ADD COLUMN pruned_at INTEGER;

  -- Whose notice it is; none where it is the whole run's and names nobody.
  ALTER TABLE run_notice ADD COLUMN tenant TEXT;

  CREATE TABLE run_total (
    -- How many subjects of a run had which verdict; counted when the run ends.
    run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('authority', 'credential')),
    verdict TEXT NOT NULL
      CHECK (verdict IN ('critical', 'unknown', 'warning', 'pass', 'skipped')),
    suppressed INTEGER NOT NULL CHECK (suppressed IN (0, 1)),
    subjects INTEGER NOT NULL,
    PRIMARY KEY (run_id, kind, verdict, suppressed)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO run_total (run_id, kind, verdict, suppressed, subjects)
    SELECT run_id, iif(credential_description_id IS NULL, 'authority', 'credential'), verdict,
      suppressed, count(*)
    FROM observation JOIN run ON run.id = observation.run_id AND run.state <> 'running'
    GROUP BY 1, 2, 3, 4;

  CREATE TABLE inventory_file (
    -- A file of the inventory, as it was named.
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE role_set (
    -- What tokens may do: many have the same roles, every night.
    id INTEGER PRIMARY KEY,
    roles TEXT NOT NULL UNIQUE CHECK (roles GLOB '[[]*]') -- JSON: [role, ...], sorted
  ) STRICT;

  -- How the subject has fared until then, this run included; none where it was not looked at, and in
  -- an offline run.
  ALTER TABLE observation ADD COLUMN since INTEGER;
  ALTER TABLE observation ADD COLUMN failing_since INTEGER;
  ALTER TABLE observation ADD COLUMN last_passed_at INTEGER;
  ALTER TABLE observation ADD COLUMN streak INTEGER;
  ALTER TABLE observation ADD COLUMN flapping INTEGER CHECK (flapping IN (0, 1));
  -- Among those of one verdict: what matters more has the smaller number.
  ALTER TABLE observation ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE observation ADD COLUMN inventory_file_id INTEGER REFERENCES inventory_file (id);
  ALTER TABLE observation ADD COLUMN inventory_line INTEGER;
  ALTER TABLE observation ADD COLUMN inventory_column INTEGER;
  -- The roles that its token told; none: no token told.
  ALTER TABLE observation ADD COLUMN role_set_id INTEGER REFERENCES role_set (id);

  -- Since when this question has had this answer without a break; none in runs of schema 1.
  ALTER TABLE finding ADD COLUMN since INTEGER;
  ALTER TABLE finding ADD COLUMN is_new INTEGER CHECK (is_new IN (0, 1));
  -- Since when it could not be looked at, also where that has become critical.
  ALTER TABLE finding ADD COLUMN unknown_since INTEGER;

  ALTER TABLE standing ADD COLUMN failing_since INTEGER;
  ALTER TABLE standing ADD COLUMN streak INTEGER NOT NULL DEFAULT 1;
  -- The last verdicts, newest last, a letter each: by which going back and forth is seen.
  ALTER TABLE standing ADD COLUMN recent TEXT NOT NULL DEFAULT '';
  -- When it was found missing from the inventory; none while it is there.
  ALTER TABLE standing ADD COLUMN gone_at INTEGER;
  -- The last roles that a token of it told. JSON: [role, ...]
  ALTER TABLE standing ADD COLUMN known_roles TEXT CHECK (known_roles GLOB '[[]*]');

  -- What the runs of schema 1 tell of it. An offline standing has only the one look that made it.
  UPDATE standing SET failing_since = iif(verdict = 'pass', NULL, since), recent = substr(verdict, 1, 1)
  WHERE offline = 1;
  UPDATE standing SET
    failing_since = iif(verdict = 'pass', NULL, coalesce((
      SELECT min(run.started_at) FROM observation o JOIN run ON run.id = o.run_id
      WHERE o.subject_id = standing.subject_id AND run.offline = 0 AND o.verdict <> 'skipped'
        AND run.started_at > coalesce(standing.last_passed_at, -62135596800001)),
      since)),
    streak = max(1, (
      SELECT count(*) FROM observation o JOIN run ON run.id = o.run_id
      WHERE o.subject_id = standing.subject_id AND run.offline = 0 AND o.verdict <> 'skipped'
        AND run.started_at >= standing.since)),
    recent = coalesce((
      SELECT group_concat(letter, '') FROM (
        SELECT * FROM (
          SELECT substr(o.verdict, 1, 1) AS letter, o.run_id
          FROM observation o JOIN run ON run.id = o.run_id
          WHERE o.subject_id = standing.subject_id AND run.offline = 0 AND o.verdict <> 'skipped'
          ORDER BY o.run_id DESC LIMIT 10)
        ORDER BY run_id)), substr(verdict, 1, 1))
  WHERE offline = 0;
  """
