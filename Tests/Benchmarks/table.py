"""Puts the results of all measures into one document.

    table.py SIZE SECONDS
"""

import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import sys

import measurement

size, seconds = sys.argv[1:]
folder = pathlib.Path(os.environ["BENCHMARK_RESULTS"])
ORDER = ["estate-secret", "estate-certificate", "probe", "growth", "startup", "repeat", "politeness",
         "directory"]


def first_line(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return "not here"
    return (done.stdout + done.stderr).strip().split("\n")[0]


def processor():
    found = re.search(r"^model name\s*: (.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return found[1] if found else platform.machine()


def memory():
    kibibytes = re.search(r"^MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text(), re.MULTILINE)
    return int(kibibytes[1]) / 1024 ** 2


def cores(numbers):
    return ", ".join(map(str, sorted(numbers)))


results = []
for name in ORDER:
    file = folder / f"{name}.json"
    if file.exists():
        content = json.loads(file.read_text(encoding="utf-8"))
        results.append((name, content["rows"], content["notes"]))
now = datetime.datetime.now(datetime.timezone.utc)
print("# Benchmarks\n")
print(f"- {now:%Y-%m-%d %H:%M} UTC, {size} size, {int(seconds) / 60:.0f} minutes, "
      f"{measurement.REPETITIONS} repetitions")
print(f"- {len(measurement.ALL_CORES)} × {processor()}, {memory():.0f} GiB, {platform.system()} "
      f"{platform.release()}; clients on core {cores(measurement.CLIENT_CORES)}, server on "
      f"{cores(measurement.SERVER_CORES)}")
print("- load average at the end: " + ", ".join(f"{load:.1f}" for load in os.getloadavg())
      + " (well above the number of programs measured, times mean little and CPU still something)")
print(f"- {first_line('swift', '--version')}; {first_line('nginx', '-v')}; Python "
      f"{platform.python_version()}; msal 1.35.1; {first_line('openssl', 'version')}\n")
print(measurement.rendered(results))
for file in sorted(folder.glob("*.txt")):
    print(f"\n**{file.stem}**\n\n```text\n{file.read_text(encoding='utf-8').strip()}\n```")
