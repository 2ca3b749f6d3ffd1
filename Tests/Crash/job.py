"""The job under test: how it is started and killed, and claims about it that are counted and said once."""

import collections
import contextlib
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

# So long may anything take before it counts as hung.
PATIENCE = 300


class Claims:
    """What is to hold after every kill. A line a claim, not one a kill."""

    def __init__(self):
        self.held = collections.Counter()
        self.broken = collections.defaultdict(list)

    def that(self, name, holds, detail=""):
        if holds:
            self.held[name] += 1
        else:
            self.broken[name].append(str(detail)[:400])
            # The first few tell enough.
            if len(self.broken[name]) <= 3:
                print(f"FAIL {name}: {self.broken[name][-1]}", flush=True)
        return holds

    def end(self):
        for name in sorted(set(self.held) | set(self.broken)):
            if name in self.broken:
                print(f"FAIL {name}: {len(self.broken[name])} times, {self.held[name]} times not")
            else:
                print(f"ok   {name}: {self.held[name]} times")
        sys.exit(1 if self.broken else 0)


class World:
    """The simulator that all runs ask, and inventories of it."""

    def __init__(self, scratch):
        self.facts = json.loads((scratch / "world/facts.json").read_text())
        self.tenants = self.facts["tenants"]
        self.text = pathlib.Path(self.facts["inventory"]).read_text()
        self.variables = {}

    def environment(self):
        return {**self.variables, "PATH": os.environ["PATH"], "HTTPS_PROXY": self.facts["proxy"],
                "SSL_CERT_FILE": self.facts["ca"]}

    def write_inventory(self, path, edit):
        """`edit(number, end)` says of each tenant what its secret's line is to say of its end and its
        file, or None where the tenant is to leave."""
        head, *tenants = re.split(r"(?m)^(?=  - name: )", self.text)
        kept = []
        secrets = pathlib.Path(self.facts["inventory"]).parent / "secrets"
        for number, tenant in enumerate(tenants, 1):
            changed = edit(number, tenant.replace("file: secrets/", f"file: {secrets}/"))
            if changed is not None:
                kept.append(changed)
        path.write_text(head + "".join(kept))


class Job:
    """A history and its reports, and the job that makes them."""

    def __init__(self, credaudit, world, folder, inventory, database=None, reports=None):
        self.credaudit = credaudit
        self.world = world
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.inventory = inventory
        self.database = database or folder / "history.sqlite"
        self.reports = reports or folder / "reports"
        self.said = folder / "said"
        self.stale = set()

    def start(self, command, *options, limit=None):
        places = ["--database", str(self.database)]
        if command in ("audit", "report"):
            places += ["--reports", str(self.reports)]
        if command == "audit":
            places += ["--inventory", str(self.inventory), "--progress", "always"]
        self.stale = set(self.partial())
        # Files and no pipes: nobody reads while it is being killed.
        with open(self.said, "wb") as said, open(self.folder / "output", "wb") as output:
            return subprocess.Popen(
                [self.credaudit, command, *places, *options], env=self.world.environment(),
                cwd=self.folder, stdout=output, stderr=said, preexec_fn=limit)

    def run(self, command, *options):
        """The exit code, and what was said on both streams."""
        process = self.start(command, *options)
        return end(process), self.output(), self.error()

    def output(self):
        return (self.folder / "output").read_text()

    def error(self):
        return self.said.read_text(errors="replace")

    def progress(self):
        """How many subjects the job had judged when it last said so."""
        shown = re.findall(r"([\d,.]+) of [\d,.]+", self.error())
        return int(re.sub(r"\D", "", shown[-1])) if shown else 0

    def partial(self):
        return sorted(path.name for path in self.reports.glob(".*.partial"))

    def writes_reports(self):
        """Whether the first of the reports is being written: the only one of whose place nothing is
        tried out beforehand."""
        with contextlib.suppress(OSError):
            return any(name.startswith(".report.html.") and name not in self.stale
                       for name in os.listdir(self.reports))
        return False


def end(process):
    try:
        return process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return "it hangs"


def kill(process):
    """Whether it was still alive to be killed."""
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def until(question, process):
    """Waits for something to happen while a process lives."""
    limit = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < limit:
        if question():
            return True
        time.sleep(0.0005)
    return False
