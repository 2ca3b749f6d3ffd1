/// Schema 1: the tables. The comments are part of the schema: `.schema` in sqlite3 shows them.
///
/// A run of 10,000 credentials every night is mostly what the night before said, so that a run
/// keeps short rows that point at texts and descriptions, which are written once.
let firstSchema = """
  CREATE TABLE run (
    -- One execution. All times in tables are milliseconds since 1970 in UTC; views show RFC 3339.
    id INTEGER PRIMARY KEY,          -- in the order in which runs began on this database
    run TEXT NOT NULL UNIQUE,        -- the id that every report carries: a UUID in lower case
    state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'cut_short')),
    started_at INTEGER NOT NULL,
    finished_at INTEGER,             -- none while it runs, and none where it was cut short
    complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
    offline INTEGER NOT NULL CHECK (offline IN (0, 1)),
    tool_version TEXT NOT NULL,
    inventory_path TEXT NOT NULL,
    inventory_sha256 TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope GLOB '{*}'),    -- JSON: what was asked for; empty lists: all
    auditor TEXT NOT NULL CHECK (auditor GLOB '[[]*]'), -- JSON: [[name, value], ...]
    CHECK ((state = 'finished') = (finished_at IS NOT NULL)),
    CHECK (complete = 0 OR state = 'finished')
  ) STRICT;
  CREATE UNIQUE INDEX run_under_way ON run (state) WHERE state = 'running';
  CREATE INDEX run_by_start ON run (started_at);

  CREATE TABLE run_notice (
    -- What the reader of a run should know beside the verdicts.
    run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (run_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE subject (
    -- What is looked at: a tenant's authority, or a credential. Its names are its identity.
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('authority', 'credential')),
    tenant TEXT NOT NULL,
    application TEXT,
    credential TEXT,
    first_seen_at INTEGER NOT NULL,
    CHECK ((kind = 'authority') = (application IS NULL)),
    CHECK ((kind = 'authority') = (credential IS NULL))
  ) STRICT;
  CREATE UNIQUE INDEX subject_authority ON subject (tenant) WHERE kind = 'authority';
  CREATE UNIQUE INDEX subject_credential ON subject (tenant, application, credential)
    WHERE kind = 'credential';

  CREATE TABLE authority_description (
    -- What an authority was; a new row where something of it is new.
    id INTEGER PRIMARY KEY,
    subject_id INTEGER NOT NULL REFERENCES subject (id),
    authority TEXT NOT NULL,
    kind TEXT,
    cloud TEXT,
    tenant_id TEXT,
    owner TEXT,
    tags TEXT NOT NULL CHECK (tags GLOB '[[]*]') -- JSON: [tag, ...]
  ) STRICT;
  CREATE INDEX authority_description_of ON authority_description (subject_id);

  CREATE TABLE credential_description (
    -- What a credential was; a new row where something of it is new. Never a value: source says
    -- where the value is read from.
    id INTEGER PRIMARY KEY,
    subject_id INTEGER NOT NULL REFERENCES subject (id),
    client_id TEXT NOT NULL,
    kind TEXT NOT NULL
      CHECK (kind IN ('secret', 'certificate', 'federated', 'managed_identity')),
    source TEXT NOT NULL,
    owner TEXT,
    runbook TEXT,
    tags TEXT NOT NULL CHECK (tags GLOB '[[]*]'), -- JSON: [tag, ...]
    expires_at INTEGER,
    expires_from TEXT CHECK (expires_from IN ('inventory', 'certificate', 'directory')),
    thumbprint_sha1 TEXT,
    thumbprint_sha256 TEXT
  ) STRICT;
  CREATE INDEX credential_description_of ON credential_description (subject_id);

  CREATE TABLE observation (
    -- One subject in one run. change is decided when it is recorded and never again.
    run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    subject_id INTEGER NOT NULL REFERENCES subject (id),
    verdict TEXT NOT NULL
      CHECK (verdict IN ('critical', 'unknown', 'warning', 'pass', 'skipped')),
    change TEXT NOT NULL CHECK (change IN
      ('first_seen', 'unchanged', 'worse', 'better', 'recovered', 'rotated', 'gone')),
    suppressed INTEGER NOT NULL CHECK (suppressed IN (0, 1)), -- all that is wrong is answered for
    days_left INTEGER,
    authority_description_id INTEGER REFERENCES authority_description (id),
    credential_description_id INTEGER REFERENCES credential_description (id),
    PRIMARY KEY (run_id, subject_id),
    CHECK ((authority_description_id IS NULL) <> (credential_description_id IS NULL))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX observation_of ON observation (subject_id, run_id);

  CREATE TABLE diagnosis (
    -- What a check can say, written once.
    id INTEGER PRIMARY KEY,
    check_id TEXT NOT NULL CHECK (check_id GLOB '[a-z]*.[a-z]*'), -- no list: checks are added
    verdict TEXT NOT NULL
      CHECK (verdict IN ('critical', 'unknown', 'warning', 'pass', 'skipped')),
    code TEXT NOT NULL,              -- the service's (AADSTS7000222) or ours (expires-soon)
    class TEXT,
    cause TEXT,
    fix TEXT,
    retryable INTEGER NOT NULL CHECK (retryable IN (0, 1))
  ) STRICT;
  -- The number stands for no text: NULLs would otherwise all differ from each other.
  CREATE UNIQUE INDEX diagnosis_once ON diagnosis
    (code, check_id, verdict, retryable, ifnull(class, 0), ifnull(cause, 0), ifnull(fix, 0));

  CREATE TABLE detail (
    -- What was found this time; the same row where the subject's previous run found the same.
    id INTEGER PRIMARY KEY,
    summary TEXT NOT NULL,
    evidence TEXT NOT NULL CHECK (evidence GLOB '[[]*]') -- JSON: [[name, value], ...]
  ) STRICT;

  CREATE TABLE suppression (
    -- Who answers for a finding, why and until when (a day).
    id INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,
    owner TEXT NOT NULL,
    until TEXT NOT NULL,
    UNIQUE (reason, owner, until)
  ) STRICT;

  CREATE TABLE finding (
    -- One check's answer on one subject in one run; the worst has position 0.
    run_id INTEGER NOT NULL,
    subject_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    diagnosis_id INTEGER NOT NULL REFERENCES diagnosis (id),
    detail_id INTEGER NOT NULL REFERENCES detail (id),
    suppression_id INTEGER REFERENCES suppression (id),
    PRIMARY KEY (run_id, subject_id, position),
    FOREIGN KEY (run_id, subject_id) REFERENCES observation (run_id, subject_id)
      ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE standing (
    -- What was last said of a subject, and what the next run is compared with. An offline run writes
    -- here only what no other run has written.
    subject_id INTEGER PRIMARY KEY REFERENCES subject (id),
    run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
    offline INTEGER NOT NULL CHECK (offline IN (0, 1)),
    verdict TEXT NOT NULL CHECK (verdict IN ('critical', 'unknown', 'warning', 'pass')),
    code TEXT NOT NULL,              -- of its worst finding
    since INTEGER NOT NULL,          -- when this verdict was first given without a break
    looked_at INTEGER NOT NULL,
    last_passed_at INTEGER,
    authority_description_id INTEGER REFERENCES authority_description (id),
    credential_description_id INTEGER REFERENCES credential_description (id),
    known_source TEXT,               -- known_*: the last that was known, by which a rotation is
    known_thumbprint TEXT,           -- seen; an unreadable file does not make it forgotten
    known_end INTEGER,
    known_end_from TEXT,
    CHECK ((authority_description_id IS NULL) <> (credential_description_id IS NULL)),
    CHECK ((known_end IS NULL) = (known_end_from IS NULL))
  ) STRICT;

  CREATE TABLE verdict_change (
    -- A subject's life: one row where its verdict, what it refused with, or the credential itself
    -- changed between two runs that were not offline. Outlives the runs.
    id INTEGER PRIMARY KEY,
    subject_id INTEGER NOT NULL REFERENCES subject (id),
    run TEXT NOT NULL,               -- the run's id; the run itself may have been dropped
    at INTEGER NOT NULL,             -- when that run started
    change TEXT NOT NULL CHECK (change IN   -- unchanged: the same verdict with another code
      ('first_seen', 'unchanged', 'worse', 'better', 'recovered', 'rotated', 'gone')),
    old_verdict TEXT
      CHECK (old_verdict IN ('critical', 'unknown', 'warning', 'pass', 'skipped')),
    old_code TEXT,
    verdict TEXT NOT NULL
      CHECK (verdict IN ('critical', 'unknown', 'warning', 'pass', 'skipped')),
    code TEXT NOT NULL,
    credential_description_id INTEGER REFERENCES credential_description (id),
    CHECK ((old_verdict IS NULL) = (old_code IS NULL)),
    UNIQUE (subject_id, run)
  ) STRICT;
  CREATE INDEX verdict_change_by_time ON verdict_change (at);
  """
