"""Runs over all credentials on disks of 1 MB, where neither their history nor their reports find room:
some end by themselves, some are killed. Nothing green may come of it, and nothing broken."""

import pathlib
import random
import subprocess
import sys
import time

from history import History, copy
from job import Claims, Job, World, end, kill
from reports import ORDER, read

credaudit, scratch, kills, seed = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
chance = random.Random(seed)
claims = Claims()
world = World(scratch)
inventory = scratch / "small.yaml"
world.write_inventory(inventory, lambda number, text: text)


class Disk:
    def __init__(self, name):
        self.folder = scratch / name
        self.folder.mkdir()
        # Less for fewer credentials, whose history would fit.
        size = min(1024, max(192, world.tenants * 2))
        self.mount("-t", "tmpfs", "-o", f"size={size}k,mode=700")

    def mount(self, *arguments):
        subprocess.run(["mount", *arguments, "none", str(self.folder)], check=True)

    def grow(self):
        self.mount("-o", "remount,size=400m")


def look(name, job):
    """The history and the reports are whole, and nothing says that all is well."""
    aside = job.folder / "aside.sqlite"
    copy(job.database, aside)
    with History(aside) as history:
        damage = history.damage()
        if not claims.that("the database is whole", not damage, f"{name}: {damage[:3]}"):
            return []
        runs = history.runs() if history.is_made() else []
        false = history.false_standings() if runs else []
        claims.that("each standing is what its observations tell", not false, false[:2])
        claims.that("nobody is gone", not runs or history.gone() == 0)
        found = read(job.reports) if job.reports.exists() else {}
        claims.that("each report is whole and names a run",
                    set(found.values()) <= {run[1] for run in runs}, found)
        claims.that("no half report is left of a run that ended by itself",
                    not job.partial() or "killed" in name, job.partial())
        return runs


def refused(status, output, error):
    """The tool failed and says so, and where: no verdict, and no code that reads as one."""
    return (status == 4 and "credaudit: error: " in error and "credaudit: hint: make room" in error
            and ("disk is full" in error or "no space left" in error))


def place(name):
    disk = Disk(name)
    return disk, Job(credaudit, world, scratch / f"{name}-said", inventory,
                     disk.folder / "history.sqlite", disk.folder / "reports")


disk, job = place("small-both")
for attempt in range(3):
    status, output, error = job.run("audit")
    claims.that("a run without room for its history ends with 4, and says that the disk is full",
                refused(status, output, error), f"exit {status} {error[-300:]}")
    claims.that("it says nothing of verdicts", "pass" not in output, output[:300])
    runs = look(f"run {attempt}", job)
    claims.that("no run of it is complete", all(not run[3] for run in runs), runs)
for attempt in range(kills):
    process = job.start("audit")
    time.sleep(chance.uniform(0, 1))
    kill(process)
    runs = look(f"killed {attempt}", job)
    claims.that("no run of it is complete", all(not run[3] for run in runs), runs)
claims.that("no report was written that is not of a run", "report.json" not in read(job.reports))
disk.grow()
status, output, error = job.run("audit")
claims.that("the run after room was made is whole", status == 0, f"exit {status} {error[-300:]}")
runs = look("grown", job)
claims.that("its history has every run before it as cut short",
            [run[2] for run in runs[:-1]] == ["cut_short"] * (len(runs) - 1)
            and runs[-1][2:4] == ("finished", 1), runs)
claims.that("its reports are its own", list(read(job.reports).values()) == [runs[-1][1]] * len(ORDER))

# The history elsewhere: it has all, and the reports say that they could not be written.
disk, _ = place("small-reports")
job = Job(credaudit, world, scratch / "small-reports-said", inventory,
          scratch / "roomy.sqlite", disk.folder / "reports")
for attempt in range(2):
    status, output, error = job.run("audit")
    claims.that("a run without room for its reports ends with 4, and says that the disk is full",
                refused(status, output, error) and "credaudit report" in error,
                f"exit {status} {error[-300:]}")
    runs = look(f"run {attempt}", job)
    claims.that("its history is whole all the same", all(run[2:4] == ("finished", 1) for run in runs), runs)
    claims.that("report.json, which says that a run is reported, is not there",
                "report.json" not in read(job.reports), read(job.reports))
for attempt in range(kills):
    process = job.start("report")
    time.sleep(chance.uniform(0, 1))
    kill(process)
    look(f"killed {attempt}", job)
disk.grow()
status, output, error = job.run("report")
claims.that("`report` after room was made writes them all", status == 0
            and list(read(job.reports).values()) == [look("grown", job)[-1][1]] * len(ORDER), error)
claims.that("no half file is left", not job.partial(), job.partial())
claims.end()
