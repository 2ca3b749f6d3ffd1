"""Runs credaudit against three simulators and does to it what happens to batch jobs."""

import contextlib
import json
import os
import pathlib
import resource
import signal
import sqlite3
import subprocess
import sys
import time

credaudit = sys.argv[1]
scratch = pathlib.Path(sys.argv[2])
# So long may anything take before it counts as hung.
PATIENCE = 60
SECRET = "s1gnal~secret-that-nobody-may-see"
failures = 0


def line(name, good, detail):
    global failures
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {name}: {detail}", flush=True)


class Place:
    """A history and its reports."""

    def __init__(self, name):
        self.folder = scratch / name
        self.folder.mkdir()
        self.database = self.folder / "history.sqlite"

    def start(self, world, *options, inventory=None, variables=None, **more):
        facts = json.loads((scratch / world / "facts.json").read_text())
        environment = {
            "PATH": os.environ["PATH"], "HTTPS_PROXY": facts["proxy"],
            "SSL_CERT_FILE": facts["ca"], **(variables or {})}
        arguments = [
            credaudit, "audit", "--inventory", str(inventory or facts["inventory"]),
            "--database", str(self.database), "--reports", str(self.folder / "reports"), *options]
        more = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, **more}
        return subprocess.Popen(arguments, env=environment, cwd=self.folder, **more)

    def report(self):
        return json.loads((self.folder / "reports/report.json").read_text())

    def states(self):
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
            states = connection.execute("SELECT state, complete FROM run ORDER BY id").fetchall()
        return states if whole and not loose else f"damaged: {loose}"


def end(process):
    """The exit code and what was said, or a failure where it does not end."""
    try:
        said = process.communicate(timeout=PATIENCE)[1]
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return "it hangs", ""
    return process.returncode, (said or b"").decode(errors="replace")


def wait_for_progress(process):
    """Waits until something was judged: the progress line shows it."""
    seen = b""
    while b"/" not in seen:
        piece = os.read(process.stderr.fileno(), 4096)
        if not piece:
            break
        seen += piece


def wait_until(question):
    limit = time.monotonic() + PATIENCE
    while not question():
        if time.monotonic() > limit:
            return False
        time.sleep(0.02)
    return True


def has_begun(place):
    """Whether a run is in the history, so that there is something to interrupt."""
    with contextlib.suppress(sqlite3.Error):
        return place.database.exists() and bool(place.states())
    return False


def listens(process):
    """Whether it has said what is to happen on SIGTERM."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    caught = next(row for row in status.splitlines() if row.startswith("SigCgt:"))
    return int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1


for number, code in (signal.SIGTERM, 143), (signal.SIGINT, 130):
    place = Place(f"in-the-middle-{code}")
    process = place.start("slow", "--progress", "always")
    wait_for_progress(process)
    process.send_signal(number)
    status, _ = end(process)
    name = f"{signal.Signals(number).name} in the middle"
    line(name, status == code, f"exit {status}")
    run, counts = place.report()["run"], place.report()["summary"]
    done = counts["authorities"]["total"] + counts["credentials"]["total"]
    line(f"{name}, report", run["complete"] is False and done > 0,
         f"complete {run['complete']}, {done} subjects in it")
    line(f"{name}, history", place.states() == [("finished", 0)], place.states())

place = Place("hanging")
process = place.start("stuck")
wait_until(lambda: has_begun(place))
second, said = end(place.start("prompt"))
line("a second run at the same time", second == 75 and "hint: wait" in said, f"exit {second}")
begun = time.monotonic()
process.terminate()
status, _ = end(process)
line("SIGTERM while nobody answers", status == 143,
     f"exit {status} after {time.monotonic() - begun:.1f} s")
line("its report", place.report()["run"]["complete"] is False, "incomplete")
status, _ = end(place.start("prompt"))
line("the run after it", status == 0 and place.states() == [("finished", 0), ("finished", 1)],
     f"exit {status}, {place.states()}")

place = Place("killed")
process = place.start("slow", "--progress", "always")
wait_for_progress(process)
process.kill()
end(process)
line("SIGKILL in the middle", place.states() == [("running", 0)], place.states())
status, _ = end(place.start("prompt"))
line("the run after it", status == 0 and place.states() == [("cut_short", 0), ("finished", 1)],
     f"exit {status}, {place.states()}")
line("its report", place.report()["run"]["complete"] is True, "complete")

# Each failed handshake is looked at in a second one. With a few descriptors more than the 64 requests
# at a time need, a connection that is left behind each time ends in another code.
place = Place("few-descriptors")
stranger = json.loads((scratch / "slow/facts.json").read_text())["ca"]
process = place.start(
    "prompt", "--formats", "json", variables={"SSL_CERT_FILE": stranger},
    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256)))
status, said = end(process)
codes = {finding["code"] for authority in place.report()["authorities"]
         for finding in authority["findings"] if finding["verdict"] == "unknown"}
line("150 failed handshakes with 256 descriptors", status == 3 and codes == {"tls-untrusted"},
     f"exit {status}, {sorted(codes)} {said[:200]}")

place = Place("impatient")
process = place.start("stuck")
wait_until(lambda: has_begun(place))
process.send_signal(signal.SIGINT)
process.send_signal(signal.SIGTERM)
status, _ = end(process)
line("two signals at once", status in (130, 143), f"exit {status}")

# A reader that goes away: `| head -1`, and one that was never there.
place = Place("no-reader")
reading, writing = os.pipe()
process = place.start("prompt", "--fail-on", "never", stdout=writing)
os.close(writing)
os.close(reading)
status, said = end(process)
line("nobody reads standard output", status == 0 and not said, f"exit {status} {said[:200]}")
line("its report", place.report()["run"]["complete"] is True, "complete")

# A full disk behind standard output is told: half a summary must not pass for a whole one.
place = Place("full-output")
with open("/dev/full", "wb") as full:
    status, said = end(place.start("prompt", stdout=full))
line("a full disk behind standard output", status == 4 and "no space left" in said,
     f"exit {status}")
line("its report", place.report()["run"]["complete"] is True, "complete")

# Started without standard streams: no file of ours may get their numbers, or what is said goes there.
place = Place("no-streams")
status, _ = end(place.start("prompt", "--progress", "always", preexec_fn=lambda: os.closerange(0, 3)))
line("no standard streams at all", status == 0 and place.states() == [("finished", 1)],
     f"exit {status}, {place.states()}")

# Another command that is waiting ends at the first signal.
facts = json.loads((scratch / "stuck/facts.json").read_text())
process = subprocess.Popen(
    [credaudit, "authority", "https://login.microsoftonline.com/contoso.example"],
    env={"HTTPS_PROXY": facts["proxy"], "SSL_CERT_FILE": facts["ca"]},
    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
wait_until(lambda: listens(process))
process.terminate()
status, _ = end(process)
line("SIGTERM to `authority` while nobody answers", status == 143, f"exit {status}")

# What others can see. As root everything can be seen, so an unprivileged user runs it and looks.
place = Place("seen-by-others")
nobody = 65534 if os.getuid() == 0 else os.getuid()
inventory = place.folder / "inventory.yaml"
inventory.write_text(
    """\
version: 1
tenants:
  - name: one
    authority: https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001
    applications:
      - name: app
        client_id: 00000001-0000-4000-8000-000000000001
        credentials: [{ name: env, secret: { env: INTEROP_SECRET } }]
""")


def unprivileged():
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    if os.getuid() != nobody:
        os.setgroups([])
        os.setgid(nobody)
        os.setuid(nobody)


if os.getuid() == 0:
    # Only this folder, the CA and the way to them are opened to that user.
    os.chown(place.folder, nobody, nobody)
    scratch.chmod(0o711)
    (scratch / "stuck").chmod(0o711)
    (scratch / "stuck/ca.pem").chmod(0o644)


def look(pid):
    """What another process of that user can read about a process."""
    readable = []
    for name in "environ", "maps":
        reader = subprocess.run(
            ["/bin/cat", f"/proc/{pid}/{name}"], capture_output=True, timeout=PATIENCE,
            preexec_fn=unprivileged)
        if reader.returncode == 0:
            readable.append(name)
    return readable


process = place.start(
    "stuck", inventory=inventory, variables={"INTEROP_SECRET": SECRET}, preexec_fn=unprivileged)
wait_until(lambda: has_begun(place))
shown = pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes()
line("the command line in /proc", SECRET.encode() not in shown, "shows no secret")
limits = pathlib.Path(f"/proc/{process.pid}/limits").read_text()
core = next(row for row in limits.splitlines() if row.startswith("Max core file size"))
line("the limit of core files", core.split()[4:6] == ["0", "0"], " ".join(core.split()))
with subprocess.Popen(["/bin/sleep", "600"], preexec_fn=unprivileged) as ordinary:
    control = look(ordinary.pid)
    ordinary.kill()
readable = look(process.pid)
line("another process of the same user", "environ" in control and not readable,
     f"can read {readable or 'nothing'}; of an ordinary process {control}")
process.send_signal(signal.SIGABRT)
status, said = end(process)
cores = [path.name for path in place.folder.iterdir() if path.name.startswith("core")]
# Swift's runtime would print registers and the memory that they point at.
line("SIGABRT", status == -signal.SIGABRT and not cores and "0x" not in said,
     f"exit {status}, core files: {cores}, said: {said[:80]!r}")

# A program that fetches a secret is not left behind.
place = Place("command")
inventory = place.folder / "inventory.yaml"
mark = f"{PATIENCE * 10 + os.getpid() / 1e7:.7f}"
inventory.write_text(
    f"""\
version: 1
tenants:
  - name: one
    authority: https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001
    applications:
      - name: app
        client_id: 00000001-0000-4000-8000-000000000001
        credentials: [{{ name: command, secret: {{ command: [/bin/sleep, "{mark}"] }} }}]
""")
inventory.chmod(0o600)


def children():
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if path.read_bytes().split(b"\0")[:2] == [b"/bin/sleep", mark.encode()]:
                found.append(path.parent.name)
    return found


process = place.start("prompt", inventory=inventory)
ran = wait_until(children)
process.terminate()
status, said = end(process)
left = children()
line("SIGTERM while a command runs", ran and status == 143 and not left,
     f"exit {status}, left behind: {left} {said[:200]}")
for child in left:
    os.kill(int(child), signal.SIGKILL)

sys.exit(1 if failures else 0)
