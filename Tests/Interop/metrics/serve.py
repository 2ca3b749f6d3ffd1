"""Asks a Prometheus server that scrapes node_exporter what it has of credaudit.prom, what its alerts
say, and what the dashboard would show."""
import json
import pathlib
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

from read import expected, written

PATIENCE = 60
server, root, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])


def ask(path, **parameters):
    with urllib.request.urlopen(f"{server}{path}?{urllib.parse.urlencode(parameters)}") as answer:
        return json.load(answer)["data"]


def query(expression):
    return ask("/api/v1/query", query=expression)["result"]


def wait_until(question, what):
    limit = time.monotonic() + PATIENCE
    while True:
        try:
            if question():
                return
        except (urllib.error.URLError, ConnectionError):
            pass
        assert time.monotonic() < limit, f"{what} within {PATIENCE} s"
        time.sleep(0.2)


def evaluated_since(began):
    rules = [rule for group in ask("/api/v1/rules")["groups"] for rule in group["rules"]]
    assert all(rule["health"] != "err" for rule in rules), rules
    return rules and all(
        rule["health"] == "ok" and moment(rule["lastEvaluation"]) > began for rule in rules)


def moment(text):
    # Nanoseconds are more than Python reads.
    return time.mktime(time.strptime(text[:19], "%Y-%m-%dT%H:%M:%S")) - time.timezone


wait_until(lambda: query("credaudit_build_info"), "the server has scraped")
assert query("node_textfile_scrape_error")[0]["value"][1] == "0", "node_exporter refuses the file"
report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
count = 0
for name, wanted in expected(report).items():
    if name.startswith("authority_"):
        continue
    found = {}
    for sample in query(f"credaudit_{name}"):
        labels = {k: written(v) for k, v in sample["metric"].items()}
        assert labels.pop("job") == "node" and labels.pop("instance") and labels.pop("__name__")
        found[frozenset(labels.items())] = float(sample["value"][1])
    # To Prometheus, an empty label is none.
    want = {frozenset((k, v) for k, v in labels if v): value for labels, value in wanted.items()}
    assert found == want, f"{name}: {set(found.items()) ^ set(want.items())}"
    count += len(found)
print(f"ok   node_exporter and Prometheus have the {count} samples that report.json stands for")

# Once: asked again, it would be the time of a later sample each time.
began = float(query("min(timestamp(credaudit_build_info))")[0]["value"][1])
wait_until(lambda: evaluated_since(began), "every rule was evaluated over the samples")
firing = {}
for alert in ask("/api/v1/alerts")["alerts"]:
    firing.setdefault(alert["labels"]["alertname"], []).append(alert)
critical = {(c["tenant"], c["application"], c["credential"])
            for c in report["credentials"] if c["change"] != "gone" and any(
                f["verdict"] == "critical" and not f["suppressed"] for f in c["findings"])}
assert critical == {
    tuple(written(alert["labels"][name]) for name in ("tenant", "application", "credential"))
    for alert in firing.get("CredauditCredentialCritical", [])}
known = {"CredauditCredentialCritical", "CredauditCredentialExpired", "CredauditUnknown",
         "CredauditCredentialExpiresSoon", "CredauditAuthorityCritical"}
assert firing.keys() <= known, f"of a run that is whole and new: {firing.keys() - known}"
print("ok   its alerts fire: " + ", ".join(
    f"{len(alerts)} {name}" for name, alerts in sorted(firing.items())))

panels = json.loads((root / "config/grafana/dashboard.json").read_text())["panels"]
empty = []
for panel in panels:
    for target in panel["targets"]:
        expression = target["expr"]
        for name in ("$instance", "$tenant", "$owner"):
            expression = expression.replace(name, ".*")
        if not query(expression):
            empty.append(panel["title"])
# Where nothing is suppressed there is nothing to show.
assert set(empty) <= {"What somebody answers for"}, f"panels without data: {empty}"
print(f"ok   the dashboard's {len(panels)} panels have data, but for {len(empty)}")
