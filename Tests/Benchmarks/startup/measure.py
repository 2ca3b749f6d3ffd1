"""Starts programs in turn, so that what else the machine does meets all alike.

    measure.py CREDAUDIT INVENTORY TENANTS STARTS
"""

import sys

import measurement
from measurement import at_most, median

credaudit, inventory, tenants, starts = sys.argv[1:]
python = sys.executable
LOAD = ("import sys, yaml\nwith open(sys.argv[1], encoding='utf-8') as file:\n"
        "    yaml.load(file, Loader=yaml.CSafeLoader)")
COMMANDS = {
    "--version": [credaudit, "--version"],
    "import msal": [python, "-c", "import msal"],
    "validate": [credaudit, "validate", "--inventory", inventory],
    "PyYAML": [python, "-c", LOAD, inventory],
    "nothing": [python, "-c", "pass"],
}

measurement.say(f"startup, {starts} starts of each")
for command in COMMANDS.values():
    measurement.run(command)
seen = {name: [] for name in COMMANDS}
for _ in range(int(starts)):
    for name, command in COMMANDS.items():
        seen[name].append(measurement.run(command))

results = measurement.Results("startup")
for name, ours, theirs, beside, limit in (
        ("`--version`", "--version", "import msal", "`import msal`", 1 / 7),
        (f"`validate` of {tenants} tenants", "validate", "PyYAML", "PyYAML's C loader", 1 / 3)):
    for field, what in (("wall", "time"), ("cpu", "CPU")):
        mine, other = (median(seen[side], field) * 1000 for side in (ours, theirs))
        results.row(
            f"{name}, {what}", f"{mine:.1f} ms", f"{beside} {other:.1f} ms", mine / other,
            at_most(round(limit, 3)), digits=3)
results.note(
    f"Medians of {starts} starts each, in turn. Peaks: " + ", ".join(
        f"{name} {median(uses, 'peak'):.0f} MiB" for name, uses in seen.items()) + ". A Python that "
    f"does nothing takes {median(seen['nothing'], 'wall') * 1000:.1f} ms; it is not subtracted.")
results.finish()
