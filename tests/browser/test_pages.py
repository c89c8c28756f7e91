"""The shipped site in Chromium: no barriers, nothing cut off, nothing asked of others, all of it without scripts."""

from collections.abc import Sequence
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.visits import DESK, NARROWEST, PAGES, PHONE, SCHEMES, Scheme, listen, resize, visit, wait_for
from tests.sampling import sampled
from tests.site.shipped import Shipped

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOR_RULES = ["color-contrast", "link-in-text-block"]
"""The rules of TAGS that look at colors, all that a color scheme can change."""

RUN_AXE = """([part, type, values]) => axe.run(part ? document.querySelector(part) : document, {
  runOnly: {type, values}, resultTypes: ['violations'],
})"""
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
ALSO_SAID = {"", "Sort by", "Title, A to Z", "Newest first", "Suggested", "1 chosen"}
ALSO_SAID |= {"Choices in gray would leave nothing to show.", "Filter by words", "Team level"}
ALSO_SAID |= {"Keep", "Print", "Share", "Copy link"}
"""What script adds to a page at rest: orders of a list, how many filters are chosen, why some cannot be, buttons."""
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = one => { const how = getComputedStyle(one).overflowX; return how === 'auto' || how === 'scroll'; };
  const inside = one => { for (let up = one.parentElement; up; up = up.parentElement) if (scrolls(up)) return true; };
  const wide = [...document.body.querySelectorAll('*')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width && box.height && box.right > width + 1 && one.checkVisibility() && !inside(one)
      && !one.closest('.hidden, .skip');
  });
  return [document.documentElement.scrollWidth - width, wide.map(one => one.outerHTML.slice(0, 80)).slice(0, 3)];
}"""


PAINT = """([color, background]) => {
  Object.assign(document.querySelector('main p').style, {color, background});
}"""


def violations(page: Page, part: str = "", rules: Sequence[str] = ()) -> list[tuple[str, list[str]]]:
    """Return what axe, loaded into the page, finds on it or in a part: the rule, and the elements that break it.

    Without `rules`, all rules of TAGS are asked for.
    """
    asked = ["rule", list(rules)] if rules else ["tag", TAGS]
    report: dict[str, Any] = page.evaluate(RUN_AXE, [part, *asked])
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in report["violations"]]


LOOKS: list[tuple[str, tuple[int, int], Scheme]] = [
    (name, size, scheme) for name in PAGES for size in (DESK, PHONE) for scheme in SCHEMES
]
FEW_LOOKS = [
    *((name, DESK, "light") for name in PAGES),
    *((name, PHONE, "dark") for name in ("home", "list", "tool", "gallery", "level", "kit", "infographic", "search")),
]


@pytest.mark.parametrize("look", sampled(LOOKS, FEW_LOOKS), ids=str)
def test_a_page_has_no_barriers_that_axe_finds(
    window: Page, address: str, look: tuple[str, tuple[int, int], Scheme]
) -> None:
    name, size, scheme = look
    resize(window, size)
    window.emulate_media(color_scheme=scheme)
    window.goto(address + PAGES[name])
    window.evaluate(Axe().axe_script)
    assert violations(window) == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_off_at_the_narrowest_width(window: Page, address: str, name: str) -> None:
    """WCAG 2.2, 1.4.10: 320 CSS pixels without scrolling sideways."""
    resize(window, NARROWEST)
    window.goto(address + PAGES[name])
    assert window.evaluate(TOO_WIDE) == [0, []]
    window.evaluate(OPEN_ALL)
    assert window.evaluate(TOO_WIDE) == [0, []]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_complains_of_nothing_and_asks_nobody_else(page: Page, address: str, name: str) -> None:
    notes = listen(page)
    page.goto(address + PAGES[name], wait_until="networkidle")
    expected = ["the server responded with a status of 404"] if name == "not found" else []
    assert len(notes.complaints) == len(expected)
    assert all(words in complaint for words, complaint in zip(expected, notes.complaints, strict=True))
    assert [url for url in notes.requests if not url.startswith((f"{address}/", "data:"))] == []


def test_the_font_and_the_styles_of_the_site_are_used(window: Page, address: str) -> None:
    visit(window, f"{address}/")
    assert window.evaluate("document.fonts.check('1rem \"Atkinson Hyperlegible Next\"')")
    assert "Atkinson" in window.evaluate("getComputedStyle(document.body).fontFamily")


def test_letters_of_other_languages_come_when_a_page_has_them(page: Page, address: str) -> None:
    notes = listen(page)
    visit(page, f"{address}/about/history/")
    assert [url.split("next-")[1].split(".")[0] for url in notes.requests if "/fonts/" in url] == ["english"]
    page.evaluate("document.querySelector('h1').textContent = 'Qué aprendió el equipo'")
    wait_for(page, lambda: any("next-more" in url for url in notes.requests), "the other letters are asked for")


@pytest.mark.parametrize(
    "name",
    sampled(
        [name for name in PAGES if name not in ("search", "my list")],
        ("home", "list", "terms", "ladder", "gallery", "story", "tool", "film", "level", "kit", "infographic"),
    ),
)
def test_a_page_says_everything_without_scripts_too(plain_window: Page, window: Page, address: str, name: str) -> None:
    for one in (window, plain_window):
        resize(one, DESK)
        one.goto(address + PAGES[name])
    said = plain_window.inner_text("body").splitlines()
    scripted = window.inner_text("body").splitlines()
    assert set(scripted) - set(said) <= ALSO_SAID
    assert [line for line in said if line not in scripted] == []
    assert plain_window.is_visible("main h1")


def test_an_old_address_leads_on_without_scripts(plain_page: Page, shipped: Shipped, address: str) -> None:
    old, target = next(iter(shipped.redirects.items()))
    plain_page.goto(f"{address}/{old.removesuffix('index.html')}")
    plain_page.wait_for_url(address + target)


def test_every_page_of_a_type_is_there(shipped: Shipped) -> None:
    wanted = [f"{url.lstrip('/')}index.html" for name, url in PAGES.items() if name != "not found"]
    assert [path for path in wanted if path not in shipped.files] == []


def test_axe_would_find_a_fault(window: Page, address: str) -> None:
    window.goto(address + PAGES["text"])
    window.evaluate(Axe().axe_script)
    window.evaluate("document.documentElement.removeAttribute('lang')")
    window.evaluate(PAINT, ["#eee", "#fff"])
    assert {rule for rule, _ in violations(window)} >= {"html-has-lang", "color-contrast"}


def test_axe_would_find_a_fault_of_the_dark_colors_alone(window: Page, address: str) -> None:
    window.goto(address + PAGES["text"])
    window.evaluate(Axe().axe_script)
    window.emulate_media(color_scheme="dark")
    assert violations(window, rules=COLOR_RULES) == []
    window.evaluate(PAINT, ["#222", "#000"])
    assert [rule for rule, _ in violations(window, rules=COLOR_RULES)] == ["color-contrast"]
