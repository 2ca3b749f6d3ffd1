"""Holds alerts and dashboard to the metrics that there are, to promtool and to Grafana's models."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.cog.plugins import register_default_plugins
from grafana_foundation_sdk.models.dashboard import Dashboard

promtool, root, metrics = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
known = set(re.findall(r"^# TYPE (\w+) gauge$", metrics.read_text(encoding="utf-8"), re.M))
alerts = root / "config/prometheus/alerts.yml"
tests = root / "config/prometheus/alerts.test.yml"
dashboard = root / "config/grafana/dashboard.json"

for path in (alerts, tests, dashboard, root / "README.md"):
    named = set(re.findall(r"\bcredaudit_\w+", path.read_text(encoding="utf-8")))
    assert named, f"{path.name} names no metric"
    assert named <= known, f"{path.name} names what there is not: {named - known}"
    print(f"ok   {path.name}: all {len(named)} metrics that it names are there")

names = set(re.findall(r"- alert: (\w+)", alerts.read_text()))
expected = re.findall(
    r"- alertname: (\w+)\n\s+eval_time: \w+\n\s+exp_alerts:", tests.read_text())
assert names == set(expected), f"no test sees them fire: {names ^ set(expected)}"
for words in (["check", "rules", alerts], ["test", "rules", tests]):
    done = subprocess.run([promtool, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
print(f"ok   alerts.yml: promtool takes {len(names)} alerts, and each fires where its test wants it")


def kept(here, there, place="dashboard"):
    """Every key that is written is one that Grafana's models have, with the same value."""
    if isinstance(here, dict):
        assert isinstance(there, dict) and here.keys() <= there.keys(), (place, here)
        for key, value in here.items():
            kept(value, there[key], f"{place}.{key}")
    elif isinstance(here, list):
        assert isinstance(there, list) and len(here) == len(there), place
        for number, (one, other) in enumerate(zip(here, there)):
            kept(one, other, f"{place}[{number}]")
    else:
        assert here == there, (place, here, there)


register_default_plugins()
source = json.loads(dashboard.read_text())
kept(source, json.loads(JSONEncoder().encode(Dashboard.from_json(source))))

# Of two audits one has not come to its end for two days: no figure may show the other one alone.
figures = {
    "Last complete run": ("last_complete_run_timestamp_seconds", "0x2880", "172740x2880", 172800),
    "Last run": ("last_run_complete", "0x2880", "1x2880", 0)}
for title, (metric, ill, well, wanted) in figures.items():
    panel = next(panel for panel in source["panels"] if panel["title"] == title)
    (target,) = panel["targets"]
    test = {"evaluation_interval": "1m", "tests": [{
        "interval": "1m",
        "input_series": [
            {"series": f'credaudit_{metric}{{instance="{instance}"}}', "values": values}
            for instance, values in (("ill", ill), ("well", well))],
        "promql_expr_test": [{
            "expr": target["expr"].replace("$instance", ".*"), "eval_time": "2d",
            "exp_samples": [{"labels": "{}", "value": wanted}]}]}]}
    with tempfile.NamedTemporaryFile("w", suffix=".yml") as file:
        json.dump(test, file)
        file.flush()
        done = subprocess.run([promtool, "test", "rules", file.name], capture_output=True, text=True)
    assert done.returncode == 0, f"'{title}' does not show the worst: {done.stdout}{done.stderr}"
print("ok   dashboard.json: of several audits the worst is shown")
ids = [panel["id"] for panel in source["panels"]]
assert len(set(ids)) == len(ids), "two panels have one id"
print(f"ok   dashboard.json: Grafana's models know every key of its {len(ids)} panels")
