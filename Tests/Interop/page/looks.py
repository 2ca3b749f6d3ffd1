"""Widths, light and dark, and what axe finds."""

# What is wider than the page, or cut off by what it is in. Drawings scroll in a frame of their own.
CUT = """const found = [];
if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
for (const part of document.querySelectorAll("body *")) {
  if (part.closest("svg, .scroll, .hush, .skip, option") || !part.checkVisibility()) continue;
  const box = part.getBoundingClientRect();
  if (box.width && (box.right > innerWidth + 1 || box.left < -1)) found.push(part.outerHTML.slice(0, 120));
  if (part.clientWidth && part.scrollWidth > part.clientWidth + 1
    && getComputedStyle(part).overflowX !== "visible") found.push("cut: " + part.outerHTML.slice(0, 120));
}
return found.slice(0, 4)"""


def widths(browser, pages):
    """at no width does the page scroll sideways or cut anything off, closed or open."""
    for page in (pages.demo, pages.small):
        for width in (320, 360, 900, 1600):
            browser.look(width=width, height=20_000, scheme="dark" if width == 900 else "light")
            browser.open(page)
            for state in ("closed", "open"):
                found = browser.js(CUT)
                assert not found, f"{width} wide, {state}: {found}"
                browser.js("for (const part of document.querySelectorAll('details')) part.open = true")
                browser.settle()


def schemes(browser, pages):
    """light is light and dark is dark."""
    grounds = []
    for scheme in ("light", "dark"):
        browser.look(scheme=scheme)
        browser.open(pages.demo)
        colour = browser.js("return getComputedStyle(document.body).backgroundColor")
        grounds.append(sum(int(n) for n in colour.removeprefix("rgb(").rstrip(")").split(",")))
    assert grounds[0] > 700 and grounds[1] < 90, grounds


def axe(browser, pages):
    """axe finds nothing against WCAG A and AA."""
    looked = 0
    for page, width, scheme, fragment in (
            (pages.demo, 1280, "light", ""), (pages.demo, 360, "dark", ""), (pages.small, 1280, "dark", ""),
            (pages.small, 1280, "light", "#q=nothing+is+called+this")):
        # As high as it takes for all rows to be laid out.
        browser.look(width=width, height=20_000, scheme=scheme)
        browser.open(page, fragment)
        browser.js("for (const part of document.querySelectorAll('details')) part.open = true")
        browser.settle()
        found = browser.axe(pages.axe)
        assert not found, f"{page.parent.name}, {width} wide, {scheme}, {fragment}: " + "; ".join(found)
        looked += 1
    return f"{looked} views"


CASES = [widths, schemes, axe]
