"""Reads report.json, findings.csv and report.html and holds them to each other."""
import csv
import json
import pathlib
import sys

import html5lib
import jsonschema

XHTML = "{http://www.w3.org/1999/xhtml}"
HARMFUL = set(range(0x202A, 0x202F)) | set(range(0x2066, 0x206A)) | {0x200E, 0x200F, 0x61C}


def unique_keys(pairs):
    keys = [key for key, _ in pairs]
    assert len(set(keys)) == len(keys), f"a key stands twice: {keys}"
    return dict(pairs)


def no_controls(name, text, allowed):
    bad = {ord(c) for c in text if (ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0) and c not in allowed}
    bad |= {ord(c) for c in text} & HARMFUL
    assert not bad, f"{name}: control characters {sorted(map(hex, bad))}"


def check_json(path, schema_path):
    text = path.read_text(encoding="utf-8")
    no_controls(path.name, text, "\n")
    assert not set("<>&") & set(text), "report.json may not stand in a page"
    report = json.loads(text, object_pairs_hook=unique_keys)
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    errors = [f"{e.json_path}: {e.message[:200]}" for e in validator.iter_errors(report)]
    assert not errors, "\n".join(errors[:20])
    for kind in ("authorities", "credentials"):
        counts = report["summary"][kind]
        assert counts["total"] == len(report[kind]), f"{kind}: the total is another"
        assert counts["total"] == sum(n for word, n in counts.items() if word != "total")
    return report


def check_csv(path, report):
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
    return len(rows)


def check_html(path, report):
    text = path.read_text(encoding="utf-8")
    no_controls(path.name, text, "\n")
    # strict: any parse error that the HTML standard names is raised.
    page = html5lib.HTMLParser(strict=True).parse(text)
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    for element in elements:
        for name, value in element.attrib.items():
            assert not name.startswith("on"), f"an inline handler: {name}"
            assert name not in ("src", "srcset", "style", "action", "background", "poster"), name
            if name.endswith("href"):
                assert value.startswith(("#", "https://", "mailto:")), f"a link to {value[:60]}"
    names = [element.tag.removeprefix(XHTML) for element in elements]
    assert names.count("script") == names.count("style") == names.count("h1") == 1
    for absent in ("link", "img", "iframe", "object", "embed", "base", "font"):
        assert absent not in names, f"a {absent} element"
    body = next(element for element in elements if element.attrib.get("id") == "rows")
    rows = [row for row in body if row.tag == XHTML + "tr"]
    assert len(rows) == min(len(report["credentials"]), len(rows)) and (
        len(rows) == len(report["credentials"]) or len(rows) >= 10_000), "rows are missing"
    assert [row.attrib["data-verdict"] for row in rows] == [
        credential["verdict"] for credential in report["credentials"]][: len(rows)]
    metas = {e.attrib.get("name"): e.attrib.get("content") for e in elements
             if e.tag == XHTML + "meta"}
    assert metas["credaudit-run"] == report["run"]["id"], "the page is another run's"
    return len(rows)


def main():
    folder, schema = map(pathlib.Path, sys.argv[1:3])
    report = check_json(folder / "report.json", schema)
    rows = check_csv(folder / "findings.csv", report)
    cards = check_html(folder / "report.html", report)
    print(f"reports: run {report['run']['id']}: report.json fits its schema, findings.csv has"
          f" {rows} rows, report.html has {cards} credentials")


main()
