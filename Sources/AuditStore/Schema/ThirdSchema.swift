/// Schema 3: runs that were put together from parts, and what a part leaves behind for that.
let thirdSchema = """
  -- JSON: what became of each suppression in a run over a part of the tenants; none in other runs.
  -- What is to be said of one that is about several parts is known when they are put together.
  ALTER TABLE run ADD COLUMN suppressions TEXT CHECK (suppressions GLOB '{*}');

  CREATE TABLE run_part (
    -- A part of a run that was put together, as the part itself was recorded: its subjects are those
    -- of the tenants whose names fall into it.
    run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    part INTEGER NOT NULL,           -- from 1
    parts INTEGER NOT NULL,          -- how many there are
    run TEXT NOT NULL,               -- the part's own id
    state TEXT NOT NULL CHECK (state IN ('finished', 'cut_short')),
    started_at INTEGER NOT NULL,
    finished_at INTEGER,             -- none where it was cut short
    complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
    tool_version TEXT NOT NULL,
    inventory_path TEXT NOT NULL,
    inventory_sha256 TEXT NOT NULL,
    auditor TEXT NOT NULL CHECK (auditor GLOB '[[]*]'), -- JSON: [[name, value], ...]
    notices TEXT NOT NULL CHECK (notices GLOB '[[]*]'), -- JSON: [[code, message, tenant], ...]
    suppressions TEXT CHECK (suppressions GLOB '{*}'),  -- JSON: as in run
    PRIMARY KEY (run_id, part),
    CHECK (part BETWEEN 1 AND parts),
    CHECK ((state = 'finished') = (finished_at IS NOT NULL)),
    CHECK (complete = 0 OR state = 'finished')
  ) STRICT, WITHOUT ROWID;
  """
