"""Reads a folder of reports with other people's parsers and holds each to report.json."""
import pathlib
import sys

import findings_csv
import junit_xml
import report_html
import report_json
import report_md
import report_sarif

# Each has `check(folder, report)`, which fails or says in a few words what it read.
FORMATS = [
    report_html,
    report_md,
    findings_csv,
    junit_xml,
    report_sarif,
]


def main():
    folder, schema = map(pathlib.Path, sys.argv[1:3])
    report = report_json.read(folder, schema)
    print(f"reports: run {report['run']['id']}: report.json fits its schema")
    for form in FORMATS:
        print(f"reports: {form.check(folder, report)}")


main()
