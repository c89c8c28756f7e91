"""Readers who do a task, by touch or by keyboard, and whose taps are counted."""

from typing import Literal

from playwright.sync_api import Locator, Page

Hands = Literal["touch", "keyboard"]
MOST_TABS = 300


class Reader:
    """Somebody who taps, or goes on with Tab and presses Enter; typing words and going on with Tab count nothing.

    A phone's key that sends what was typed is a tap, as Enter is.
    """

    def __init__(self, page: Page, hands: Hands) -> None:
        """Begin with nothing done."""
        self.page = page
        self.hands = hands
        self.taps = 0

    def use(self, target: Locator) -> None:
        """Tap what is there, or go to it and press Enter."""
        self.taps += 1
        if self.hands == "touch":
            target.tap()
        else:
            self._go_to(target)
            self.page.keyboard.press("Enter")

    def write(self, field: Locator, words: str) -> None:
        """Write into a field; a tap opens the keyboard of a phone."""
        if self.hands == "touch":
            self.taps += 1
            field.tap()
        else:
            self._go_to(field)
        self.page.keyboard.type(words)

    def send(self) -> None:
        """Press the key that sends what was typed."""
        self.taps += 1
        self.page.keyboard.press("Enter")

    def _go_to(self, target: Locator) -> None:
        """Press Tab until the target has the focus."""
        for _ in range(MOST_TABS):
            if target.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never leads to {target}")
