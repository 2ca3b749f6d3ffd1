"""Runs one audit of the simulator's tenants, twice with the same history, and prints what it took."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import time

credaudit, folder, simulator, latency = (
    sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
facts = json.loads((folder / "facts.json").read_text())


def audit():
    """One run: exit code, seconds, seconds of CPU, MiB at its peak."""
    begun = time.monotonic()
    process = subprocess.Popen(
        [credaudit, "audit", "--inventory", facts["inventory"]]
        + ["--database", folder / "history.sqlite", "--reports", folder / "reports"],
        env={"HTTPS_PROXY": facts["proxy"], "SSL_CERT_FILE": facts["ca"]},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    return (os.waitstatus_to_exitcode(status), wall, usage.ru_utime, usage.ru_stime,
            usage.ru_maxrss / 1024)


rows = [("first run", *audit()), ("second run", *audit())]
os.kill(simulator, signal.SIGTERM)
counts = folder / "requests.json"
while not counts.exists():
    time.sleep(0.05)
requests = json.loads(counts.read_text())
report = json.loads((folder / "reports/report.json").read_text())
print(f"\n{facts['tenants']} tenants, answers after {latency} ms; "
      f"requests in both runs: {requests['total']} ({requests['discovery']} discovery, "
      f"{requests['keys']} keys, {requests['token']} token)")
print(f"{'':12}{'exit':>6}{'wall s':>9}{'user s':>9}{'sys s':>9}{'peak MiB':>10}{'tenants/s':>11}")
for name, status, wall, user, system, peak in rows:
    print(f"{name:12}{status:6}{wall:9.2f}{user:9.2f}{system:9.2f}{peak:10.1f}"
          f"{facts['tenants'] / wall:11.0f}")
summary = report["summary"]["credentials"]
print("credentials: " + ", ".join(f"{n} {word}" for word, n in summary.items() if n))
sizes = {p.name: p.stat().st_size for p in [*(folder / "reports").iterdir(), *folder.glob("*.sqlite")]}
print("bytes: " + ", ".join(f"{name} {size}" for name, size in sorted(sizes.items())))
