"""The check of a whole site: each finding stands where someone wrote it."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.building import Choices
from sitegen.errors import Problem
from sitegen.findings import run
from tests.site.small import SETTINGS, SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def check(site: SmallSite) -> list[Problem]:
    result = site.build()
    assert result.committed, result.problems
    return [
        one for one in run(Choices(site=site.root, out=site.out, jobs=1), result.problems) if one.severity != "advice"
    ]


def said(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(str(problem.location), problem.headline) for problem in problems]


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
def test_a_link_of_a_body_is_told_at_its_line(site: SmallSite, body: str, place: str, headline: str) -> None:
    site.story("story-1", body)
    assert said(check(site)) == [(f"content/stories/story-1.md:{place}", headline)]


def test_a_finding_shows_the_line_and_the_page(site: SmallSite) -> None:
    site.story("story-1", "[x](/storys/)\n")
    (problem,) = check(site)
    assert (7, "[x](/storys/)") in problem.excerpt
    assert problem.values == (("on the page", "/stories/story-1/"),)
    assert problem.hint == 'did you mean "/stories/"?'
    assert problem.is_error


def test_a_link_of_the_menu_is_told_once_for_all_pages(site: SmallSite) -> None:
    site.settings(settings(menus={"main": [{"label": "Lost", "url": "/lost/"}]}))
    (problem,) = check(site)
    assert problem.location.path == "site.yaml"
    assert problem.headline == 'the link "/lmp/lost/" leads nowhere'
    assert dict(problem.values)["on the page"].startswith("/404.html and ")


def test_a_redirect_that_leads_nowhere_is_told_in_the_settings(site: SmallSite) -> None:
    site.settings(settings(redirects={"/old/": "/gone/"}))
    (problem,) = check(site)
    assert (problem.location.path, problem.headline) == ("site.yaml", 'the link "/lmp/gone/" leads nowhere')


def test_a_link_of_a_template_is_told_in_the_template(site: SmallSite) -> None:
    text = site.text("templates/404.html")
    site.write("templates/404.html", text.replace("<h1>", "<p><a href=\"{{ url('/lost/') }}\">x</a></p>\n<h1>"))
    (problem,) = check(site)
    assert problem.location.path == "templates/404.html"
    assert problem.location.line


def test_a_picture_of_a_template_without_an_alt_is_told(site: SmallSite) -> None:
    site.write("static/a.svg", '<svg viewBox="0 0 9 9"/>')
    text = site.text("templates/item.html")
    site.write("templates/item.html", text.replace("<h1>", "<img src=\"{{ asset('a.svg') }}\"><h1>"))
    assert {headline for _, headline in said(check(site))} == {'the picture "/lmp/a.svg" has no text'}


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


def test_findings_stand_beside_the_problems_of_the_build(site: SmallSite) -> None:
    site.story("secret", draft=True)
    site.story("story-1", "[x](secret.md)\n\n[y](/lost/)\n")
    assert [(problem.severity, problem.location.line) for problem in check(site)] == [("warning", 7), ("error", 9)]


@pytest.mark.parametrize(
    ("address", "headlines"),
    [
        ("mailto:web@lmp.test", []),
        ("https://forms.lmp.test/x", []),
        ("mailto:web@example.org", ['feedback goes to "mailto:web@example.org", which is an example']),
        ("https://forms.example.com/", ['feedback goes to "https://forms.example.com/", which is an example']),
        ("", ["feedback has no address"]),
    ],
)
def test_a_feedback_address_that_is_an_example_gets_advice(site: SmallSite, address: str, headlines: list[str]) -> None:
    site.settings(SETTINGS | ({"feedback": address} if address else {}))
    result = site.build()
    found = run(Choices(site=site.root, out=site.out, jobs=1), result.problems)
    assert [problem.headline for problem in found if problem.severity == "advice"] == headlines
    assert not any(problem.is_error for problem in found)
