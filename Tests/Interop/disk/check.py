"""Runs credaudit on disks of its own and does to them what happens to disks."""

import contextlib
import json
import os
import pathlib
import resource
import sqlite3
import subprocess
import sys

credaudit = sys.argv[1]
scratch = pathlib.Path(sys.argv[2])
# So long may anything take before it counts as hung.
PATIENCE = 120
failures = 0


def line(name, good, detail):
    global failures
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {name}: {detail}", flush=True)


class Disk:
    """A file system of its own in memory."""

    def __init__(self, name, size):
        self.folder = scratch / name
        self.folder.mkdir()
        self.filler = self.folder / "filler"
        self.mount("-t", "tmpfs", "-o", f"size={size}", "none")

    def mount(self, *arguments):
        subprocess.run(["mount", *arguments, str(self.folder)], check=True)

    def fill(self, room=0):
        """Leaves so many bytes free."""
        with open(self.filler, "ab", buffering=0) as file:
            with contextlib.suppress(OSError):
                while True:
                    file.write(b"x" * 4096)
            file.truncate(file.tell() - room)

    def empty(self):
        self.filler.unlink()


class Place:
    """A history and its reports, which may be on different disks."""

    def __init__(self, name, database=None, reports=None):
        self.folder = scratch / f"place-{name}"
        self.folder.mkdir()
        self.database = (database or self.folder) / "history.sqlite"
        self.reports = reports or self.folder / "reports"
        self.limit = None

    def start(self, world, *options):
        facts = json.loads((scratch / world / "facts.json").read_text())
        environment = {
            "PATH": os.environ["PATH"], "HTTPS_PROXY": facts["proxy"],
            "SSL_CERT_FILE": facts["ca"]}
        arguments = [
            credaudit, "audit", "--inventory", str(facts["inventory"]), "--database",
            str(self.database), "--reports", str(self.reports), *options]
        return subprocess.Popen(
            arguments, env=environment, cwd=self.folder, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, preexec_fn=self.limit)

    def run(self, world, *options):
        return end(self.start(world, *options))

    def report_anew(self):
        """The exit code."""
        return subprocess.run(
            [credaudit, "report", "--database", str(self.database), "--reports", str(self.reports)],
            env={"PATH": os.environ["PATH"]}, cwd=self.folder, capture_output=True,
            timeout=PATIENCE).returncode

    def states(self):
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
            states = connection.execute(
                "SELECT state, complete FROM run ORDER BY started_at, id").fetchall()
        return states if whole and not loose else f"damaged: {loose}"

    def report(self):
        """The newest report's run, or nothing; half a file would end here."""
        file = self.reports / "report.json"
        return json.loads(file.read_text())["run"] if file.exists() else None

    def partial(self):
        return [path.name for path in self.reports.glob(".*.partial")]


def end(process):
    """The exit code, and what was said on both streams."""
    try:
        output, error = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return "it hangs", "", ""
    return process.returncode, output.decode(), error.decode(errors="replace")


def wait_for_progress(process):
    """Waits until something was judged: the progress line shows it."""
    seen = b""
    while b"/" not in seen:
        piece = os.read(process.stderr.fileno(), 4096)
        if not piece:
            break
        seen += piece


def told(error, *phrases):
    """Whether it was said what is wrong and what to do, in the command's voice."""
    return "credaudit: error: " in error and "credaudit: hint: " in error and all(
        phrase in error for phrase in phrases)


def brief(error):
    return " ".join(row for row in error.splitlines() if row.startswith("credaudit: "))[:300]


# A disk that is full before the run: nothing can be kept, so nothing is asked.
disk = Disk("full", "1m")
place = Place("full", database=disk.folder)
disk.fill()
status, output, error = place.run("prompt")
line("a disk that is full", status == 4 and not output and told(error, "full", "make room"),
     f"exit {status}, {brief(error)}")
disk.empty()
status, _, error = place.run("prompt")
# Tiny as it is: the run may not fit, but it must say so.
line("the run after room was made", status in (0, 4) and (status == 0 or told(error, "full")),
     f"exit {status}, {brief(error)}")

# A disk that fills in the middle of the run.
disk = Disk("filling", "8m")
place = Place("filling", database=disk.folder, reports=disk.folder / "reports")
process = place.start("slow", "--progress", "always")
wait_for_progress(process)
disk.fill()
status, _, error = end(process)
line("a disk that fills in the middle", status == 4 and told(error, "disk is full", "make room"),
     f"exit {status}, {brief(error)}")
line("its reports", place.report() is None and not place.partial(), "none, and no half of one")
disk.empty()
line("its history", place.states() == [("running", 0)], place.states())
status, _, error = place.run("prompt")
line("the run after it", status == 0 and place.states() == [("cut_short", 0), ("finished", 1)],
     f"exit {status}, {place.states()}")
line("its report", (place.report() or {}).get("complete") is True, "complete")

# A disk that is full and is only for the reports: found out before anything is asked.
disk = Disk("reports", "8m")
place = Place("reports", reports=disk.folder / "reports")
status, _, _ = place.run("prompt")
first = place.report()
disk.fill()
status, output, error = place.run("prompt")
line("a disk that is full, for the reports",
     status == 4 and not output and told(error, "no space left", "make room"),
     f"exit {status}, {brief(error)}")
line("its history", place.states() == [("finished", 1)], place.states())

# One that has room for a page or two, and none for what the run has to report.
disk.fill(room=4 * 4096)
status, output, error = place.run("prompt")
line("a disk without room for reports",
     status == 4 and told(error, "no space left", "make room", "credaudit report"),
     f"exit {status}, {brief(error)}")
line("what it found", "150" in output, "is said all the same")
line("the reports before it", place.report() == first and not place.partial(),
     "as they were, and no half of one")
line("its history", place.states() == [("finished", 1)] * 2, place.states())
disk.empty()
status = place.report_anew()
line("`report` after room was made", status == 0 and place.report()["id"] != first["id"],
     f"exit {status}")

# One that has room for a new report beside the older one, and not for all of them at once.
files = sorted(place.reports.iterdir())
sizes = [file.stat().st_size for file in files]
older = [file.stat().st_ino for file in files]
room = max(sizes) + 8 * 4096
disk.fill(room)
status = place.report_anew()
line("a disk with room for one report after the other",
     status == 0 and sum(sizes) > room and sorted(place.reports.iterdir()) == files
     and not set(older) & {file.stat().st_ino for file in files},
     f"exit {status}, {len(files)} are new, {sum(sizes) >> 10} KiB with {room >> 10} left")

# A limit on the size of files (ulimit -f), which is no reason to die of its signal.
place = Place("limited")
place.limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40 * 1024, resource.RLIM_INFINITY))
status, _, error = place.run("prompt")
line("a limit on the size of files, for the history",
     status == 4 and told(error, "could not be read or written", "ulimit -f"),
     f"exit {status}, {brief(error)}")
place.limit = None
status, _, error = place.run("prompt")
line("the run after it", status == 0 and place.states()[-1] == ("finished", 1),
     f"exit {status}, {place.states()}")

# Disks that are read-only: found out before anything is asked.
disk = Disk("read-only", "8m")
place = Place("read-only", database=disk.folder)
place.run("prompt")
disk.mount("-o", "remount,ro")
status, output, error = place.run("prompt")
line("a history on a read-only disk", status == 4 and not output and told(error, "read-only"),
     f"exit {status}, {brief(error)}")
disk.mount("-o", "remount,rw")
line("its history", place.states() == [("finished", 1)], place.states())
disk = Disk("read-only-reports", "8m")
disk.mount("-o", "remount,ro")
place = Place("read-only-reports", reports=disk.folder / "reports")
status, output, error = place.run("prompt")
line("reports on a read-only disk",
     status == 4 and not output and told(error, "read-only", "--reports"),
     f"exit {status}, {brief(error)}")
line("its history", not place.database.exists(), "none was begun")

# A database that another program keeps locked: waited for, and then named.
place = Place("locked")
place.run("prompt")
with contextlib.closing(sqlite3.connect(place.database, isolation_level=None)) as other:
    other.execute("BEGIN IMMEDIATE")
    status, output, error = place.run("prompt")
    line("a database that is locked",
         status == 4 and not output and told(error, "locked by another program", "close"),
         f"exit {status}, {brief(error)}")
    other.execute("ROLLBACK")
line("its history", place.states() == [("finished", 1)], place.states())
process = place.start("slow", "--progress", "always")
wait_for_progress(process)
with contextlib.closing(
        sqlite3.connect(place.database, isolation_level=None, timeout=PATIENCE)) as other:
    other.execute("BEGIN IMMEDIATE")
    status, _, error = end(process)
    line("a database that is locked in the middle",
         status == 4 and told(error, "locked by another program"), f"exit {status}, {brief(error)}")
    other.execute("ROLLBACK")
status, _, _ = place.run("prompt")
expected = [("finished", 1), ("cut_short", 0), ("finished", 1)]
line("the run after it", status == 0 and place.states() == expected,
     f"exit {status}, {place.states()}")

sys.exit(1 if failures else 0)
