"""An audit of a prepared service as the measures run it."""

import json
import shutil
import sys

import measurement


def run(credaudit, inventory, work, server, credentials):
    """One audit into a folder, and the proof that each credential and authority was found good."""
    use = server.share_during(lambda: measurement.run([
        credaudit, "audit", "--inventory", inventory, "--quiet",
        "--database", work / "history.sqlite", "--reports", work / "reports"]))
    summary = summarised(work / "reports/report.json")
    if summary["credentials"]["pass"] != credentials or any(
            part["pass"] != part["total"] for part in summary.values()):
        sys.exit(f"not everything passed: {summary}")
    return use


def summarised(report):
    """The summary stands before the subjects, of which there may be hundreds of megabytes."""
    with open(report, encoding="utf-8") as file:
        head = file.read(1 << 20)
    mark = '"summary":'
    return json.JSONDecoder().raw_decode(head[head.index(mark) + len(mark):].lstrip())[0]


def emptied(folder):
    """A folder for one history, without what an earlier one has left."""
    work = folder / "audit"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    return work


def first(credaudit, inventory, folder, server, credentials):
    """One audit from nothing to the reports: the database is a new one."""
    return run(credaudit, inventory, emptied(folder), server, credentials)
