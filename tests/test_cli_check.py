"""`check`: what leads nowhere, and where it was written."""

from pathlib import Path

import pytest

from sitegen import cli
from tests.site.small import SETTINGS as PLAIN
from tests.site.small import SmallSite

SETTINGS = PLAIN | {"feedback": "mailto:web@lmp.test"}


def reported(site: SmallSite, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[str], str]:
    """Check, and give the exit code, the messages without lines around and progress, and standard output."""
    code = cli.main(["check", "--site", str(site.root), "--out", str(site.out), *options])
    printed = capsys.readouterr()
    return (
        code,
        [
            line
            for line in printed.err.splitlines()
            if not line.startswith(("    ", "  >", "== ", "Making pages: ")) and line
        ],
        printed.out,
    )


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    small = SmallSite(tmp_path)
    small.settings(SETTINGS)
    return small


def test_a_whole_site_has_nothing_to_tell(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    code, messages, said = reported(site, capsys)
    assert (code, messages) == (0, [])
    assert "Checked: no broken links, no missing files." in said


def test_advice_leaves_the_exit_code_at_0_and_is_counted(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.settings(PLAIN)
    code, messages, said = reported(site, capsys)
    assert (code, messages[0]) == (0, "site.yaml: advice: feedback has no address")
    assert "Checked: no broken links, no missing files; 1 piece of advice." in said


def test_an_address_in_a_text_that_leads_nowhere_is_reported_at_its_place(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.story("story-1", "First line.\n\nSee [the tools](/tool/), please.\n")
    assert reported(site, capsys)[:2] == (
        1,
        [
            'content/stories/story-1.md:9:17: the link "/lmp/tool/" leads nowhere',
            "  on the page: /stories/story-1/",
            '  hint: did you mean "/tools/"?',
        ],
    )


def test_an_anchor_that_is_not_on_the_page_is_reported_at_its_place(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.tool("huddle", "## How to use it\n\nPrint it.\n")
    site.story("story-1", "See [the tool](../tools/huddle.md#how-to-use).\n")
    code, messages, said = reported(site, capsys)
    assert code == 1
    assert messages == [
        (
            'content/stories/story-1.md:7:16: the link "/lmp/tools/huddle/#how-to-use"'
            " leads to a place that is not on its page"
        ),
        "  on the page: /stories/story-1/",
        '  hint: did you mean "how-to-use-it"?',
    ]
    assert "Checked with 1 error." in said


def test_a_menu_that_leads_nowhere_is_reported_once_at_site_yaml(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.settings({**SETTINGS, "menus": {"main": [{"label": "Stories", "url": "/storys/"}]}})
    code, messages, _ = reported(site, capsys)
    line = 1 + site.text("site.yaml").splitlines().index('    "url": "/storys/"')
    assert code == 1
    assert messages[0] == f'site.yaml:{line}:12: the link "/lmp/storys/" leads nowhere'
    assert messages[1].startswith("  on the page: /")
    assert messages[1].endswith(" more")
    assert messages[2:] == ['  hint: did you mean "/stories/"?']


def test_a_template_that_links_to_nothing_is_reported_at_its_line(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write(
        "templates/404.html", site.text("templates/404.html") + "<p><a href=\"{{ url('/hlep/') }}\">Help</a></p>\n"
    )
    text = site.text("templates/404.html").replace("{% endblock %}\n<p>", "<p>") + "{% endblock %}\n"
    site.write("templates/404.html", text)
    code, messages, _ = reported(site, capsys)
    line = 1 + next(number for number, line in enumerate(text.splitlines()) if "hlep" in line)
    assert code == 1
    assert messages[0].startswith(f"templates/404.html:{line}:")
    assert messages[0].endswith('the link "/lmp/hlep/" leads nowhere')
    assert messages[1] == "  on the page: /404.html"


def test_a_redirect_that_leads_nowhere_is_reported_at_site_yaml(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.settings({**SETTINGS, "redirects": {"/old/": "/new/"}})
    code, messages, _ = reported(site, capsys)
    assert code == 1
    assert messages[0].startswith("site.yaml:")
    assert 'the link "/lmp/new/" leads nowhere' in messages[0]


def test_a_picture_without_a_text_is_reported(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("static/images/team.svg", '<svg viewBox="0 0 9 9"/>')
    site.write(
        "templates/tool.html",
        site.text("templates/item.html").replace("<h1>", '<img src="{{ asset("images/team.svg") }}"><h1>'),
    )
    code, messages, _ = reported(site, capsys)
    assert code == 1
    assert messages[0] == 'content/tools/charter.md: the picture "/lmp/images/team.svg" has no text'


def test_problems_of_the_build_and_of_the_check_come_in_one_sorted_list_with_errors_last(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.story("story-1", "# Big\n\nSee [x](/x/).\n")
    site.story("story-2", "# Big\n")
    code, messages, said = reported(site, capsys)
    places = [message.split(": ")[0] for message in messages if message.startswith("content/")]
    assert code == 1
    assert places == [
        "content/stories/story-1.md:7:1",
        "content/stories/story-2.md:7:1",
        "content/stories/story-1.md:9:9",
    ]
    assert "Checked with 1 error, 2 warnings." in said


def test_a_site_that_cannot_be_built_is_not_checked(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.story("story-1", "See [x](x.md) and [y](/y/).\n")
    code, messages, said = reported(site, capsys)
    assert code == 1
    assert messages[0] == 'content/stories/story-1.md:7:9: there is no page "stories/x"'
    assert "Not built: 1 error." in said


@pytest.mark.parametrize("query", ["story: tools/charter", "huddle: tools/gone"])
def test_a_golden_query_that_slips_is_advice_and_an_error_for_those_who_ask(
    query: str, site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.tool("charter", "A story of it.\n")
    site.write("content/golden-queries.yaml", f"{query}\n")
    assert reported(site, capsys)[0] == 0
    assert reported(site, capsys, "--golden")[0] == 1


def test_a_file_of_golden_queries_that_cannot_be_read_is_an_error(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("content/golden-queries.yaml", "huddle tools/huddle\n")
    assert reported(site, capsys)[0] == 1


def test_what_is_recorded_is_shown_by_the_next_build(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("content/stories/about.md", "---\ntitle: About\nsummary: S\ndate: 2017-10-05\n---\nText.\n")
    code, _, said = reported(site, capsys, "--record")
    record = (site.root / "content" / "checks.yaml").read_text("utf-8")
    assert code == 0
    assert "What was found is in content/checks.yaml." in said
    assert "{what: links that lead nowhere, count: 0}" in record
    assert reported(site, capsys)[0] == 0


def test_a_site_that_cannot_be_built_leaves_the_record_as_it_was(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("content/checks.yaml", "date: 2026-11-30\npages: 3\n")
    site.write("content/stories/wrong.md", "---\ntitle: [\n---\n")
    code, _, said = reported(site, capsys, "--record")
    assert code == 1
    assert "Nothing was recorded in content/checks.yaml" in said
    assert (site.root / "content" / "checks.yaml").read_text("utf-8") == "date: 2026-11-30\npages: 3\n"


def test_a_mistake_in_the_record_is_an_error_even_if_no_page_shows_it(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("content/checks.yaml", "date: soon\npages: 3\n")
    code, messages, _ = reported(site, capsys)
    assert code == 1
    assert messages[0].startswith("content/checks.yaml:1:7: error: ") or "content/checks.yaml:1:7" in messages[0]


@pytest.mark.parametrize("other", ["--fix", "--drafts"])
def test_a_record_is_of_what_readers_see_and_of_nothing_else(
    site: SmallSite, capsys: pytest.CaptureFixture[str], other: str
) -> None:
    code, messages, _ = reported(site, capsys, "--record", other)
    assert code == 2
    assert "--record" in messages[0]
