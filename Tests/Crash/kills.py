"""Kills the job at random moments, and looks after each kill at what it left."""

import collections
import fcntl
import pathlib
import random
import stat
import sys
import time

from history import History, copy
from job import Claims, Job, World, end, kill, until
from reports import ORDER, read

credaudit, scratch, kills, seed = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
chance = random.Random(seed)
claims = Claims()
world = World(scratch)

# Every which kill is followed by a run to the end, and by questions to what the killed one left.
WHOLE = 10
ASKED = 5
# What may be lost of what the progress line had said: a batch on its way, and one being filled.
BATCHES = 200


def before(number, text):
    """Some end soon, some very soon, and some cannot be read: a run that finds something."""
    if number % 13 == 0:
        return text.replace("secrets/", "secrets/not-there-")
    if number % 7 == 0:
        return text.replace(ends[0], ends[1])
    if number % 11 == 0:
        return text.replace(ends[0], ends[2])
    return text


def after(number, text):
    """The first of them have left, and those that ended soon are renewed."""
    if number <= world.tenants // 100 + 1:
        return None
    return text if number % 7 == 0 else before(number, text)


def day(days):
    return time.strftime("%Y-%m-%d", time.gmtime(time.time() + days * 86_400))


ends = (world.text.split("expires: ")[1].split(" ")[0], day(20), day(3))
inventory = scratch / "inventory.yaml"
world.write_inventory(inventory, before)


class Moments:
    """When things happen in a run that nobody disturbs, measured and kept up to date."""

    def __init__(self):
        self.reporting = 0.0
        self.whole = 0.0

    def measure(self, job):
        begun = time.monotonic()
        process = job.start("audit")
        if until(job.writes_reports, process):
            self.reporting = time.monotonic() - begun
        status = end(process)
        self.whole = time.monotonic() - begun
        return status


def the_kinds():
    """A third in the reports, some at once, some beside a second run; in an order of chance."""
    kinds = (["report"] * (kills // 4) + ["report command"] * (kills // 10) + ["at once"] * (kills // 12)
             + ["two"] * (kills // 14))
    kinds += ["middle"] * (kills - len(kinds))
    chance.shuffle(kinds)
    return kinds


def kill_one(kind, job, moments, share):
    """Whether something was killed, of which kind, and when after its start; share is how much of the
    usual time it is given at the most, for what is left of a run that was cut short is soon told."""
    command = "report" if kind == "report command" else "audit"
    process = job.start(command)
    begun = time.monotonic()
    if kind == "at once":
        time.sleep(chance.uniform(0, 0.1))
    elif kind in ("report", "report command"):
        if not until(job.writes_reports, process):
            return end(process) == "never", 0
        time.sleep(chance.uniform(0, share * max(0.01, moments.whole - moments.reporting)))
    else:
        time.sleep(chance.uniform(0.1, max(0.2, moments.reporting)))
    if kind == "two":
        # The other one finds the lock held; killed or turned away, it must not harm the first.
        other = Job(credaudit, world, job.folder / "other", job.inventory, job.database, job.reports)
        rival = other.start("audit")
        time.sleep(chance.uniform(0, 0.1))
        killed = kill(rival)
        third = other.start("audit")
        status = end(third) if process.poll() is None else 75
        claims.that("a run beside another is turned away", status == 75 or process.poll() is not None,
                    f"exit {status}, rival killed: {killed}")
    after_start = time.monotonic() - begun
    return kill(process), after_start


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def look(kind, job, known, moment):
    """All claims about what a kill has left; how much of the newest run there is."""
    database = job.database
    left = 2 if kind == "two" else 1
    halves = collections.Counter(name.rsplit(".", 2)[0] for name in job.partial())
    claims.that("no more than one half file of each report is left of a process",
                all(count <= left for count in halves.values()), job.partial())
    if not database.exists():
        return None
    for path in database.parent.glob(database.name + "*"):
        claims.that("database, log and lock are for nobody else", mode(path) == 0o600,
                    f"{path.name} {mode(path):o}")
    lock = database.with_name(database.name + ".lock")
    if lock.exists():
        with open(lock, "rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                free = True
            except OSError:
                free = False
        claims.that("the lock is free", free)
    aside = job.folder / "aside.sqlite"
    copy(database, aside)
    with History(aside) as history:
        damage = history.damage()
        if not claims.that("the database is whole", not damage, damage[:3]) or not history.is_made():
            return None
        runs = history.runs()
        look_at_reports(job, [run[1] for run in runs if run[2] == "finished"], runs, known)
        if not runs:
            return None
        number, _, state, complete, finished_at = runs[-1]
        observed = history.observed(number)
        if state == "running":
            claims.that("a run that was killed has no end", (complete, finished_at) == (0, None))
            if kind != "report command":
                claims.that("what had been said to be judged is there",
                            observed >= job.progress() - BATCHES, f"{observed} of {job.progress()}")
        if kind == "report":
            claims.that("a run that writes reports is finished", state == "finished", state)
        others = {run[2] for run in runs[:-1]}
        claims.that("earlier runs are finished or cut short", others <= {"finished", "cut_short"}, others)
        claims.that("nobody is gone that has not left", history.gone() in known["gone"],
                    f"{history.gone()} of {known['gone']}")
        return observed if state == "running" and kind == "middle" else None


def look_at_reports(job, finished, runs, known):
    found = read(job.reports) if job.reports.exists() else {}
    newest = runs[-1][1] if runs else None
    # Whole and of a run that there is; those that are new stand before those that are old.
    ids = {run[1] for run in runs}
    broken = {name: run for name, run in found.items() if run not in ids}
    claims.that("each report on the disk is whole and names a run", not broken, broken)
    named = [found.get(name) for name in ORDER]
    fresh = [run not in known["reports"] for run in named if run]
    claims.that("the reports are the old run's or the new run's, report.json the last",
                fresh == sorted(fresh, reverse=True) and len(set(filter(None, named))) <= 2 + known["torn"],
                named)
    known["torn"] = max(0, len(set(filter(None, named))) - 1)
    known["reports"] = set(filter(None, named))
    claims.that("none is of a run that was killed before its end",
                all(run in finished or run in known["unfinished"] for run in named if run), (newest, named))


def ask(job, known):
    """What people ask after a night on which the job died."""
    aside = job.folder / "aside.sqlite"
    with History(aside) as history:
        runs = history.runs() if history.is_made() else []
        if not runs:
            return
        # Read row by row: too long for every kill, once there are many runs.
        false = history.false_standings()
    claims.that("each standing is what its observations tell", not false, false[:2])
    asked = Job(credaudit, world, job.folder / "asked", job.inventory, database=aside)
    status, output, error = asked.run("report")
    is_finished = runs[-1][2] == "finished"
    claims.that("`report` says of a run without an end that it is incomplete",
                status == 0 and ("INCOMPLETE" in output) != is_finished, f"exit {status} {error} {output[:200]}")
    again = read(asked.reports)
    claims.that("`report` writes all reports of it", list(again.values()) == [runs[-1][1]] * len(ORDER), again)
    for run in known["reports"] & {run[1] for run in runs}:
        status, _, error = asked.run("report", "--run", run)
        same = [name for name in ORDER if (job.reports / name).exists() and read(job.reports)[name] == run
                and (job.reports / name).read_bytes() != (asked.reports / name).read_bytes()]
        claims.that("what is on the disk is by no byte another than `report` writes",
                    status == 0 and not same or run in known["unfinished"], f"exit {status} {same} {error}")
    number = world.tenants
    status, output, error = asked.run("history", f"tenant{number}")
    claims.that("`history` tells a life or says that there is none", status == 0 and "first seen" in output
                or status == 2 and "hint: " in error, f"exit {status} {error}")
    status, _, error = asked.run("diff")
    said = "no end" in error or "cut short" in error or is_finished and runs[-2][2] == "finished"
    claims.that("`diff` says which run was cut short", status == 0 and said
                or status == 2 and len(runs) < 2, f"exit {status} {error}")


def whole_run(job, control, known, cut):
    """A run that nobody kills ends as the one that nothing ever happened to."""
    status = moments.measure(job)
    expected = control["status"]
    with History(job.database) as history:
        number, run, state, complete, _ = history.runs()[-1]
        verdicts, changes = history.verdicts(number), history.changes(number)
        states = [row[2] for row in history.runs()]
        known["gone"] = {history.gone()}
        standings = history.standings()
    claims.that("the next run ends as one that nothing happened to",
                (status, state, complete) == (expected, "finished", 1), f"exit {status}, {state}, {complete}")
    claims.that("its verdicts are the same", verdicts == control["verdicts"], verdicts)
    claims.that("the history stands as one that nothing ever happened to", standings == control["standings"],
                next((pair for pair in zip(standings, control["standings"]) if pair[0] != pair[1]), ""))
    claims.that("every run that was killed before its end is kept as cut short",
                states.count("cut_short") == cut and "running" not in states,
                f"{states.count('cut_short')} of {cut}")
    claims.that("nothing is gone by a kill, and what left is gone once",
                known["leaving"] is None or changes.get("gone", 0) in (0, known["leaving"]), changes)
    claims.that("no half file is left", not job.partial(), job.partial())
    found = read(job.reports)
    claims.that("all reports are the new run's", list(found.values()) == [run] * len(ORDER), found)
    known.update(reports={run}, torn=0)


# What a history looks like that nothing ever happened to: with the one inventory, then with the other.
controls = {}
calm = Job(credaudit, world, scratch / "calm", inventory)
moments = Moments()
for name, edit in (("before", before), ("after", after)):
    world.write_inventory(inventory, edit)
    status = moments.measure(calm)
    with History(calm.database) as history:
        number = history.runs()[-1][0]
        controls[name] = {"status": status, "verdicts": history.verdicts(number),
                          "standings": history.standings(), "gone": history.gone()}
print(f"undisturbed: exit {[control['status'] for control in controls.values()]}, "
      f"{moments.whole:.1f} s, reports from {moments.reporting:.1f} s on", flush=True)

world.write_inventory(inventory, before)
job = Job(credaudit, world, scratch / "job", inventory)
known = {"reports": set(), "unfinished": set(), "torn": 0, "gone": {0}, "leaving": 0}
progress = []
killed = {}
cut = 0
begun = time.monotonic()
plan = the_kinds()
name = "before"
for count, kind in enumerate(plan, 1):
    if count == kills // 2 + 1:
        whole_run(job, controls[name], known, cut)
        name = "after"
        world.write_inventory(inventory, after)
        known["gone"] = {0, controls[name]["gone"]}
        known["leaving"] = controls[name]["gone"]
    if kind == "report command" and not known["reports"]:
        kind = "report"
    for attempt in range(9):
        was_killed, moment = kill_one(kind, job, moments, 0.5 ** attempt)
        if was_killed:
            break
    claims.that("the job is alive to be killed", was_killed, kind)
    killed[kind] = killed.get(kind, 0) + 1
    seen = look(kind, job, known, moment)
    if seen is not None:
        progress.append((moment, seen))
    with History(job.folder / "aside.sqlite") as history:
        if history.is_made():
            states = [row[2] for row in history.runs()]
            cut = states.count("cut_short") + states.count("running")
            known["unfinished"] = {row[1] for row in history.runs() if row[2] != "finished"}
    if count % ASKED == 0:
        ask(job, known)
    if count % WHOLE == 0 or count == kills:
        whole_run(job, controls[name], known, cut)

progress.sort()
half = len(progress) // 2
early, late = progress[:half], progress[half:]
# Fewer subjects than fill some batches are all stored at once, at the second or at the end.
if half >= 5 and world.tenants >= 1_000:
    means = [sum(seen for _, seen in part) / len(part) for part in (early, late)]
    claims.that("the later the kill, the more is there", means[0] < means[1], means)
print(f"killed in {time.monotonic() - begun:.0f} s: {killed}; runs cut short: {cut}; "
      f"stored at the kill: {[seen for _, seen in progress]}", flush=True)
claims.end()
