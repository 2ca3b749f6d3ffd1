"""Starts two programs in turn, so that what else the machine does meets both alike."""

import os
import statistics
import subprocess
import sys
import time

credaudit, python = sys.argv[1:]
COMMANDS = {
    "credaudit --version": [credaudit, "--version"],
    "python -c 'import msal'": [python, "-c", "import msal"],
    "python -c pass": [python, "-c", "pass"],
}
STARTS = 20


def start(command):
    """Milliseconds and MiB at the peak."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return (time.monotonic() - begun) * 1000, usage.ru_maxrss / 1024


seen = {name: [] for name in COMMANDS}
for command in COMMANDS.values():
    start(command)
for _ in range(STARTS):
    for name, command in COMMANDS.items():
        seen[name].append(start(command))
medians = {
    name: tuple(statistics.median(value[i] for value in values) for i in (0, 1))
    for name, values in seen.items()}
print(f"{'':26}{'wall ms':>9}{'peak MiB':>10}    medians of {STARTS}")
for name, (wall, peak) in medians.items():
    print(f"{name:26}{wall:9.1f}{peak:10.1f}")
ours, theirs = (medians[name] for name in list(COMMANDS)[:2])
print(f"{'msal to credaudit':26}{theirs[0] / ours[0]:8.1f}x{theirs[1] / ours[1]:9.1f}x")
