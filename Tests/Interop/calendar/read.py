"""Reads expiries.ics with icalendar and with vobject, and holds it to report.json."""
import datetime
import hashlib
import json
import pathlib
import re
import sys

import icalendar
import vobject

GUID = re.compile(r"/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


def name(credential):
    """The event's name, counted again: it must be the same for ever."""
    parts = (credential["tenant"], credential["application"], credential["credential"])
    text = "".join(f"{len(part.encode())}:{part}" for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:32] + "@credaudit"


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def texts(values):
    return sorted(str(value) for value in values)


def by_icalendar(data):
    calendar = icalendar.Calendar.from_ical(data)
    assert not calendar.errors, calendar.errors
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        yield str(event["UID"]), {
            "start": event["DTSTART"].dt, "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]), "stamp": event["DTSTAMP"].dt,
            "modified": event["LAST-MODIFIED"].dt, "sequence": int(event["SEQUENCE"]),
            "tags": texts(event["CATEGORIES"].cats) if "CATEGORIES" in event else [],
            "url": str(event.get("URL", "")), "transparent": event["TRANSP"] == "TRANSPARENT",
            "alarms": [alarm["TRIGGER"].dt.days for alarm in event.walk("VALARM")]}


def by_vobject(data):
    calendar = vobject.readOne(data.decode("utf-8"))
    calendar.validate(raiseException=True)
    for event in calendar.contents.get("vevent", []):
        yield event.uid.value, {
            "start": event.dtstart.value, "summary": event.summary.value,
            "description": event.description.value, "stamp": event.dtstamp.value,
            "modified": event.last_modified.value, "sequence": int(event.sequence.value),
            "tags": texts(event.categories.value) if "categories" in event.contents else [],
            "url": event.url.value if "url" in event.contents else "",
            "transparent": event.transp.value == "TRANSPARENT",
            "alarms": [alarm.trigger.value.days for alarm in event.contents.get("valarm", [])]}


def check_lines(data):
    lines = data.split(b"\r\n")
    assert lines.pop() == b"", "the last line has no end"
    for line in lines:
        assert len(line) <= 75 and b"\r" not in line and b"\n" not in line, line
        line.decode("utf-8")


def check(event, credential, run):
    end, start = moment(credential["expires_at"]), moment(run["started_at"])
    kind = credential["kind"].replace("_", " ").capitalize()
    subject = "/".join(credential[key] for key in ("tenant", "application", "credential"))
    assert event["start"] == end, (event["start"], end)
    title = event["summary"].removeprefix(f"{kind} ends: ")
    # What only the directory knows is called by what people call it, with its ids behind.
    assert title == subject or GUID.search(subject) and title.endswith(f" ({subject})"), event["summary"]
    assert event["stamp"] == event["modified"] == start
    assert event["sequence"] == int(start.timestamp()) // 60 < 2**31
    assert event["tags"] == sorted(credential["tags"]), event["tags"]
    link = credential["runbook"] or ""
    assert event["url"] == (link if link.startswith("https:") else ""), event["url"]
    assert event["transparent"]
    assert event["alarms"] == ([-30, -7] if end > start else [])
    lines = event["description"].split("\n")
    assert lines[0] == "Owner: " + (credential["owner"] or "nobody is named"), lines[0]
    assert lines[1] == "Tenant: " + credential["tenant"]
    assert any(f": {credential['verdict']}" in line for line in lines)
    for finding in credential["findings"]:
        if finding["suppressed"]:
            assert finding["suppressed"]["owner"] in event["description"]


def main():
    folder = pathlib.Path(sys.argv[1])
    data = (folder / "expiries.ics").read_bytes()
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    check_lines(data)
    wanted = {name(c): c for c in report["credentials"]
              if c["expires_at"] and c["change"] != "gone"}
    for reader in (by_icalendar, by_vobject):
        events = list(reader(data))
        assert len(events) == len(wanted), f"{reader.__name__}: {len(events)} events"
        for uid, event in events:
            check(event, wanted[uid], report["run"])
    print(f"ok   {folder.name}: {len(wanted)} events are the ends in report.json, say icalendar and"
          " vobject")


main()
