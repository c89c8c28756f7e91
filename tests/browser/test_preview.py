"""The preview in a browser: it reloads after a save, and shows what is wrong until it is mended."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from sitegen.preview import session
from tests.preview.serving import previewed
from tests.site.small import SmallSite

OVERLAY = "#sitegen-preview-errors"
BAR = "#sitegen-preview-notes"

pytestmark = pytest.mark.browser


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    small = SmallSite(tmp_path)
    base = small.text("templates/base.html")
    policy = '<meta http-equiv="Content-Security-Policy" content="{{ chrome.policy }}">'
    small.write("templates/base.html", base.replace("<head>", f"<head>\n{policy}"))
    return small


def test_a_page_reloads_shows_a_mistake_and_forgets_it(page: Page, site: SmallSite) -> None:
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    with previewed(site.root) as preview:
        page.goto(f"{preview.address}/lmp/stories/story-1/")
        expect(page.locator("article")).to_contain_text("What the team did.")
        expect(page.locator(OVERLAY)).to_have_count(0)

        site.story("story-1", "The team saved ten minutes.\n")
        expect(page.locator("article")).to_contain_text("The team saved ten minutes.")
        assert trouble == []

        site.story("story-1", "The team saved ten minutes.\n", topics=["qualty"])
        expect(page.locator(OVERLAY)).to_contain_text('content/stories/story-1.md:5:10: unknown topic "qualty"')
        expect(page.locator(OVERLAY)).to_contain_text('hint: did you mean "Quality"?')
        expect(page.locator(f"{OVERLAY} h2")).to_have_text("1 error: this page may be out of date")

        site.story("story-1", "The team saved twenty minutes.\n")
        expect(page.locator("article")).to_contain_text("The team saved twenty minutes.")
        expect(page.locator(OVERLAY)).to_have_count(0)
        page.goto("about:blank")


def test_a_mistake_of_ours_lies_over_the_page_until_a_save_succeeds(
    page: Page, site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no luck")

    with previewed(site.root) as preview:
        page.goto(f"{preview.address}/lmp/stories/story-1/")
        with monkeypatch.context() as patch:
            patch.setattr(session, "build_site", broken)
            site.story("story-1", "The team saved ten minutes.\n")
            expect(page.locator(f"{OVERLAY} h2")).to_have_text("This is our mistake, not yours")
            expect(page.locator(OVERLAY)).to_contain_text("ZeroDivisionError: no luck")
        site.story("story-1", "The team saved twenty minutes.\n")
        expect(page.locator("article")).to_contain_text("The team saved twenty minutes.")
        expect(page.locator(OVERLAY)).to_have_count(0)
        page.goto("about:blank")


def test_the_overlay_shows_text_as_text_and_can_be_closed(page: Page, site: SmallSite) -> None:
    site.story("story-1", topics=["<img src=x onerror=alert(1)>"])
    with previewed(site.root) as preview:
        page.goto(f"{preview.address}/lmp/stories/story-2/")
        expect(page.locator(OVERLAY)).to_contain_text("<img src=x onerror=alert(1)>")
        assert page.locator(f"{OVERLAY} img").count() == 0
        page.keyboard.press("Escape")
        expect(page.locator(OVERLAY)).to_be_hidden()
        expect(page.locator("article")).to_be_visible()
        page.goto("about:blank")


def test_a_wrong_page_has_the_overlay_in_place_of_a_blank_page(page: Page, site: SmallSite) -> None:
    site.write("content/stories/story-1.md", "no front matter\n")
    with previewed(site.root) as preview:
        page.goto(f"{preview.address}/lmp/stories/story-1/")
        expect(page.locator(OVERLAY)).to_contain_text("content/stories/story-1.md:1:1: the file has no front matter")
        page.goto("about:blank")


def test_a_page_that_missed_a_build_catches_up_when_it_connects(page: Page, site: SmallSite) -> None:
    with previewed(site.root) as preview:

        def build_before_the_script_runs(route: Route) -> None:
            preview.after_build(lambda: site.story("story-1", "A later text.\n"))
            route.continue_()

        page.route("**/preview.js", build_before_the_script_runs, times=1)
        page.goto(f"{preview.address}/lmp/stories/story-1/")
        expect(page.locator("article")).to_contain_text("A later text.")
        page.goto("about:blank")


def test_warnings_of_the_page_stand_in_a_bar_that_stays_folded(page: Page, site: SmallSite) -> None:
    text = '<span style="color: red">Red</span> text.\n'
    site.story("story-1", text)
    with previewed(site.root) as preview:
        page.goto(f"{preview.address}/lmp/stories/story-2/")
        expect(page.locator(f"{BAR} summary")).to_have_text("content/stories/story-2.md \u00b7 shown to readers")
        page.goto(f"{preview.address}/lmp/stories/story-1/")
        said = ["content/stories/story-1.md", "shown to readers", "1 note"]
        expect(page.locator(f"{BAR} summary")).to_have_text(" \u00b7 ".join(said))
        expect(page.locator(f"{BAR} pre")).to_contain_text('content/stories/story-1.md:7:7: warning: attribute "style"')
        page.locator(f"{BAR} summary").click()
        expect(page.locator(f"{BAR} pre")).to_be_hidden()
        site.story("story-1", f"{text}More.\n")
        expect(page.locator("article")).to_contain_text("More.")
        expect(page.locator(f"{BAR} summary")).to_be_visible()
        expect(page.locator(f"{BAR} pre")).to_be_hidden()
        page.goto("about:blank")


def test_the_bar_says_what_the_page_is_and_unfolds_to_who_links_to_it(page: Page, site: SmallSite) -> None:
    site.story("story-1", "The team meets each day. " * 30, expires="2032-01-01")
    site.story("story-2", "[One](story-1.md)\n", related=["stories/story-1"])
    with previewed(site.root) as preview:
        page.goto(f"{preview.address}/lmp/stories/")
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(BAR)).to_have_count(0)
        page.goto(f"{preview.address}/lmp/stories/story-1/")
        said = ["content/stories/story-1.md", "until 2032-01-01 00:00", "reading grade -2"]
        expect(page.locator(f"{BAR} summary")).to_have_text(" \u00b7 ".join(said))
        expect(page.locator(f"{BAR} p")).to_be_hidden()
        page.locator(f"{BAR} summary").click()
        page.get_by_role("link", name="2 links lead here").click()
        page.wait_for_url("**/__preview/report?uses=stories%2Fstory-1")
        expect(page.locator("body")).to_contain_text("content/stories/story-2.md")
        page.goto("about:blank")


def test_the_page_and_its_scroll_position_stay_under_a_mistake_and_its_end_is_said(page: Page, site: SmallSite) -> None:
    site.story("story-1", "A line.\n\n" * 200)
    with previewed(site.root) as preview:
        page.goto(f"{preview.address}/lmp/stories/story-1/")
        page.evaluate("scrollTo(0, 1500)")
        site.write("content/stories/story-1.md", "no front matter\n")
        expect(page.locator(OVERLAY)).to_be_visible()
        expect(page.locator("article")).to_contain_text("A line.")
        assert page.evaluate("scrollY") == 1500
        expect(page.locator("#sitegen-preview-ended")).to_have_count(0)
    expect(page.locator("#sitegen-preview-ended")).to_contain_text("The preview has ended")
