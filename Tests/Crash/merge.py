"""Kills `merge` while it brings the parts of two nights into one history. Whatever it was at, the history
has all of it or nothing, the parts are as they were, and the same command brings it to the same end."""

import hashlib
import pathlib
import random
import shutil
import sys
import time

from history import History, copy
from job import Claims, Job, World, end, kill

credaudit, scratch, kills, seed = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
chance = random.Random(seed)
claims = Claims()
world = World(scratch)
PARTS = 3


def audited(inventory, night):
    """The databases of one night's parts, each with the nights before it."""
    parts = []
    for number in range(1, PARTS + 1):
        part = Job(credaudit, world, scratch / f"part-{number}", inventory)
        world.variables = {"CREDAUDIT_SHARD_GROUP": f"night-{night}"}
        status, _, error = part.run("audit", "--formats", "json", "--shard", f"{number}/{PARTS}")
        claims.that("a part ends well where nobody disturbs it", status == 0, error[-300:])
        parts.append(part.database)
    world.variables = {}
    return parts


def contents(path):
    """All that a history holds, but for the numbers of its rows."""
    with History(path) as history:
        return (history.standings(), history.rows("SELECT run, state, complete FROM run ORDER BY 1"),
                history.rows("SELECT run.run, verdict, change, count(*) FROM observation"
                             " JOIN run ON run.id = run_id GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"),
                history.rows("SELECT run.run, check_id, verdict, code, count(*) FROM finding"
                             " JOIN run ON run.id = run_id JOIN diagnosis ON diagnosis.id = diagnosis_id"
                             " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"))


def digests(paths):
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]


def partial(folder):
    """What a merge keeps beside the history while it is at it."""
    return sorted(path.name for path in folder.glob("*.merge"))


inventory = scratch / "parts.yaml"
world.write_inventory(inventory, lambda number, text: text)
before = Job(credaudit, world, scratch / "merged-before", inventory)
first = audited(inventory, 1)
status, _, error = before.run("merge", *map(str, first))
claims.that("one night's parts become one run", status == 0, error)
parts = audited(inventory, 2)
command = ("merge", *map(str, parts))

undisturbed = Job(credaudit, world, scratch / "merged-undisturbed", inventory)
copy(before.database, undisturbed.database)
begun = time.monotonic()
status = end(undisturbed.start(*command))
takes = time.monotonic() - begun
claims.that("`merge` ends well where nobody disturbs it", status == 0, undisturbed.error())
old, new, read = contents(before.database), contents(undisturbed.database), digests(parts)
claims.that("there is something to merge", old != new and len(new[1]) == len(old[1]) + 1, (old[1], new[1]))

states = {"nothing": 0, "all": 0}
for _ in range(kills):
    job = Job(credaudit, world, scratch / "merged-killed", inventory)
    copy(before.database, job.database)
    process = job.start(*command)
    # It is written at the very end; some kills have to come after that.
    time.sleep(chance.uniform(0.01, 1.3 * takes))
    killed = kill(process)
    aside = job.folder / "aside.sqlite"
    copy(job.database, aside)
    with History(aside) as history:
        damage = history.damage()
    claims.that("a history is whole after a kill of `merge`", not damage, damage[:3])
    found = contents(aside)
    claims.that("all of a merge is there after a kill, or nothing", found in (old, new), found[1])
    states["all" if found == new else "nothing"] += 1
    claims.that("the parts are as they were after a kill of `merge`", digests(parts) == read)
    status, _, error = job.run(*command)
    claims.that("`merge` once more comes to the same end", status == 0 and contents(job.database) == new,
                f"exit {status} {error} killed {killed}")
    claims.that("nothing half copied stays once `merge` came to its end", not partial(job.folder),
                partial(job.folder))
    with History(job.database) as history:
        false = history.false_standings()
    claims.that("each standing after a merge is what the observations tell", not false, false[:3])
    shutil.rmtree(job.folder)
print(f"`merge` takes {takes:.2f} s; where it was killed: {states}", flush=True)
claims.end()
