"""What is there at all: without a script, by a link, on paper, and how fast."""
import contextlib
import os

from selenium.webdriver.common.keys import Keys

from browser import report


def opens(browser, pages):
    """ten thousand credentials open, and scroll to the last."""
    # How long it takes is the machine's affair and only told; what it takes is the page's.
    size = os.path.getsize(pages.large)
    assert size < 14_000_000, f"{size} bytes"
    browser.cdp("Performance.enable", timeDomain="threadTicks")
    browser.open(pages.large)
    timing = browser.js("""const [entry] = performance.getEntriesByType("navigation");
        const paint = performance.getEntriesByName("first-contentful-paint")[0];
        return [paint.startTime, entry.domContentLoadedEventEnd, entry.loadEventEnd,
          document.getElementsByTagName("*").length, document.getElementById("rows").childElementCount]""")
    metrics = {m["name"]: m["value"] for m in browser.cdp("Performance.getMetrics")["metrics"]}
    browser.cdp("Performance.disable")
    paint, ready, loaded, elements, rows = timing
    assert rows >= 10_000, f"{rows} rows"
    assert elements < 40 * rows, f"{elements} elements"
    browser.js("scrollTo(0, document.documentElement.scrollHeight)")
    browser.until("""(() => { const row = document.getElementById("rows").lastElementChild;
        const box = row.getBoundingClientRect(); scrollTo(0, document.documentElement.scrollHeight);
        return box.height > 20 && box.bottom > 0; })()""", "the last row is laid out")
    return (f"{size / 1e6:.1f} MB, {elements} elements; painted after {paint / 1000:.2f} s, loaded after"
            f" {loaded / 1000:.2f} s, {metrics['TaskDuration']:.2f} s of CPU")


def omits(browser, pages):
    """what has no row is counted, and what is not in order has one."""
    browser.open(pages.large)
    words = browser.one("#omitted").text
    assert words.startswith("360 authorities more that are in order"), words
    bad = sum(int(tile.replace(",", "")) for tile in browser.js(
        """return ["critical", "unknown", "warning", "suppressed"].map((word) =>
          document.querySelector(`.pick.${word} .amount`).textContent)"""))
    assert bad == browser.js("""return document.querySelectorAll(
        "#rows > li:is(.critical, .unknown, .warning)").length"""), bad
    assert browser.js("return document.querySelectorAll('#rows > li .e').length") == 10_040
    return words.split(" have no row")[0]


def plain(browser, pages):
    """without a script everything is there, and no control that would do nothing."""
    with browser.without_script():
        browser.open(pages.demo)
        assert not browser.one("#controls").is_displayed()
        assert not any(b.is_displayed() for b in browser.driver.find_elements("css selector", "button"))
        rows = browser.driver.find_elements("css selector", "#rows > li")
        told = report(pages.demo.parent)
        assert len(rows) == len(told["authorities"] + told["credentials"]), len(rows)
        assert all(row.is_displayed() for row in rows)
        browser.one("#rows .finding summary").click()
        assert browser.one("#rows .finding dl").is_displayed()
        browser.one(".tile.critical a").click()
        assert browser.driver.current_url.endswith("#subjects")


def anchors(browser, pages):
    """a link to a finding opens what it is in, and shows it."""
    browser.open(pages.small)
    found = browser.js("""return [".finding", "#rows > li:last-child dt[id]", "#rows > li:last-child"].map(
        (part) => document.querySelector(part).id)""")
    assert all(found) and len(set(found)) == 3, found
    for anchor in found:
        browser.open(pages.small, "#" + anchor)
        browser.until(f"""(() => {{ const box = document.getElementById("{anchor}").getBoundingClientRect();
            return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; }})()""",
                      f"{anchor} is in sight")
    # A filter that hides it gives way.
    browser.open(pages.small, "#verdict=pass")
    browser.js("location.hash = arguments[0]", found[0])
    browser.until(f"!document.getElementById('{found[0]}').closest('li').hidden", "the row is back")
    assert browser.js("return document.forms.controls.querySelectorAll(':checked[type=checkbox]').length") == 0
    ids = browser.js("return Array.from(document.querySelectorAll('[id]'), (part) => part.id)")
    assert len(set(ids)) == len(ids), "an id stands twice"


def copies(browser, pages):
    """a fix and a link are copied and said to be, also where there is no clipboard."""
    browser.open(pages.demo)
    browser.cdp("Browser.grantPermissions",
                permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    read = "const done = arguments[0]; navigator.clipboard.readText().then(done, (e) => done(String(e)))"
    fix = browser.one(".finding .fix bdi").text
    browser.click(".finding .copy")
    browser.until("document.getElementById('said').textContent === 'Fix copied'", "it is said")
    assert browser.driver.execute_async_script(read) == fix
    browser.click(".finding a.link")
    browser.until("document.getElementById('said').textContent === 'Link copied'", "it is said")
    anchor = browser.one(".finding").get_attribute("id")
    assert browser.driver.execute_async_script(read) == pages.demo.as_uri() + "#" + anchor
    assert browser.driver.current_url.endswith("#" + anchor)
    real = "Object.getPrototypeOf(navigator.clipboard)"
    browser.js(f"window.kept = {real}.writeText; {real}.writeText = () => Promise.reject(new Error('no'))")
    browser.one(".finding .copy").send_keys(Keys.ENTER)
    browser.until("document.getElementById('said').textContent === 'Fix copied'", "it is said")
    browser.js(f"{real}.writeText = window.kept")
    assert browser.driver.execute_async_script(read) == fix
    assert browser.js("return document.activeElement.className") == "copy", "the focus is lost"
    assert not browser.driver.find_elements("css selector", "textarea")


def hostile(browser, pages):
    """what a name says of markup is text."""
    browser.open(pages.small)
    assert browser.driver.title.startswith("Credential audit")
    assert "<img src=x onerror" in browser.one("#rows").get_attribute("textContent")
    browser.choose("tenant", "<img src=x onerror=document.title='run'>")
    assert browser.shown() and browser.driver.title.startswith("Credential audit")


def prints(browser, pages):
    """on paper what is wrong stands in full, and no control."""
    browser.look(media="print", height=20_000)
    for script in (contextlib.nullcontext(), browser.without_script()):
        with script:
            browser.open(pages.demo)
            closed = browser.driver.find_elements("css selector", ".finding > details:not([open]) dl")
            assert closed and all(part.size["height"] > 10 for part in closed), "details are closed"
            for part in ("#controls", ".copy", ".link", "nav", "#said", ".skip"):
                for found in browser.driver.find_elements("css selector", part):
                    assert not found.is_displayed(), f"{part} is printed"
    browser.look()
    pdf = browser.cdp("Page.printToPDF", preferCSSPageSize=True)["data"]
    assert len(pdf) > 50_000
    assert not browser.driver.find_elements("css selector", ".finding > details[open]"), "left open"


CASES = [opens, omits, plain, anchors, copies, hostile, prints]
