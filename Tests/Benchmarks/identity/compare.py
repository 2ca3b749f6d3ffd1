"""Measures EntraIdentity and MSAL in turn, so that what else the machine does meets both alike, and
prints both with their ratio."""

import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

here = pathlib.Path(__file__).parent
program, world = sys.argv[1], pathlib.Path(sys.argv[2])
facts = json.loads((world / "facts.json").read_text(encoding="utf-8"))
# Straight to the simulator: through a proxy MSAL waits for delayed acknowledgements, 40 ms each.
environment = dict(os.environ, SSL_CERT_FILE=facts["ca"], REQUESTS_CA_BUNDLE=facts["ca"])
bundle = str(world / "bundle.pfx")
ROUNDS, STARTS = 3, 20
OURS, THEIRS = "EntraIdentity", "MSAL"


def number(command):
    """What a program prints."""
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True)
    check(command, done.returncode)
    return float(done.stdout)


def both(words, rounds=ROUNDS):
    """The median of each side's numbers, taken in turn."""
    sides = [[program], [sys.executable, str(here / "msal_side.py")]]
    seen = [[], []]
    for _ in range(rounds):
        for side, numbers in zip(sides, seen):
            numbers.append(number(side + words))
    return [statistics.median(numbers) for numbers in seen]


def openssl():
    """Signatures a second, by OpenSSL's own measurement."""
    rates = []
    for _ in range(ROUNDS):
        said = subprocess.run(
            ["openssl", "speed", "-seconds", "2", "-mr", "rsa2048"], check=True,
            capture_output=True, text=True).stdout
        rates.append(float(re.search(r"^\+F2:\d+:2048:([\d.]+)", said, re.MULTILINE)[1]))
    return statistics.median(rates)


def process(words):
    """Of a process with one token: milliseconds, milliseconds of CPU, MiB in memory at the peak, and
    MiB of those that are its own, which no file backs and no other process shares."""
    sides = [[program, "token"], [sys.executable, str(here / "msal_token.py")]]
    seen, own = [[], []], [[], []]
    for side in sides:
        start(side + words)
    for _ in range(STARTS):
        for side, rows in zip(sides, seen):
            rows.append(start(side + words))
    for _ in range(ROUNDS):
        for side, rows in zip(sides, own):
            rows.append(anonymous(side + words))
    return [
        tuple(map(statistics.median, zip(*rows))) + (statistics.median(sizes),)
        for rows, sizes in zip(seen, own)]


def start(command):
    begun = time.monotonic()
    child = subprocess.Popen(command, env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - begun
    check(command, status)
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def anonymous(command):
    """The largest that is seen by looking often, which takes time: these starts are not timed."""
    child = subprocess.Popen(command, env=environment)
    peak = 0
    while child.poll() is None:
        try:
            said = pathlib.Path(f"/proc/{child.pid}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue
        found = re.search(r"^Anonymous:\s+(\d+) kB$", said, re.MULTILINE)
        peak = max(peak, int(found[1]) if found else 0)
    check(command, child.returncode)
    return peak / 1024


def check(command, status):
    if status:
        sys.exit(f"{command[:2]} did not end well")


def row(name, ours, theirs, unit, ratio):
    print(f"{name:46}{ours:14.2f}{theirs:14.2f} {unit:5}{ratio:10.2f}x", flush=True)


print(f"{'':46}{OURS:>14}{THEIRS:>14} {'':5}{'better by':>11}")
for what in ("hit", "miss"):
    for tenants in (1, 100, 10_000):
        ours, theirs = both([what, str(tenants)])
        row(f"{what}, tokens of {tenants} tenants in one cache", ours * 1e6, theirs * 1e6, "µs",
            theirs / ours)
# MSAL takes minutes for it.
ours, theirs = both(["first", "10000"], rounds=1)
row("first token for 10000 tenants in one cache", ours, theirs, "s", theirs / ours)
for algorithm in ("PS256", "RS256"):
    ours, theirs = both(["sign", algorithm, bundle])
    row(f"assertions signed, {algorithm}, RSA of 2048 bits", ours, theirs, "/s", ours / theirs)
    rate = openssl()
    print(f"    beside {rate:.0f} signatures a second by `openssl speed`: {ours / rate:.0%}")
for way, authority in (
        ("canned", facts["authority"]), ("network", facts["direct_authority"])):
    for kind, client, credential in (
            ("secret", facts["secret_client_id"], facts["secret"]),
            ("PFX", facts["bundle_client_id"], bundle)):
        ours, theirs = process([way, authority, client, credential])
        where = "over TLS" if way == "network" else "no network"
        for unit, what, mine, other in zip(
                ("ms", "ms", "MiB", "MiB"), ("", ", CPU", ", peak", ", its own"), ours, theirs):
            row(f"process with a token, {kind}, {where}{what}", mine, other, unit, other / mine)
