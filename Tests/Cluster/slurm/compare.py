"""Holds two folders of reports to each other, byte for byte but for what is a fact of the run: its id, its times
and how long it took, the ids by which the service knows single requests, and what the auditor's machine looked like.

    compare.py NIGHTS ONE OTHER

NIGHTS is a JSON list: of each night when it began and ended, in seconds since 1970, and the ids of its runs. A time
within a night is normalised to that night's number, so that a wrong night is a difference all the same. Prints, for
each file, which kinds of facts were normalised on how many lines; exits with 1 where anything else is different.
"""

import collections
import datetime
import difflib
import json
import pathlib
import re
import sys

nights = json.loads(pathlib.Path(sys.argv[1]).read_text())
one, other = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
UTC = datetime.UTC


def night_of(moment):
    """The number of the night in which it is, or nothing."""
    return next((number for number, night in enumerate(nights, 1) if night["began"] <= moment <= night["ended"]), None)


def moment(match, form):
    try:
        return datetime.datetime.strptime(match[0], form).replace(tzinfo=UTC).timestamp()
    except ValueError:
        return -1


def time(form):
    def said(match):
        number = night_of(moment(match, form))
        return f"<time in night {number}>" if number else match[0]
    return said


def in_minute(begun):
    """Several nights may share a minute."""
    return any(night["began"] < begun + 60 and begun <= night["ended"] for night in nights)


def minute(match):
    begun = datetime.datetime.strptime(match[0].replace("\\", ""), "%d %b %Y, %H:%M UTC").replace(tzinfo=UTC)
    return "<minute of these nights>" if in_minute(begun.timestamp()) else match[0]


def minutes(match):
    return "<minute of these nights>" if in_minute(60 * int(match[0])) else match[0]


def seconds(match):
    number = night_of(int(match[0]))
    return f"<time in night {number}>" if number else match[0]


def identifier(match):
    for number, night in enumerate(nights, 1):
        if any(run.startswith(match[0]) for run in night["runs"]):
            return f"<run of night {number}>"
    # The simulator numbers what is in an inventory; all other ids are random, and of single requests.
    if len(match[0]) == 8 or re.fullmatch(r"[0-9a-f]{8}-0000-4000-8000-[0-9a-f]{12}", match[0]):
        return match[0]
    return "<id of a request>"


UUID = r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"
FACTS = [
    ("id", re.compile(UUID), identifier),
    ("id", re.compile(r"(?<=<code>)[0-9a-f]{8}(?=</code>)"), identifier),
    ("time", re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"), time("%Y-%m-%dT%H:%M:%SZ")),
    ("time", re.compile(r"\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ"), time("%Y-%m-%d %H:%M:%SZ")),
    ("time", re.compile(r"\b\d{8}T\d{6}Z"), time("%Y%m%dT%H%M%SZ")),
    ("time", re.compile(r"\b\d{1,2} [A-Z][a-z]{2} \d{4}\\?, \d\d:\d\d UTC"), minute),
    ("time", re.compile(r"(?<=^SEQUENCE:)\d+"), minutes),
    ("time", re.compile(r"(?<=_timestamp_seconds )\d{10}$"), seconds),
    ("duration", re.compile(r"(?<=_duration_seconds )\d+$"), lambda _: "<duration>"),
    ("duration", re.compile(r"(?<=(?:for| in) )\d+ s(?=\.</p>)|(?<=, took )\d+ s(?=;)"), lambda _: "<duration>"),
]


AUDITOR = {
    "report.json": [r'(?ms)^(  "auditor": \{\n).*?^(  \},)$'],
    "report.html": [r"(?s)(<h3>What the auditor itself looked like</h3>\n).*?(</dl></div>)"]}


def normalised(path):
    """The lines, and of each kind of fact on how many of them it was."""
    text = path.read_bytes().decode()
    if path.suffix == ".ics":
        # Lines are folded at a length and not at a word (RFC 5545, section 3.1).
        text = text.replace("\r\n ", "")
    counts = collections.Counter()
    # The block is to be there, and is one fact as a whole.
    for pattern in AUDITOR.get(path.name, ()):
        text, found = re.subn(pattern, r"\1<auditor>\2", text)
        counts["auditor block"] += found
    lines = []
    for row in text.split("\n"):
        kinds = set()
        for kind, pattern, said in FACTS:
            new = pattern.sub(said, row)
            kinds |= {kind} if new != row else set()
            row = new
        counts.update(kinds)
        lines.append(row)
    return lines, counts


def names(folder):
    return sorted(path.name for path in folder.iterdir())


failed = names(one) != names(other)
if failed:
    print(f"FAIL files: {', '.join(names(one))}; {', '.join(names(other))}")
for name in names(one):
    if not (other / name).exists():
        continue
    (ours, counts), (theirs, _) = normalised(one / name), normalised(other / name)
    same = ours == theirs
    failed |= not same
    facts = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()) if count)
    print(f"{'ok  ' if same else 'FAIL'} {name}: {len(ours)} lines, normalised: {facts or 'none'}")
    if not same:
        for row in list(difflib.unified_diff(ours, theirs, "one process", "merged", lineterm="", n=1))[:60]:
            print("     " + row[:400])
sys.exit(failed)
