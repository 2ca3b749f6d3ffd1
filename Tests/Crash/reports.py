"""The reports that lie in a folder: read by parsers that are not ours, and which run each is of."""

import csv
import io
import json
import re
import stat
import xml.etree.ElementTree

# In the order in which a run writes them.
ORDER = ("report.html", "report.md", "findings.csv", "junit.xml", "report.sarif", "credaudit.prom",
         "expiries.ics", "report.json")
ID = r"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"


def page(text):
    assert text.lower().startswith("<!doctype html>") and text.endswith("</html>\n"), "no whole page"
    return re.search(r'<meta name="credaudit-run" content="' + ID, text)[1]


def markdown(text):
    assert text.startswith("# ") and text.endswith("\n"), "no whole text"
    return re.search("Run `" + ID + "`", text)[1]


def table(text):
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    assert rows and all(len(row) == len(head) for row in rows), "rows of different lengths"
    runs = {row[head.index("run_id")] for row in rows}
    assert len(runs) == 1, f"rows of {len(runs)} runs"
    return runs.pop()


def junit(text):
    root = xml.etree.ElementTree.fromstring(text)
    return next(node.get("value") for node in root.iter("property") if node.get("name") == "run_id")


def sarif(text):
    return re.search(ID, json.loads(text)["runs"][0]["automationDetails"]["id"])[1]


def metrics(text):
    line = re.compile(r'#.*|[a-z_]+(\{([a-z0-9_]+="(?:[^"\\\n]|\\["\\n])*",?)*\})? -?[0-9.e+-]+')
    assert text.endswith("\n") and all(line.fullmatch(row) for row in text.splitlines()), "no metrics"
    return re.search(r'credaudit_run_info\{run="' + ID, text)[1]


def calendar(text):
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n"), "cut"
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT"), "half an event"
    return re.search("X-CREDAUDIT-RUN:" + ID, text)[1]


def document(text):
    return json.loads(text)["run"]["id"]


READERS = dict(zip(ORDER, (page, markdown, table, junit, sarif, metrics, calendar, document)))


def read(folder):
    """Of each report that is there, in the order of writing, its run; or what is wrong with it."""
    found = {}
    for name in ORDER:
        path = folder / name
        if not path.exists():
            continue
        with open(path, newline="", encoding="utf-8") as file:
            text = file.read()
        try:
            found[name] = READERS[name](text)
        except Exception as problem:  # Whatever a parser says of half a file.
            found[name] = f"{type(problem).__name__}: {problem}"
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode != 0o640:
            found[name] = f"mode {mode:o}"
    return found
