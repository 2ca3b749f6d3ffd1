"""Without a pointer."""
from selenium.webdriver.common.keys import Keys

FOCUS = """const part = document.activeElement; const box = part.getBoundingClientRect();
return {tag: part.tagName, name: part.name ?? "", text: part.textContent.trim().slice(0, 60),
  isSeen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  outline: [part, part.parentElement].some((seen) => getComputedStyle(seen).outlineStyle !== "none")}"""


def skip(browser, pages):
    """the first thing that Tab reaches leads past the overview."""
    browser.open(pages.demo)
    browser.tab()
    focus = browser.js(FOCUS)
    assert focus["text"] == "Skip to authorities and credentials" and focus["isSeen"], focus
    browser.keys(Keys.ENTER)
    browser.until("location.hash === '#subjects'", "it leads there")
    browser.tab()
    assert browser.js(FOCUS)["name"] == "q", browser.js(FOCUS)


def everything(browser, pages):
    """Tab reaches all that can be used, in the page's order, and shows where it is."""
    browser.open(pages.demo)
    wanted = browser.js("""return Array.from(document.querySelectorAll(
        "a[href], button, input, select, summary, [tabindex='0']")).filter((part) =>
          part.checkVisibility({visibilityProperty: true})).length""")
    browser.js("""window.order = []; document.addEventListener("focusin", ({target}) => order.push(target))""")
    for _ in range(40):
        browser.tab()
        focus = browser.js(FOCUS)
        assert focus["isSeen"] and focus["outline"], focus
    for _ in range(wanted - 40):
        browser.tab()
    result = browser.js("""return [new Set(order).size, order.every((part, place) => !place
        || order[place - 1].compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING)]""")
    assert result == [wanted, True], (result, wanted)
    return f"{wanted} stops"


def uses(browser, pages):
    """details, filters and order work by Enter, Space and arrows."""
    browser.open(pages.demo)
    for part, keys in ((".finding summary", [Keys.ENTER, Keys.SPACE]), (".proof summary", [Keys.SPACE, Keys.ENTER])):
        browser.js("arguments[0].focus()", browser.one(part))
        browser.keys(keys[0])
        browser.until(f"document.querySelector('{part}').parentElement.open", "it opens")
        browser.keys(keys[1])
        browser.until(f"!document.querySelector('{part}').parentElement.open", "it closes")
    # Opened checks have links of their own, which come next.
    browser.keys(Keys.ENTER)
    browser.tab()
    browser.until("document.activeElement.matches('.proof a.link')", "the link of a check")
    browser.js("document.forms.controls.elements.verdict[0].focus()")
    browser.keys(Keys.SPACE)
    browser.until("location.hash === '#verdict=critical'", "the box is ticked")
    browser.js("document.forms.controls.elements.order.focus()")
    browser.keys(Keys.ARROW_DOWN)
    browser.until("location.hash.includes('order=end')", "the order is another")
    browser.js("document.forms.controls.elements.q.focus()")
    browser.keys("p", Keys.ENTER)
    browser.until("location.hash.includes('q=p')", "Enter sends nothing away")
    browser.js("document.querySelector('button[type=reset]').focus()")
    browser.keys(Keys.ENTER)
    browser.until("location.hash === ''", "it is reset")
    # A drawing that is wider than the screen moves by arrows.
    browser.look(width=360)
    browser.js("document.querySelector('.scroll').focus()")
    browser.keys(*[Keys.ARROW_RIGHT] * 3)
    browser.until("document.querySelector('.scroll').scrollLeft > 0", "the drawing moves")


CASES = [skip, everything, uses]
