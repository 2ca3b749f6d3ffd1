"""Reads credaudit.prom with Prometheus' own client and promtool, and holds it to report.json."""
import datetime
import json
import pathlib
import re
import subprocess
import sys

from prometheus_client.parser import text_string_to_metric_families

SEVERITY = {"critical": 4, "unknown": 3, "warning": 2, "pass": 1, "skipped": 0}


def written(name):
    """What a label's value stands for: what could act on its reader is named by its number."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), name)


def read(path):
    """Each metric's samples, by their labels."""
    families = {}
    for family in text_string_to_metric_families(path.read_text(encoding="utf-8")):
        assert family.name not in families, f"{family.name} begins twice"
        assert family.type == "gauge", f"{family.name} is a {family.type}"
        assert family.documentation, f"{family.name} has no help"
        samples = families[family.name] = {}
        for sample in family.samples:
            assert sample.name == family.name and sample.timestamp is None
            labels = tuple((name, written(value)) for name, value in sample.labels.items())
            assert labels not in samples, f"{family.name}: twice {labels}"
            samples[labels] = sample.value
    return families


def seconds(moment):
    return datetime.datetime.fromisoformat(moment.replace("Z", "+00:00")).timestamp()


def severity(findings):
    return max([SEVERITY[f["verdict"]] for f in findings if not f["suppressed"]], default=0)


def suppressed(labels, findings):
    found = {}
    for finding in findings:
        if finding["suppressed"] and SEVERITY[finding["verdict"]] >= 2:
            key = (*labels, ("check", finding["check"]))
            found[key] = max(found.get(key, 0), SEVERITY[finding["verdict"]])
    return found


def expected(report):
    """The metrics that report.json says there should be."""
    run, metrics = report["run"], {}
    metrics["build_info"] = {(("version", run["tool_version"]),): 1}
    metrics["run_info"] = {(("run", run["id"]),): 1}
    metrics["last_run_timestamp_seconds"] = {(): seconds(run["finished_at"])}
    metrics["last_run_duration_seconds"] = {
        (): seconds(run["finished_at"]) - seconds(run["started_at"])}
    metrics["last_run_complete"] = {(): run["complete"]}
    metrics["last_run_offline"] = {(): run["offline"]}
    metrics["last_run_filtered"] = {(): any(run["scope"].values())}
    metrics["subjects"] = {
        (("kind", kind), ("verdict", verdict)): count
        for kind, counts in (
            ("authority", report["summary"]["authorities"]),
            ("credential", report["summary"]["credentials"]))
        for verdict, count in counts.items() if verdict != "total"}
    for name in (
            "authority_severity", "authority_suppressed_severity", "credential_severity",
            "credential_suppressed_severity", "credential_expiry_timestamp_seconds"):
        metrics[name] = {}
    for credential in report["credentials"]:
        if credential["change"] == "gone":
            continue
        labels = tuple(
            (name, credential[name] or "")
            for name in ("tenant", "application", "credential", "kind", "owner"))
        metrics["credential_severity"][labels] = severity(credential["findings"])
        metrics["credential_suppressed_severity"] |= suppressed(labels, credential["findings"])
        if credential["expires_at"]:
            metrics["credential_expiry_timestamp_seconds"][labels] = seconds(
                credential["expires_at"])
    return metrics


def main():
    promtool, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    path = folder / "credaudit.prom"
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    families = {name.removeprefix("credaudit_"): f for name, f in read(path).items()}
    for name, wanted in expected(report).items():
        if not name.startswith("authority_"):
            assert families[name] == wanted, f"{name}: {set(families[name].items()) ^ set(wanted.items())}"
    # The owner of an authority is not in report.json.
    found = {(dict(labels)["tenant"], dict(labels)["authority"]): value
             for labels, value in families["authority_severity"].items()}
    assert found == {(a["tenant"], a["authority"]): severity(a["findings"])
                     for a in report["authorities"] if a["change"] != "gone"}
    complete = families["last_complete_run_timestamp_seconds"]
    if report["run"]["complete"] and not report["run"]["offline"]:
        assert complete == families["last_run_timestamp_seconds"]
    with path.open("rb") as file:
        lint = subprocess.run(
            [promtool, "check", "metrics"], stdin=file, capture_output=True, text=True)
    assert lint.returncode == 0 and not lint.stderr, lint.stderr
    samples = sum(len(family) for family in families.values())
    print(f"ok   {folder.name}: {samples} samples of {len(families)} metrics are those of report.json;"
          " promtool has nothing to say")


if __name__ == "__main__":
    main()
