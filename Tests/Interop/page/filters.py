"""Search, filters, order, and the address of a view."""
import json
import time

from browser import report

SEVERITY = ["critical", "unknown", "warning", "pass", "skipped"]


def subjects(pages):
    """What report.json says of the demo, in the page's words."""
    told = report(pages.demo.parent)
    for kind in ("authorities", "credentials"):
        for subject in told[kind]:
            yield {
                "verdict": subject["verdict"], "tenant": subject["tenant"],
                "owner": subject.get("owner") or "no owner", "tag": subject.get("tags", []),
                "kind": "authority" if kind == "authorities" else subject["kind"].replace("_", " "),
                "text": json.dumps(subject).lower(), "end": subject.get("expires_at"),
                "name": f'{subject.get("application")} / {subject.get("credential")}'}


def count(browser):
    return browser.one("#count").text


def each(browser, pages):
    """each filter shows what report.json says, and counts it."""
    everything = list(subjects(pages))
    browser.open(pages.demo)
    assert count(browser) == f"{len(everything)} subjects"
    credentials = [s for s in everything if s["kind"] != "authority"]
    tried = 0
    for name in ("tenant", "kind", "tag", "owner"):
        values = browser.js("""return Array.from(document.forms.controls.elements[arguments[0]].options,
            (option) => option.value).slice(1)""", name)
        # report.json says neither tags nor owners of an authority.
        known = everything if name in ("tenant", "kind") else credentials
        wanted = sorted({v for s in known for v in (s[name] if name == "tag" else [s[name]])})
        assert set(wanted) <= set(values), (name, wanted, values)
        for value in wanted:
            browser.choose(name, value)
            fits = [s for s in known if value in (s[name] if name == "tag" else [s[name]])]
            shown = [s for s in browser.shown() if known is everything or s["kind"] != "authority"]
            assert len(shown) == len(fits), (name, value, len(shown), len(fits))
            assert count(browser) == f"{len(browser.shown())} of {len(everything)} shown"
            tried += 1
        browser.choose(name, "")
    for verdict in ("critical", "unknown", "warning", "pass"):
        browser.click(f"input[value={verdict}]")
        fits = sum(s["verdict"] == verdict for s in everything)
        assert [s["verdict"] for s in browser.shown()] == [verdict] * fits, verdict
        browser.click(f"input[value={verdict}]")
        tried += 1
    assert count(browser) == f"{len(everything)} subjects"
    return f"{tried} filters"


def changes(browser, pages):
    """a change is filtered by, and any change."""
    browser.open(pages.small)
    all_rows = browser.shown()
    for change in sorted({row["change"] for row in all_rows}):
        browser.choose("change", change)
        assert browser.shown() == [row for row in all_rows if row["change"] == change], change
    browser.choose("change", "any")
    assert browser.shown() == [row for row in all_rows if row["change"] != "unchanged"]
    browser.click("input[value=suppressed]")
    browser.choose("change", "")
    suppressed = browser.shown()
    assert suppressed and all(row["verdict"] == "suppressed" for row in suppressed)


def search(browser, pages):
    """search finds words anywhere in a row, all of them, in any case."""
    browser.open(pages.demo)
    for words in ("AADSTS7000222", "payroll contoso", "BILLING", "issuer-mismatch"):
        browser.choose("q", words)
        browser.until("document.getElementById('count').textContent.includes(' of ')", "it is counted")
        text = browser.js("""return Array.from(document.querySelectorAll("#rows > li"),
            (row) => [row.hidden, row.textContent.toLowerCase()])""")
        for hidden, content in text:
            assert hidden != all(word in content for word in words.lower().split()), (words, content[:80])
        browser.choose("q", "")
        browser.until("!document.getElementById('count').textContent.includes(' of ')", "it is taken back")
    browser.choose("q", "nothing is called this")
    browser.until("!document.getElementById('nothing').hidden", "it is said that nothing fits")
    browser.click("#all")
    browser.until("document.getElementById('nothing').hidden", "all are back")
    assert browser.js("return document.activeElement.name") == "q"


def combined(browser, pages):
    """filters combine, and their address gives the same view."""
    browser.open(pages.small)
    all_rows = browser.shown()
    browser.click("input[value=critical]")
    browser.click("input[value=warning]")
    browser.choose("tag", "prod")
    browser.choose("kind", "certificate")
    browser.choose("order", "name")
    view = browser.shown()
    fits = [row for row in all_rows if row["verdict"] in ("critical", "warning")
            and "prod" in row["tags"] and row["kind"] == "certificate"]
    assert fits and sorted(r["id"] for r in view) == sorted(r["id"] for r in fits), (view, fits)
    address = browser.driver.current_url
    fragment = address.split("#")[1]
    assert fragment == "order=name&verdict=critical&verdict=warning&tag=prod&kind=certificate", fragment
    browser.open(pages.small, "#" + fragment)
    assert browser.shown() == view and browser.driver.current_url == address
    browser.click("button[type=reset]")
    browser.until("!location.hash", "the address is bare")
    assert browser.shown() == all_rows, "not as it was"
    # Names that no list has, and names that need escaping.
    browser.open(pages.small, "#tenant=no%20such%20tenant")
    assert browser.shown() == [] and browser.js("return document.forms.controls.tenant.value") == "no such tenant"
    browser.open(pages.small, "#tenant=a%26amp%3Bb%3Dc%23d+e")
    assert {row["tenant"] for row in browser.shown()} == {"a&amp;b=c#d e"}
    for broken in ("#%", "#verdict=%E0%A4%A", "#order=constructor", "#__proto__", "#=", "#change=nothing"):
        browser.open(pages.small, broken)
        assert browser.shown() == all_rows, broken


def links(browser, pages):
    """totals lead to what they count."""
    browser.open(pages.demo)
    everything = list(subjects(pages))
    # The address is another before the page is told: what counts is that the page has heard of it. Its
    # own listener was there first.
    browser.js("window.heard = []; addEventListener('hashchange', () => heard.push(location.hash))")
    browser.click(".tile.critical a")
    browser.until("heard.length === 1", "the tile has an address")
    assert browser.js("return heard[0]") == "#verdict=critical"
    verdicts = [row["verdict"] for row in browser.shown()]
    assert verdicts == ["critical"] * sum(s["verdict"] == "critical" for s in everything), verdicts
    steps = 1
    for place, name in ((0, "tenant"), (1, "owner")):
        lines = browser.js("""return Array.from(document.querySelectorAll(".tally")[arguments[0]].tBodies[0].rows,
            (row) => [row.cells[0].textContent, Number(row.lastElementChild.textContent)])""", place)
        assert lines, f"nothing is counted by {name}"
        for number, (value, total) in enumerate(lines):
            browser.js("""document.querySelectorAll(".tally")[arguments[0]].tBodies[0].rows[arguments[1]]
                .querySelector("a").click()""", place, number)
            steps += 1
            browser.until(f"heard.length === {steps}", "the row has an address")
            assert browser.js("return location.hash").startswith(f"#{name}="), (name, value)
            shown = browser.shown()
            assert len(shown) == total and {row[name] for row in shown} == {value}, (value, total)
    browser.driver.back()
    browser.until(f"heard.length === {steps + 1}", "the view before")
    assert browser.js("return location.hash").startswith("#owner=")


def order(browser, pages):
    """each order is one, and the listed one comes back."""
    browser.open(pages.small)
    listed = browser.shown()
    severities = [SEVERITY.index(row["verdict"].replace("suppressed", "warning")) for row in listed]
    assert severities == sorted(severities), "not worst first"
    for name in ("end", "owner", "tenant"):
        browser.choose("order", name)
        values = [row[name] for row in browser.shown()]
        collated = browser.js("""return arguments[0].slice().sort(
            new Intl.Collator("en", {numeric: true}).compare)""", values)
        assert values == collated and values != [row[name] for row in listed], name
    browser.choose("order", "")
    assert browser.shown() == listed


def large(browser, pages):
    """ten thousand rows are searched, filtered and ordered."""
    browser.open(pages.large)
    total = browser.js("return document.getElementById('rows').childElementCount")
    # More tenants than a list has: the others are found by their address, and by search.
    begun = time.monotonic()
    browser.js("location.hash = 'tenant=tenant-399'")
    browser.until("document.getElementById('count').textContent.includes(' of ')", "it is filtered")
    filtered = time.monotonic() - begun
    shown = browser.shown()
    assert {row["tenant"] for row in shown} == {"tenant-399"} and len(shown) >= 25, shown
    assert count(browser) == f"{len(shown)} of {total:,} shown", count(browser)
    browser.choose("tenant", "")
    begun = time.monotonic()
    browser.choose("order", "name")
    browser.settle()
    ordered = time.monotonic() - begun
    browser.choose("q", "app-4711")
    begun = time.monotonic()
    browser.until("document.getElementById('count').textContent.includes(' of ')", "it is found")
    found = time.monotonic() - begun
    names = [row["name"] for row in browser.shown()]
    assert "app-4711 / primary" in names and len(names) < 8, names
    return f"a tenant in {filtered:.2f} s, by name in {ordered:.2f} s, a word in {found:.2f} s"


CASES = [each, changes, search, combined, links, order, large]
