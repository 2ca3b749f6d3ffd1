"""Sends an estate's requests as the probe and as a bare loop, in turn, then as wrk.

    measure.py PROGRAM FOLDER SERVER
"""

import json
import pathlib
import re
import statistics
import sys

import measurement
from measurement import at_least, at_most

program, folder, server = sys.argv[1:]
folder, server = pathlib.Path(folder), measurement.Server(server)
here = pathlib.Path(__file__).parent


def expense(way):
    """What the requests took by the program's own account, which leaves out what came before."""
    use = server.share_during(lambda: measurement.run([program, way, folder], keeps=True))
    told = json.loads(use.output)
    return told | {
        "rate": told["requests"] / told["wall"], "cost": told["cpu"] / told["requests"] * 1e6,
        "server": use.server_share, "peak": use.peak}


def ceiling():
    """Requests a second that wrk gets, and how busy the server was."""
    port = re.search(r"localhost:(\d+)/", (folder / "inventory.yaml").read_text())[1]
    use = server.share_during(lambda: measurement.run(
        ["wrk", "--threads", "1", "--connections", "64", "--duration", "5s", "--script",
         here / "requests.lua", f"https://localhost:{port}/"],
        environment={"ESTATE": str(folder / "estate.json")}, keeps=True))
    if "Non-2xx" in use.output:
        sys.exit(f"wrk was refused: {use.output}")
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", use.output)[1]),
        "server": use.server_share, "client": use.cpu / use.wall}


seen = measurement.in_turn({
    "probe": lambda: expense("probe"), "loop": lambda: expense("loop"), "wrk": ceiling})


def median(side, field):
    return statistics.median(use[field] for use in seen[side])


count = seen["probe"][0]["requests"]
if any(use["requests"] != count for side in ("probe", "loop") for use in seen[side]):
    sys.exit("the sides sent different numbers of requests")
results = measurement.Results("probe")
results.row(
    f"probe of {count} requests, requests a second", f"{median('probe', 'rate'):.0f}/s",
    f"bare loop {median('loop', 'rate'):.0f}/s",
    median("probe", "rate") / median("loop", "rate") * 100, at_least(80, "%"), digits=0)
results.row(
    "the same, CPU for a request", f"{median('probe', 'cost'):.0f} µs",
    f"bare loop {median('loop', 'cost'):.0f} µs",
    median("probe", "cost") / median("loop", "cost"), at_most(1.5))
results.note(
    f"wrk with as many connections gets {median('wrk', 'rate'):.0f} requests a second out of the "
    f"same server: the server's core is then busy for {median('wrk', 'server'):.0%} of the time and "
    f"wrk's for {median('wrk', 'client'):.0%}. With the probe the server is busy for "
    f"{median('probe', 'server'):.0%}, with the loop for {median('loop', 'server'):.0%} (of the "
    "whole process, its start included).")
results.note(
    "What the probe does that the loop does not: it reads documents and keys, waits for the gate, "
    "verifies a signature for each token, and keeps what it saw. "
    f"Peaks: {median('probe', 'peak'):.0f} MiB and {median('loop', 'peak'):.0f} MiB.")
results.finish()
