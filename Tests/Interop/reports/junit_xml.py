"""junit.xml, read by junitparser, against report.json."""
import junitparser

from letters import no_controls, shown
from subjects import all_of, is_whole

SEVERITY = ("skipped", "pass", "warning", "unknown", "critical")


def outcome(findings):
    """What a pipeline is to see of the findings of one case."""
    left = [finding["verdict"] for finding in findings if not finding["suppressed"]]
    worst = max(left, key=SEVERITY.index, default="skipped")
    if worst == "pass" and len(left) < len(findings):
        worst = "skipped"
    return {"critical": "failure", "unknown": "error", "skipped": "skipped"}.get(worst, "passed")


def expected(report):
    cases = {}
    for subject in all_of(report):
        scopes = {(finding["check"], finding["evidence"]["scope"])
                  for finding in subject["findings"] if "scope" in finding["evidence"]}
        for finding in subject["findings"]:
            test, scope = finding["check"], finding["evidence"].get("scope")
            if scope is not None and sum(check == test for check, _ in scopes) > 1:
                test += f" [{shown(scope, 300)}]"
            cases.setdefault((class_name(subject), test), []).append(finding)
    return {case: outcome(findings) for case, findings in cases.items()}


def class_name(subject):
    names = [subject["tenant"]]
    names += [subject["application"], subject["credential"]] if "credential" in subject else [
        "authority"]
    return shown("/".join(shown(part, 300) for part in names))


def seen(case):
    kinds = [type(result).__name__.lower() for result in case.result]
    assert len(kinds) <= 1, f"{case.classname} {case.name} has {kinds}"
    return kinds[0] if kinds else "passed"


def check(folder, report):
    path = folder / "junit.xml"
    no_controls(path.name, path.read_text(encoding="utf-8"), "\n")
    suites = junitparser.JUnitXml.fromfile(str(path))
    numbers = ("tests", "failures", "errors", "skipped")
    stated = {suite.name: [getattr(suite, number) for number in numbers] for suite in suites}
    whole = [getattr(suites, number) for number in numbers]
    assert whole == [sum(column) for column in zip(*stated.values())], "the totals are others"
    of_run, *of_tenants = suites
    facts = {item.name: item.value for item in of_run.properties()}
    assert facts["run_id"] == report["run"]["id"]
    assert facts["inventory_sha256"] == report["run"]["inventory"]["sha256"]
    red = {seen(case) for case in of_run} & {"failure", "error"}
    assert bool(red) != is_whole(report), "a run that proves nothing is green, or one that does red"
    cases = {}
    for suite in of_tenants:
        for case in suite:
            key = (case.classname, case.name)
            assert key not in cases, f"{key} is there twice"
            cases[key] = seen(case)
    assert cases == expected(report), "cases are missing, too many or of another outcome"
    suites.update_statistics()
    for suite in suites:
        assert stated[suite.name] == [getattr(suite, number) for number in numbers], suite.name
    return f"junit.xml has {whole[0]} cases, {whole[1]} failures, {whole[2]} errors"
