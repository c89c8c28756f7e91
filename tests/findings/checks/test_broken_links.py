"""Links that lead nowhere: each stands where someone wrote it."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.errors import Problem
from tests.findings.checked import found_by, said
from tests.site.small import SETTINGS, SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def check(site: SmallSite) -> list[Problem]:
    return found_by("broken_links", site)


def settings(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(SETTINGS), **changes}


def test_a_whole_site_has_no_findings(site: SmallSite) -> None:
    assert check(site) == []


@pytest.mark.parametrize(
    ("body", "place", "headline"),
    [
        ("\n[x](/nothing/)\n", "8:5", 'the link "/lmp/nothing/" leads nowhere'),
        (
            "[x](story-2.md#use)\n",
            "7:5",
            'the link "/lmp/stories/story-2/#use" leads to a place that is not on its page',
        ),
        ("<a href='/nothing/'>x</a>\n", "7:10", 'the link "/lmp/nothing/" leads nowhere'),
        ("[x](https://example.org/lmp/no/)\n", "7:5", 'the link "https://example.org/lmp/no/" leads nowhere'),
    ],
)
def test_a_link_of_a_body_is_reported_at_its_line(site: SmallSite, body: str, place: str, headline: str) -> None:
    site.story("story-1", body)
    assert said(check(site)) == [(f"content/stories/story-1.md:{place}", headline)]


def test_a_finding_shows_the_line_and_the_page(site: SmallSite) -> None:
    site.story("story-1", "[x](/storys/)\n")
    (problem,) = check(site)
    assert (7, "[x](/storys/)") in problem.excerpt
    assert problem.values == (("on the page", "/stories/story-1/"),)
    assert problem.hint == 'did you mean "/stories/"?'
    assert problem.is_error


def test_a_link_of_the_menu_is_reported_once_for_all_pages(site: SmallSite) -> None:
    site.settings(settings(menus={"main": [{"label": "Lost", "url": "/lost/"}]}))
    (problem,) = check(site)
    assert problem.location.path == "site.yaml"
    assert problem.headline == 'the link "/lmp/lost/" leads nowhere'
    assert dict(problem.values)["on the page"].startswith("/404.html and ")


def test_a_redirect_that_leads_nowhere_is_reported_in_the_settings(site: SmallSite) -> None:
    site.settings(settings(redirects={"/old/": "/gone/"}))
    (problem,) = check(site)
    assert (problem.location.path, problem.headline) == ("site.yaml", 'the link "/lmp/gone/" leads nowhere')


def test_a_link_of_a_template_is_reported_in_the_template(site: SmallSite) -> None:
    text = site.text("templates/404.html")
    site.write("templates/404.html", text.replace("<h1>", "<p><a href=\"{{ url('/lost/') }}\">x</a></p>\n<h1>"))
    (problem,) = check(site)
    assert problem.location.path == "templates/404.html"
    assert problem.location.line


def _latin(site: SmallSite) -> None:
    site.write("static/old.html", "")
    (site.root / "static" / "old.html").write_bytes(b'<p id="x">caf\xe9 <a href="/lmp/gone/">x</a></p>')


def _named(site: SmallSite) -> None:
    site.write("static/100% \u00e9&.txt", "x")
    site.story("story-1", "[x](<../../static/100%25 \u00e9&.txt>)\n")


@pytest.mark.parametrize(("edit", "findings"), [(_latin, 1), (_named, 0)])
def test_odd_files_of_a_site_are_checked_like_any_other(
    site: SmallSite, edit: Callable[[SmallSite], None], findings: int
) -> None:
    edit(site)
    assert len(check(site)) == findings


def test_an_address_of_a_page_that_was_renamed_is_answered_with_the_present_one(site: SmallSite) -> None:
    site.tool("see-your-work", title="Board guide")
    site.tool("board-guides", title="Another")
    site.story("story-1", "[x](/tools/board-guide/)\n")
    (problem,) = check(site)
    assert problem.hint == 'did you mean "/tools/see-your-work/"?'
    site.story("story-1", "[x](/tools/see-your-work/)\n")
    assert check(site) == []
