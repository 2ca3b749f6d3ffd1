"""report.html, read by the HTML standard's own rules, against report.json."""
import html5lib

from letters import no_controls

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
    body = next(element for element in elements if element.attrib.get("id") == "rows")
    rows = [row for row in body if row.tag == XHTML + "tr"]
    assert len(rows) == min(len(report["credentials"]), len(rows)) and (
        len(rows) == len(report["credentials"]) or len(rows) >= 10_000), "rows are missing"
    assert [row.attrib["data-verdict"] for row in rows] == [
        credential["verdict"] for credential in report["credentials"]][: len(rows)]
    metas = {e.attrib.get("name"): e.attrib.get("content") for e in elements
             if e.tag == XHTML + "meta"}
    assert metas["credaudit-run"] == report["run"]["id"], "the page is another run's"
    return f"report.html has {len(rows)} credentials"
