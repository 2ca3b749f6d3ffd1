"""A Chromium without a window, and what the cases ask of it."""
import base64
import contextlib
import json
import pathlib
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Browser:
    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                     "--disable-dev-shm-usage", "--no-first-run", "--window-size=1280,900"):
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_script_timeout(60)

    def close(self):
        self.driver.quit()

    def cdp(self, command, **arguments):
        return self.driver.execute_cdp_cmd(command, arguments)

    def js(self, code, *arguments):
        return self.driver.execute_script(code, *arguments)

    def open(self, page, fragment=""):
        """Always a navigation, also where only the fragment is another."""
        self.driver.get("about:blank")
        self.driver.get(page.as_uri() + fragment)

    @contextlib.contextmanager
    def without_script(self):
        """What the page brings does not run; what the cases ask by themselves does."""
        self.cdp("Emulation.setScriptExecutionDisabled", value=True)
        try:
            yield
        finally:
            self.cdp("Emulation.setScriptExecutionDisabled", value=False)

    def settle(self):
        """Two frames, so that whatever was asked for has been laid out."""
        self.driver.execute_async_script(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done));")

    def until(self, code, what):
        """Waits for an expression to be true."""
        for _ in range(200):
            if self.js(f"return {code}"):
                return
            time.sleep(0.02)
        raise AssertionError(f"never: {what} ({code})")

    def look(self, width=1280, height=900, scheme="light", media=""):
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height,
                 deviceScaleFactor=1, mobile=False)
        self.cdp("Emulation.setEmulatedMedia", media=media,
                 features=[{"name": "prefers-color-scheme", "value": scheme}])

    def console(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def keys(self, *keys):
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def tab(self, back=False):
        chain = ActionChains(self.driver)
        if back:
            chain.key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        else:
            chain.send_keys(Keys.TAB).perform()

    def click(self, selector):
        self.js("arguments[0].scrollIntoView({block: 'center'})", self.one(selector))
        self.one(selector).click()

    def one(self, selector):
        return self.driver.find_element("css selector", selector)

    def choose(self, name, value):
        """Sets a control as a person does: the events come with it."""
        self.js("""const [name, value] = arguments;
            const control = document.forms.controls.elements[name];
            control.value = value;
            control.dispatchEvent(new Event("input", {bubbles: true}));""", name, value)

    def shown(self):
        """The rows that are shown, each as what it is filtered by."""
        return self.js("""return Array.from(document.querySelectorAll("#rows > li:not([hidden])"), (row) => ({
            id: row.id, verdict: row.classList.contains("suppressed") ? "suppressed" : row.classList[0],
            tenant: row.querySelector(".t").textContent, owner: row.querySelector(".o > bdi").textContent,
            kind: row.querySelector(".k").textContent, name: row.querySelector("h3").textContent,
            change: row.querySelector(".c")?.textContent ?? "unchanged",
            tags: Array.from(row.querySelectorAll(".g"), (tag) => tag.textContent),
            end: row.querySelector(".e > time")?.dateTime ?? "9999"}))""")

    def axe(self, source):
        """What axe calls a violation of WCAG A and AA."""
        self.js(source)
        result = self.driver.execute_async_script("""const done = arguments[1];
            axe.run(document, {runOnly: arguments[0], resultTypes: ["violations"]}).then(done,
              (error) => done({violations: [{id: String(error), nodes: []}]}));""", AXE_TAGS)
        return [f"{v['id']}: {n['target']} {n.get('failureSummary', '')}"[:300]
                for v in result["violations"] for n in v["nodes"][:3] or [{"target": ""}]]

    def picture(self, path):
        path.write_bytes(base64.b64decode(self.cdp("Page.captureScreenshot")["data"]))


def report(folder):
    return json.loads(pathlib.Path(folder, "report.json").read_text(encoding="utf-8"))
