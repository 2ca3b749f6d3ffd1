"""findings.csv, strictly by RFC 4180, against report.json."""
import csv

from letters import no_controls


def check(folder, report):
    path = folder / "findings.csv"
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    assert text.startswith("\ufeff"), "no byte order mark"
    no_controls(path.name, text, "\r\n")
    assert text.count("\n") == text.count("\r\n") == text.count("\r"), "a bare line end"
    rows = list(csv.DictReader(text[1:].splitlines(keepends=True), strict=True))
    for row in rows:
        assert None not in row and None not in row.values(), f"a row of another length: {row}"
        assert row["run_id"] == report["run"]["id"]
        for cell in row.values():
            formula = cell.strip().startswith(("=", "+", "@", "-"))
            assert not formula or cell.lstrip("-").isdigit(), f"a formula: {cell!r}"
    subjects = report["authorities"] + report["credentials"]
    findings = sum(len(subject["findings"]) for subject in subjects)
    assert findings == sum(row["record"] != "notice" for row in rows), "rows are missing"
    return f"findings.csv has {len(rows)} rows"
