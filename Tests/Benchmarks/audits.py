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
    summary = json.loads((work / "reports/report.json").read_text(encoding="utf-8"))["summary"]
    if summary["credentials"]["pass"] != credentials or any(
            part["pass"] != part["total"] for part in summary.values()):
        sys.exit(f"not everything passed: {summary}")
    return use


def emptied(folder):
    """A folder for one history, without what an earlier one has left."""
    work = folder / "audit"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    return work


def first(credaudit, inventory, folder, server, credentials):
    """One audit from nothing to the reports: the database is a new one."""
    return run(credaudit, inventory, emptied(folder), server, credentials)
