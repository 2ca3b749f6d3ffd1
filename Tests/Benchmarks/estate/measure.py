"""Audits a prepared estate and gets the same tokens with MSAL, in turn.

    measure.py secret|certificate CREDAUDIT FOLDER SERVER BESIDE
"""

import json
import pathlib
import sys

import audits
import measurement
from measurement import at_least, median

proof, credaudit, folder, server, beside = sys.argv[1:]
folder, beside = pathlib.Path(folder), int(beside)
server = measurement.Server(server)
here = pathlib.Path(__file__).parent
count = len(json.loads((folder / "estate.json").read_text(encoding="ascii")))
GOALS = {"secret": (8, 15), "certificate": (None, 30)}


def audit():
    return audits.first(credaudit, folder / "inventory.yaml", folder, server, count)


def msal():
    return server.share_during(lambda: measurement.run([
        sys.executable, here / "msal_side.py", folder / "estate.json", folder / "ca.pem", beside]))


seen = measurement.in_turn({"credaudit": audit, "MSAL": msal})
ours, theirs = seen["credaudit"], seen["MSAL"]
throughput = count / median(ours, "wall"), beside / median(theirs, "wall")
cost = median(ours, "cpu") / count * 1000, median(theirs, "cpu") / beside * 1000
results = measurement.Results(f"estate-{proof}")
name = f"audit of {count} tenants × 1 {proof}"
wanted_throughput, wanted_cost = GOALS[proof]
results.row(
    f"{name}, tenants a second", f"{throughput[0]:.0f}/s", f"MSAL {throughput[1]:.0f}/s",
    throughput[0] / throughput[1], wanted_throughput and at_least(wanted_throughput))
results.row(
    f"{name}, CPU for a tenant", f"{cost[0]:.3f} ms", f"MSAL {cost[1]:.3f} ms",
    cost[1] / cost[0], at_least(wanted_cost))
results.note(
    f"Medians of {measurement.REPETITIONS} runs each, in turn, of whole processes: "
    f"credaudit {median(ours, 'wall'):.2f} s, {median(ours, 'cpu'):.2f} s of CPU, "
    f"{median(ours, 'peak'):.0f} MiB for {count} tenants (inventory, discovery, keys, tokens, their "
    f"signatures, database, reports; all passed); MSAL {median(theirs, 'wall'):.2f} s, "
    f"{median(theirs, 'cpu'):.2f} s of CPU, {median(theirs, 'peak'):.0f} MiB for {beside} of them "
    "(discovery and tokens).")
results.note(
    "The server's core was busy for "
    f"{median(ours, 'server_share'):.0%} of credaudit's time and "
    f"{median(theirs, 'server_share'):.0%} of MSAL's.")
results.finish()
