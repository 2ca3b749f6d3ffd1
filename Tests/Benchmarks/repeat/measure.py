"""Two audits into one database, and the reports of each again out of it.

    measure.py CREDAUDIT FOLDER SERVER TENANTS
"""

import pathlib
import statistics
import sys

import audits
import measurement
from measurement import at_most, median

credaudit, folder, server, tenants = sys.argv[1:]
folder, server, tenants = pathlib.Path(folder), measurement.Server(server), int(tenants)
inventory = folder / "inventory.yaml"
work = folder / "audit"
sizes = []


def night():
    use = audits.run(credaudit, inventory, work, server, tenants)
    # The journal beside it counts as long as it is there.
    sizes.append(sum(file.stat().st_size for file in work.glob("history.sqlite*")))
    return use


def first():
    audits.emptied(folder)
    return night()


def reports():
    return measurement.run([
        credaudit, "report", "--database", work / "history.sqlite", "--reports", work / "again"])


seen = measurement.in_turn({
    "first night": first, "its reports": reports, "second night": night, "second reports": reports})
growth = statistics.median(second - begun for begun, second in zip(sizes[::2], sizes[1::2]))
begun = statistics.median(sizes[::2])
results = measurement.Results("repeat")
for field, what in (("cpu", "CPU"), ("wall", "time")):
    early, late = (median(seen[name], field) for name in ("its reports", "second reports"))
    results.row(
        f"reports of a second run with nothing changed, {what}, {tenants} tenants", f"{late:.2f} s",
        f"first run {early:.2f} s", late / early, at_most(1.1))
early, late = (median(seen[name], "cpu") for name in ("first night", "second night"))
results.row(
    "that whole run, CPU", f"{late:.2f} s", f"first run {early:.2f} s", late / early, None)
results.row(
    "database growth by it", f"{growth / 1e6:.1f} MB", f"first run {begun / 1e6:.1f} MB",
    growth / begun, None)
results.note(
    f"The second night adds {growth / tenants:.0f} bytes for each of {tenants} credentials with their "
    f"authorities; the first {begun / tenants:.0f}. The reports are all eight, by `credaudit report`.")
results.finish()
