"""No text of a writer runs: each payload wherever text is shown, in a Chromium without the site's policy."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from sitegen.building import PROJECT
from tests.browser.payloads import PAYLOADS
from tests.content.parsed import valid_page
from tests.site.small import SETTINGS, SmallSite

pytestmark = pytest.mark.browser

A_PAGE = 40
"""How many bodies stand in one page."""

SAMPLE = PAYLOADS[::12]
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_DANGERS = """() => [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]
  .filter(({ name, value }) => /^on|^srcdoc$/i.test(name) ||
    (/href$|src$|action$|^data$|^background$/i.test(name) && /^\\s*(javascript|vbscript|data:text)/i.test(value)))
  .map(({ name, value }) => `${element.tagName} ${name}=${value}`)
  .concat(/^(IFRAME|OBJECT|EMBED|BASE)$/i.test(element.tagName) ? [element.tagName] : [])
  .concat(element.tagName === "SCRIPT" && !element.src && !/json/.test(element.type) ? ["SCRIPT"] : []))"""
_TOUCH = """() => { for (const element of document.querySelectorAll("main *"))
  for (const name of ["mouseover", "focus", "toggle", "error", "load", "animationstart"])
    element.dispatchEvent(new Event(name)); }"""


def line(payload: str) -> str:
    """Return a payload as the value of a field on one line, without what no page may hold."""
    return " ".join(re.sub("[\x00-\x1f\x7f]", " ", payload).split())


def is_taken(payload: str) -> bool:
    """Return whether a body with a payload makes a page, and not a message."""
    text = f"---\ntitle: T\nsummary: S\ndate: 2017-01-01\n---\n\n{payload}\n"
    return valid_page("stories/x.md", text.encode(), "story")[0] is not None


def hostile_site(folder: Path, payloads: Sequence[str]) -> SmallSite:
    """Build a site with the shipped templates, and each payload in titles, summaries, terms, bodies and settings."""
    site = SmallSite(folder)
    for path in (site.root / "templates").rglob("*.html"):
        path.unlink()
    lines = [line(payload) for payload in payloads]
    settings: dict[str, Any] = json.loads(json.dumps(SETTINGS))
    settings |= {"title": lines[0], "description": " ".join(lines[:20])}
    settings["menus"] = {"main": [{"label": text, "url": "/stories/"} for text in lines[:20]]}
    settings["taxonomies"]["topic"]["label"] = lines[1]
    settings["taxonomies"]["topic"]["terms"]["quality"] = {"label": lines[2], "also": lines[3:9]}
    settings["collections"]["stories"] |= {"title": lines[4], "description": lines[5], "per_page": 500, "pairs": []}
    site.settings(settings)
    credit = {"src": "images/team.jpg", "alt": "", "credit": ""}
    picture = PROJECT / "tests/sites_invalid/_base/static/images/team.jpg"
    (site.root / "static/images").mkdir(parents=True)
    (site.root / "static/images/team.jpg").write_bytes(picture.read_bytes())
    for number, text in enumerate(lines):
        image = {**credit, "alt": text, "credit": text}
        fields: dict[str, Any] = {
            "title": text,
            "summary": text[:150],
            "regions": [text[:60]],
            "image": image,
            "date_shown": text[:60],
        }
        site.story(f"field-{number}", **fields)
    (site.root / f"static/{lines[0][:40].replace('/', '_')} x.txt").write_text("x")
    bodies = [payload for payload in payloads if is_taken(payload) and "{{" not in payload]
    for start in range(0, len(bodies), A_PAGE):
        site.story(f"body-{start}", body="\n\n".join(bodies[start : start + A_PAGE]) + "\n")
    for number, code in enumerate(payload for payload in payloads if "{{" in payload):
        if is_taken(code):
            site.story(f"code-{number}", body=f"{code}\n")
    build_what_can_be(site)
    for path in site.out.rglob("*.html"):
        path.write_text(_POLICY.sub("", path.read_text("utf-8")), "utf-8")
    return site


def build_what_can_be(site: SmallSite) -> None:
    """Build; pages that are refused, which then run nothing, are left out of another attempt."""
    for _ in range(3):
        result = site.build(jobs=2)
        if result.committed:
            return
        for path in {problem.location.path for problem in result.errors}:
            assert path.startswith("content/"), result.errors[0]
            (site.root / path).unlink()
    raise AssertionError(result.errors[:3])


def check(site: SmallSite, payloads: Sequence[str], page: Page, address: str) -> None:
    ran: list[str] = []
    page.expose_function("xss", lambda value: ran.append(str(value)))
    page.on("dialog", lambda dialog: ran.append(dialog.message))
    stories = sorted((site.out / "stories").glob("*/index.html"))
    bodies = [path for path in stories if not path.parent.name.startswith("field-")]
    fields = [path for path in stories if path.parent.name.startswith("field-")]
    assert len(fields) > len(payloads) * 0.8
    assert bodies
    shown = [*bodies, *fields[:: max(1, len(fields) // 25)]]
    urls = [f"/{path.parent.relative_to(site.out).as_posix()}/" for path in shown]
    for url in ("/", "/stories/", "/stories/region/", "/search/?q=xss", f"/search/?q={payloads[0]}", *urls):
        page.goto(f"{address}{url}")
        page.evaluate(_TOUCH)
        assert page.evaluate(_DANGERS) == [], url
    assert ran == []


def run_corpus(tmp_path: Path, payloads: Sequence[str], page: Page, serve_folder: Callable[[Path], str]) -> None:
    site = hostile_site(tmp_path, payloads)
    (tmp_path / "host").mkdir()
    site.out.rename(tmp_path / "host" / "lmp")
    (tmp_path / "public").symlink_to(tmp_path / "host" / "lmp")
    check(site, payloads, page, f"{serve_folder(tmp_path / 'host')}/lmp")


def test_a_sample_of_the_corpus_runs_nowhere(tmp_path: Path, page: Page, serve_folder: Callable[[Path], str]) -> None:
    run_corpus(tmp_path, SAMPLE, page, serve_folder)


@pytest.mark.long
def test_the_whole_corpus_runs_nowhere(tmp_path: Path, page: Page, serve_folder: Callable[[Path], str]) -> None:
    assert len(PAYLOADS) >= 300
    run_corpus(tmp_path, PAYLOADS, page, serve_folder)


def test_the_browser_runs_what_is_not_guarded(page: Page) -> None:
    """A corpus that runs nowhere at all proves nothing."""
    ran: list[str] = []
    page.expose_function("xss", lambda value: ran.append(str(value)))
    page.goto("about:blank")
    page.set_content("".join(payload for payload in PAYLOADS if payload.startswith(("<img", "<svg onload"))))
    page.wait_for_function("() => document.querySelector('img')?.complete ?? true")
    page.evaluate("() => new Promise((done) => setTimeout(done, 0))")
    assert ran
    assert page.evaluate(_DANGERS)
