"""Drives the pages as people do. Each case begins with a page that was just opened."""
import pathlib
import sys
import time

from selenium.common.exceptions import WebDriverException

import filters
import keyboard
import looks
import reading
from browser import Browser

CASES = [*reading.CASES, *filters.CASES, *keyboard.CASES, *looks.CASES]


class Pages:
    def __init__(self, folder, axe):
        self.demo = folder / "demo" / "report.html"
        self.small = folder / "60" / "report.html"
        self.large = folder / "10000" / "report.html"
        self.axe = axe.read_text(encoding="utf-8")


def main():
    folder, axe = map(pathlib.Path, sys.argv[1:3])
    wanted = sys.argv[3:]
    pages = Pages(folder.resolve(), axe)
    browser = Browser()
    failures = 0
    try:
        for case in CASES:
            name = case.__doc__.strip().rstrip(".")
            if wanted and not any(word in name for word in wanted):
                continue
            browser.look()
            begun = time.monotonic()
            try:
                told = case(browser, pages)
                messages = browser.console()
                assert not messages, f"the console says: {messages[:3]}"
                print(f"ok   {name}{': ' + told if told else ''}"
                      f" [{time.monotonic() - begun:.1f} s]", flush=True)
            except (AssertionError, WebDriverException) as error:
                failures += 1
                browser.console()
                print(f"FAIL {name}: {str(error)[:600]}", flush=True)
    finally:
        browser.close()
    sys.exit(failures > 0)


main()
