"""report.sarif against the schema of its standard, and against report.json."""
import json
import os
import pathlib
import re
import urllib.parse

import jsonschema

from letters import no_controls, shown
from report_json import unique_keys
from subjects import BAD, all_of, bad_findings, is_whole, name

LEVELS = {"critical": "error", "unknown": "error", "warning": "warning"}


def schema():
    """The schema by OASIS, where somebody has put it beside the project."""
    corpora = os.environ.get("CREDAUDIT_CORPORA")
    path = pathlib.Path(corpora or "/nowhere") / "sarif/sarif-schema-2.1.0.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def check_schema(log):
    official = schema()
    if official is None:
        return "NOT held to its schema: CREDAUDIT_CORPORA names no folder with sarif"
    validator = jsonschema.Draft4Validator(
        official, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
    errors = [f"{e.json_path}: {e.message[:200]}" for e in validator.iter_errors(log)]
    assert not errors, "\n".join(errors[:20])
    return "fits its schema"


def messages(value):
    """Every message and description, however deep."""
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value
        for inner in value.values():
            yield from messages(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from messages(inner)


def check(folder, report):
    path = folder / "report.sarif"
    text = path.read_text(encoding="utf-8")
    no_controls(path.name, text, "\n")
    log = json.loads(text, object_pairs_hook=unique_keys)
    fits = check_schema(log)
    assert log["version"] == "2.1.0" and len(log["runs"]) == 1
    run = log["runs"][0]
    for message in messages(log):
        assert not re.search(r"\]\(", message["text"]), f"a link: {message['text'][:80]}"
        bare = message["text"].replace("{{", "").replace("}}", "")
        assert not set("{}") & set(bare), f"a placeholder: {message['text'][:80]}"
    assert run["properties"]["run_id"] == report["run"]["id"]
    assert run["invocations"][0]["executionSuccessful"] == is_whole(report)
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules), "a rule is there twice"
    of_run = [result for result in run["results"] if result["ruleId"].startswith("run/")]
    assert bool(of_run) != is_whole(report), "a run that proves nothing has no result of its own"
    check_results([result for result in run["results"] if result not in of_run], rules, report)
    return f"report.sarif has {len(run['results'])} results of {len(rules)} rules and {fits}"


def check_results(results, rules, report):
    expected = []
    for subject in all_of(report):
        for finding in bad_findings(subject):
            expected.append((
                shown(name(subject), 900), finding["check"], shown(finding["code"]),
                finding["verdict"], LEVELS[finding["verdict"]],
                shown(finding["suppressed"]["reason"]) if finding["suppressed"] else None))
    seen = []
    for result in results:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"], f"{result['ruleId']} points at {rule['id']}"
        facts, kept = result["properties"], result["suppressions"]
        (place,) = result["locations"]
        check_place(place, report)
        seen.append((
            place["logicalLocations"][0]["fullyQualifiedName"], facts["check"], facts["code"],
            facts["verdict"], result["level"], kept[0]["justification"] if kept else None))
        assert result["kind"] == "fail" and facts["verdict"] in BAD
        assert all(s["status"] == "accepted" and s["kind"] == "external" for s in kept)
    assert sorted(seen, key=repr) == sorted(expected, key=repr), "results are missing or others"
    for rule in rules:
        levels = {result["level"] for result in results if result["ruleId"] == rule["id"]}
        level = rule["defaultConfiguration"]["level"]
        assert not levels or level == min(levels), f"{rule['id']} has level {level} of {levels}"
    states = {"baselineState" in result for result in results}
    assert len(states) <= 1, "some results are compared with a run before and some are not"
    prints = [tuple(result["partialFingerprints"].values()) for result in results]
    assert len(set(prints)) == len(prints), "two results have the same fingerprint"


def check_place(place, report):
    location = place["physicalLocation"]["artifactLocation"]
    uri = urllib.parse.urlsplit(location["uri"])
    assert uri.scheme in ("", "file") and not uri.netloc and not uri.query and not uri.fragment
    assert ("uriBaseId" in location) == (not uri.scheme and not uri.path.startswith("../"))
    file = pathlib.Path(urllib.parse.unquote(uri.path))
    line = place["physicalLocation"].get("region", {}).get("startLine")
    if line and file.exists():
        assert line <= len(file.read_text(encoding="utf-8").splitlines()), f"{file} has no {line}"
