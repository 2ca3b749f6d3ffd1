"""Kills a command that rewrites the history while it does so. Whatever it was at, the history is whole,
what had to stay is there, and the same command brings it to the same end."""

import pathlib
import random
import shutil
import sqlite3
import sys
import time

from history import ENDINGS, History, copy
from job import Claims, Job, World, end, kill

credaudit, scratch, kills, seed = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
chance = random.Random(seed)
claims = Claims()
world = World(scratch)
# A dozen nights make enough to drop that the file is worth being written anew.
NIGHTS = 12


def build():
    """A history of several nights, of which all but the last are long past."""
    inventory = scratch / "nights.yaml"
    world.write_inventory(inventory, lambda number, text: text)
    job = Job(credaudit, world, scratch / "nights", inventory)
    job.run("audit", "--formats", "json")
    job.run("audit", "--formats", "json")
    with sqlite3.connect(job.database) as connection:
        # As many nights as are wanted, without asking anybody again: copies of the first one.
        connection.execute("PRAGMA foreign_keys = ON")
        columns = {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
                   for table in ("run", "observation", "finding")}
        first, last = [row[0] for row in connection.execute("SELECT id FROM run ORDER BY id")]
        for night in range(last + 1, last + NIGHTS - 1):
            for table, key in (("run", "id"), ("observation", "run_id"), ("finding", "run_id")):
                new = {key: "?1", "run": "'00000000-0000-4000-8000-' || printf('%012d', ?1)"}
                taken = ", ".join(new.get(name, name) for name in columns[table])
                connection.execute(
                    f"INSERT INTO {table} SELECT {taken} FROM {table} WHERE {key} = ?2", (night, first))
        connection.execute(
            "UPDATE run SET started_at = started_at - (1000 - id) * 86400000,"
            " finished_at = finished_at - (1000 - id) * 86400000 WHERE id <> ?", (last,))
    return job


def kept(path):
    """What no pruning may touch."""
    with History(path) as history:
        newest = history.rows("SELECT id FROM run ORDER BY started_at DESC LIMIT 1")[0][0]
        return (history.fingerprint("standing", "verdict_change", "subject"),
                history.rows("SELECT * FROM observation WHERE run_id = ? ORDER BY 2", newest),
                history.rows("SELECT * FROM finding WHERE run_id = ? ORDER BY 2, 3", newest))


def contents(path):
    """All that a history holds, whatever pages it lies on, and without the moment of pruning."""
    with History(path) as history:
        tables = [row[0] for row in history.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'run'"
            " AND name NOT LIKE 'sqlite_%' ORDER BY 1")]
        return ([history.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables],
                history.rows("SELECT id, run, state, complete, pruned_at IS NULL FROM run ORDER BY 1"))


def kill_again_and_again(name, nights, *command):
    """For each command that rewrites a history; another one needs no more than its words."""
    undisturbed = Job(credaudit, world, scratch / f"{name}-undisturbed", nights.inventory)
    copy(nights.database, undisturbed.database)
    begun = time.monotonic()
    status = end(undisturbed.start(*command))
    takes = time.monotonic() - begun
    claims.that(f"`{name}` ends well where nobody disturbs it", status == 0, undisturbed.error())
    with History(nights.database) as before, History(undisturbed.database) as after:
        rows = [history.rows("SELECT count(*) FROM observation")[0][0] for history in (before, after)]
    claims.that(f"there is something to do for `{name}`, and it makes the file smaller",
                rows[0] > rows[1]
                and nights.database.stat().st_size > undisturbed.database.stat().st_size, rows)
    untouched, wanted = kept(nights.database), contents(undisturbed.database)
    states = {"not begun": 0, "rows": 0, "pages": 0, "over": 0}
    for count in range(kills):
        job = Job(credaudit, world, scratch / f"{name}-killed", nights.inventory)
        copy(nights.database, job.database)
        process = job.start(*command)
        # Every other one late, where the file is being written anew.
        time.sleep(chance.uniform(takes / 2 if count % 2 else 0.01, takes))
        killed = kill(process)
        aside = job.folder / "aside.sqlite"
        copy(job.database, aside)
        with History(aside) as history:
            damage = history.damage()
            claims.that(f"a history is whole after a kill of `{name}`", not damage, damage[:3])
            begun = len(history.rows("SELECT 1 FROM run")), history.rows("PRAGMA freelist_count")[0][0]
            with History(nights.database) as before:
                if (before.rows("SELECT count(*) FROM observation")
                        == history.rows("SELECT count(*) FROM observation")):
                    states["not begun"] += 1
                elif contents(aside) != wanted:
                    states["rows"] += 1
                else:
                    states["pages" if begun[1] else "over"] += 1
        claims.that(f"what has to stay is there after a kill of `{name}`", kept(aside) == untouched)
        status, _, error = job.run(*command)
        claims.that(f"`{name}` once more comes to the same end", status == 0 and
                    contents(job.database) == wanted, f"exit {status} {error} killed {killed}")
    status, output, error = job.run("audit", "--formats", "json")
    claims.that(f"the next run after `{name}` is as any other", status == 0, f"exit {status} {error[-300:]}")
    print(f"`{name}` takes {takes:.2f} s; where it was killed: {states}", flush=True)
    shutil.rmtree(job.folder)


nights = build()
kill_again_and_again("prune", nights, "prune", "--keep", "400d")
claims.end()
