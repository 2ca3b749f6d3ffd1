"""What every measure needs: programs run in turn with what they used, the server's own share, and a
table that says of each goal whether it was reached. No figure is ever held to anything.

    BENCHMARK_REPETITIONS    how often each side runs; the median counts (5)
    BENCHMARK_CLIENT_CORES   where what is measured runs: all cores but the last
    BENCHMARK_SERVER_CORES   where the server runs: the last core
    BENCHMARK_RESULTS        a folder that takes the results for one table of all measures
"""

import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

REPETITIONS = int(os.environ.get("BENCHMARK_REPETITIONS", "5"))
ALL_CORES = sorted(os.sched_getaffinity(0))


def cores(name, otherwise):
    words = os.environ.get(name)
    return {int(word) for word in words.split(",")} if words else set(otherwise)


CLIENT_CORES = cores("BENCHMARK_CLIENT_CORES", ALL_CORES[:-1] or ALL_CORES)
SERVER_CORES = cores("BENCHMARK_SERVER_CORES", ALL_CORES[-1:])


@dataclasses.dataclass
class Use:
    """What a process used: seconds, seconds of CPU, MiB at the peak; and what it printed."""
    wall: float
    cpu: float
    peak: float
    output: str = ""
    # How busy the server's cores were meanwhile.
    server_share: float = 0


def run(command, environment=None, on=None, keeps=False):
    """Runs a program to its end. What it says on standard error is shown where it failed."""
    with tempfile.TemporaryFile() as talk:
        begun = time.monotonic()
        child = subprocess.Popen(
            [str(word) for word in command], env=dict(os.environ, **(environment or {})),
            stdout=subprocess.PIPE if keeps else subprocess.DEVNULL, stderr=talk, text=True,
            preexec_fn=lambda: os.sched_setaffinity(0, on or CLIENT_CORES))
        output = child.stdout.read() if keeps else ""
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - begun
        if status:
            talk.seek(0)
            sys.exit(
                f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}: "
                + talk.read().decode(errors="replace"))
    return Use(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)


def in_turn(sides, repetitions=REPETITIONS):
    """Each side's uses. They take turns, so that what else the machine does meets all alike."""
    seen = {name: [] for name in sides}
    for turn in range(repetitions):
        for name, side in sides.items():
            say(f"{name}, {turn + 1} of {repetitions}")
            seen[name].append(side())
    return seen


def median(uses, field):
    return statistics.median(getattr(use, field) for use in uses)


def say(text):
    print(f"  {text}", file=sys.stderr, flush=True)


class Server:
    """A server's own use of the machine, from the processes that it consists of."""

    def __init__(self, pid):
        self.pid = int(pid)

    def cpu(self):
        tick = os.sysconf("SC_CLK_TCK")
        total = 0
        children = pathlib.Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        for pid in [self.pid, *children]:
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        return total / tick

    def share_during(self, use):
        """Runs something, and adds to what it used how busy the server's cores were."""
        begun = self.cpu()
        used = use()
        used.server_share = (self.cpu() - begun) / used.wall / len(SERVER_CORES)
        return used


@dataclasses.dataclass
class Goal:
    """A figure and what is to be reached: at least or at most so much."""
    limit: float
    at_least: bool
    unit: str = "×"

    def text(self):
        return f"{'≥' if self.at_least else '≤'} {self.limit:g} {self.unit}".strip()

    def verdict(self, value):
        is_reached = value >= self.limit if self.at_least else value <= self.limit
        return "reached" if is_reached else "not reached"


def at_least(limit, unit="×"):
    return Goal(limit, True, unit)


def at_most(limit, unit="×"):
    return Goal(limit, False, unit)


class Results:
    """Rows of the table and notes below it."""

    def __init__(self, name):
        self.name = name
        self.rows, self.notes = [], []

    def row(self, measure, ours, beside, value, goal, digits=2):
        figure = "–" if value is None else f"{value:.{digits}f} {goal.unit if goal else '×'}".strip()
        self.rows.append([
            measure, ours, beside, figure, goal.text() if goal else "–",
            goal.verdict(value) if goal else "–"])

    def note(self, text):
        self.notes.append(text)

    def finish(self):
        folder = os.environ.get("BENCHMARK_RESULTS")
        if folder:
            content = json.dumps({"name": self.name, "rows": self.rows, "notes": self.notes})
            (pathlib.Path(folder) / f"{self.name}.json").write_text(content, encoding="utf-8")
        else:
            print(rendered([(self.name, self.rows, self.notes)]))


def rendered(results):
    lines = [
        "| measure | credaudit | beside | figure | to reach | |", "|---|---|---|---|---|---|"]
    lines += ["| " + " | ".join(row) + " |" for _, rows, _ in results for row in rows]
    for name, _, notes in results:
        if notes:
            lines += ["", f"**{name}**", "", *(f"- {note}" for note in notes)]
    return "\n".join(lines)
