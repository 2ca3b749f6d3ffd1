"""report.html, read by the HTML standard's own rules, against report.json."""
import html5lib

from letters import no_controls
from subjects import all_of

XHTML = "{http://www.w3.org/1999/xhtml}"


def check(folder, report):
    path = folder / "report.html"
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
    ids = [element.attrib["id"] for element in elements if "id" in element.attrib]
    assert len(set(ids)) == len(ids), "an id stands twice"
    body = next(element for element in elements if element.attrib.get("id") == "rows")
    rows = {False: [], True: []}
    for row in body:
        kind = next(part for part in row.iter(XHTML + "span") if part.attrib.get("class") == "k")
        rows[kind.text == "authority"].append(row)
    for is_authority, subjects in ((False, report["credentials"]), (True, report["authorities"])):
        # Authorities stand by verdict there, and by tenant here.
        wanted = [subject["verdict"] for subject in subjects]
        if is_authority:
            wanted.sort(key=["critical", "unknown", "warning", "pass", "skipped"].index)
        found = [row.attrib["class"].split()[0] for row in rows[is_authority]]
        assert found == wanted[: len(found)], "rows of other verdicts or in another order"
        assert len(found) == len(wanted) or len(ids) > 10_000, "rows are missing"
    if len(rows[False]) == len(report["credentials"]) and len(rows[True]) == len(report["authorities"]):
        findings = sum(len(subject["findings"]) for subject in all_of(report))
        assert sum(name.startswith("f-") for name in ids) == findings, "findings without an anchor"
    metas = {e.attrib.get("name"): e.attrib.get("content") for e in elements
             if e.tag == XHTML + "meta"}
    assert metas["credaudit-run"] == report["run"]["id"], "the page is another run's"
    return f"report.html has {len(rows[False])} credentials and {len(rows[True])} authorities"
