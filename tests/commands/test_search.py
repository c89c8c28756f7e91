"""`search`: what it prints, and what is wrong usage."""

import json
from pathlib import Path

import pytest

from sitegen import cli
from tests.site.small import SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def test_the_command_prints_json_on_one_line(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["search", "--site", str(site.root), "huddel", "--topic=safety", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["query"] == "huddel"
    assert printed["total"] == 1
    assert list(printed["results"][0]) == ["url", "title", "summary", "score"]


def test_the_command_says_what_it_showed_results_for(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["search", "--site", str(site.root), "huddel"]) == 0
    said = capsys.readouterr().out
    assert 'No page has "huddel": showing results for "huddle".' in said
    assert "/tools/huddle/" in said


def test_the_command_says_that_there_may_be_more_pages_with_a_phrase(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(40):
        site.story(f"chart-{number}", "Draw a flow chart.\n")
    site.build()
    assert cli.main(["search", "--site", str(site.root), '"flow chart"']) == 0
    assert capsys.readouterr().out.endswith("At least 32 pages, the first 10 shown.\n")


def test_wrong_usage_is_exit_code_2(site: SmallSite) -> None:
    assert cli.main(["search", "--site", str(site.root)]) == 2
    assert cli.main(["search", "--site", str(site.root), "x", "--topik", "y"]) == 2
    assert cli.main(["search", "--site", str(site.root), "x", "--topic"]) == 2


def test_the_command_offers_the_filters_that_the_words_name(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["search", "--site", str(site.root), "safety tool"]) == 0
    assert "To narrow it: tool --topic safety (Safety)\n" in capsys.readouterr().out
    assert cli.main(["search", "--site", str(site.root), "safety tool", "--topic", "safety"]) == 0
    assert "To narrow it" not in capsys.readouterr().out
