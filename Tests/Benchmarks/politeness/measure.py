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
for span in (1, 3):
    most = most_within(seen, span) / span
    results.row(
        f"most requests within any {span} s, {tenants} tenants", f"{most:.1f}/s",
        f"configured {rate}/s", most, at_most(rate, "/s"), digits=1)
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
    f"By the simulator's own record: {len(seen)} requests ({', '.join(f'{n} {e}' for e, n in share.items())}) "
    f"at {average:.1f} a second on average. Requests are counted when they arrive, so that what the "
    "machine holds up and lets go at once shows as a crowd in a short span.")
results.finish()
