"""Reads the simulators' records: when each request came, and how many were under way at once.

    measure.py FOLDER TENANTS
"""

import collections
import json
import pathlib
import sys

import measurement
from limits import LIMITS, RETRY_AFTER
from measurement import at_least, at_most

HOST = "login.microsoftonline.com"
folder, tenants = pathlib.Path(sys.argv[1]), sys.argv[2]


def requests(world):
    with open(folder / world / "requests.jsonl", encoding="utf-8") as lines:
        return sorted(
            (entry for entry in map(json.loads, lines) if entry["host"].split(":")[0] == HOST),
            key=lambda entry: float(entry["at"]))


def times(world):
    return [float(entry["at"]) for entry in requests(world)]


def most_within(moments, seconds):
    """The most requests in any such span, wherever it begins."""
    most, first = 0, 0
    for last, moment in enumerate(moments):
        while moment - moments[first] >= seconds:
            first += 1
        most = max(most, last - first + 1)
    return most


def peak(world):
    return json.loads((folder / world / "requests.json").read_text())["peak_in_flight"][HOST]


def spared(world):
    """Seconds from each 429 to the same tenant's next request, whatever it was for."""
    waits, throttled_at = [], {}
    for entry in requests(world):
        tenant, at = entry["path"].split("/")[1], float(entry["at"])
        if tenant in throttled_at:
            waits.append(at - throttled_at.pop(tenant))
        if entry["status"] == 429:
            throttled_at[tenant] = at
    if throttled_at:
        sys.exit(f"{len(throttled_at)} throttled tenants were never asked again")
    return waits


results = measurement.Results("politeness")
rate = int(LIMITS["rate"]["rate"].removesuffix("/s"))
seen = times("rate")
most = most_within(seen, 1)
# A span that begins with a request has one more in it than intervals.
results.row(
    f"most requests within any second, of {tenants} tenants", f"{most}", f"configured {rate}/s",
    most, at_most(rate + 1, "in a second"), digits=0)
places = LIMITS["places"]["per_host"]
results.row(
    "most requests in flight at a host", f"{peak('places')}", f"configured {places}",
    peak("places"), at_most(places, "in flight"), digits=0)
waits = spared("throttling")
results.row(
    f"shortest wait of {len(waits)} throttled tenants", f"{min(waits):.2f} s",
    f"Retry-After {RETRY_AFTER} s", min(waits), at_least(RETRY_AFTER, "s"))
average = (len(seen) - 1) / (seen[-1] - seen[0])
share = collections.Counter(entry["endpoint"] for entry in requests("rate"))
results.note(
    f"By the simulator's own record: {len(seen)} requests "
    f"({', '.join(f'{count} {endpoint}' for endpoint, count in share.items())}) at {average:.2f} a "
    "second on average. They are counted when they arrive: what the machine holds up and then lets go "
    "at once is a crowd that nobody sent.")
results.finish()
