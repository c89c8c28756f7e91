"""Whatever a writer does wrong, the preview keeps the last good page under the message, where it was scrolled to."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sitegen.preview import watching
from tests.preview.serving import previewed
from tests.site.small import SmallSite

OVERLAY = "#sitegen-preview-errors"
PAGE = "content/stories/story-1.md"
FRONT_MATTER = {
    "a field that is unknown": ("---\n", "---\ncolour: red\n"),
    "a tab": ("---\n", "---\n\ttitle: set in\n"),
    "a quote that is never closed": ('title: "Story story-1"', 'title: "Story story-1'),
    "a bracket that is never closed": ("---\n", "---\ntopics: [quality\n"),
    "a field twice": ("---\n", "---\ntitle: Again\n"),
    "a title that is missing": ("title:", "#title:"),
    "a date that is none": ('"2017-01-01"', "tomorrow"),
    "a topic that is unknown": ("---\n", "---\ntopics: qualty\n"),
    "a reference to no page": ("---\n", "---\nrelated: stories/none\n"),
    "a slug of another page": ("---\n", "---\nslug: story-2\n"),
    "an address that is none": ("---\n", "---\naliases: nowhere\n"),
    "front matter that is never closed": ("---\n\n", "\n"),
    "front matter that is not opened": ("---\n", ""),
}
FILES = {
    "site.yaml that cannot be read": ("site.yaml", "title: [never closed\n"),
    "a template that does not parse": ("templates/story.html", "{% if %}"),
    "a template with a name that is none": ("templates/base.html", "{{ unknown_name }}"),
    "a page that is half written": (PAGE, "---\ntitle: Story story-1\n"),
    "a page that is empty": (PAGE, ""),
    "a page that is no text": (PAGE, "\x00"),
    "a page that is gone, and to which another leads": (PAGE, None),
}

pytestmark = [pytest.mark.browser, pytest.mark.long]


def test_the_page_stays_under_every_mistake_where_it_was_scrolled_to(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_PATIENCE_SECONDS", 0.1)
    site = SmallSite(tmp_path)
    site.story("story-1", "A line.\n\n" * 200)
    site.story("story-2", "[One](story-1.md)\n")
    good = site.text(PAGE)
    cases = {what: (PAGE, good.replace(old, new, 1)) for what, (old, new) in FRONT_MATTER.items()} | FILES
    with previewed(site.root) as preview:
        page.goto(f"{preview.address}/lmp/stories/story-1/")
        for what, (path, wrong) in cases.items():
            right = site.text(path)
            assert wrong != right, what
            page.evaluate("scrollTo(0, 1500)")
            with page.expect_navigation():
                (site.root / path).unlink() if wrong is None else site.write(path, wrong)
            expect(page.locator(OVERLAY), what).to_be_visible()
            expect(page.locator("article"), what).to_contain_text("A line.")
            page.wait_for_function("scrollY === 1500")
            with page.expect_navigation():
                site.write(path, right)
            expect(page.locator(OVERLAY), what).to_have_count(0)
        page.goto("about:blank")
