"""`report`: what is printed, and its exit codes."""

import csv
import json
from pathlib import Path

import pytest

from sitegen import cli
from tests.site.small import SmallSite, files


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    site.story("soon", title="Soon", publish="2026-06-01 08:00", owner="Ana Vance")
    site.story("late", title="Late", review_by="2026-01-31", owner="Ben Ortiz")
    site.story("begun", title="=1+1", draft=True, owner="Cy Moss", body="[Huddle](../tools/huddle.md)\n")
    return site


def run(site: SmallSite, *words: str) -> int:
    return cli.main(["report", "--site", str(site.root), "--as-of", "2026-05-01", *words])


def test_sections_are_printed_with_their_counts_and_places(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site) == 0
    out = capsys.readouterr().out
    assert out.startswith("Small site as of 2026-05-01 00:00, UTC\n\n== Could not be read, or only in part: 0\n")
    assert "\n== Drafts: 1\ncontent/stories/begun.md:5: =1+1 - owner: Cy Moss\n\n" in out
    assert "\n== Scheduled: 1\ncontent/stories/soon.md:5: Soon - out from 2026-06-01 08:00\n\n" in out
    assert "Late - to be looked at again by 2026-01-31, by Ben Ortiz" in out
    assert not site.out.exists()
    assert not (site.root / ".sitegen").exists()


def test_a_long_section_is_cut_and_all_shows_it_whole(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(30):
        site.story(f"more-{number:02}")
    assert run(site) == 0
    assert "\nand 17 more: see them with --all\n" in capsys.readouterr().out
    assert run(site, "--all") == 0
    out = capsys.readouterr().out
    assert "--all" not in out
    assert "content/stories/more-29.md:1: Story more-29\n" in out


def test_uses_names_the_places_of_a_page(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "--uses", "tools/huddle") == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "== What uses tools/huddle: 1",
        "content/stories/begun.md:9: =1+1 - link in the text (draft)",
    ]


def test_a_site_with_errors_reports_what_it_can(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("content/stories/wrong.md", "---\ntitle: Wrong\ndate: never\n---\n")
    site.write("content/notes/x.md", "Not a page.\n")
    (site.root / "content/stories/gone.md").symlink_to("/nowhere.md")
    assert run(site) == 0
    out = capsys.readouterr().out
    assert "== Could not be read, or only in part: 3\n" in out
    assert 'content/stories/wrong.md:3: Wrong - "never" is not written as a date' in out
    assert "content/notes/: no collection has the folder" in out
    assert "== Scheduled: 1\n" in out


def test_csv_is_a_table_without_formulas(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "--csv") == 0
    table = list(csv.reader(capsys.readouterr().out.splitlines()))
    assert table[0] == ["section", "file", "line", "title", "what"]
    assert table[1] == ["drafts", "content/stories/begun.md", "5", "'=1+1", "owner: Cy Moss"]
    assert len({row[1] for row in table if row[0] == "no-owner"}) == 7


def test_json_is_one_object_by_section(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "--json") == 0
    whole = json.loads(capsys.readouterr().out)
    assert whole["moment"] == "2026-05-01 00:00, UTC"
    assert [row["title"] for row in whole["sections"]["scheduled"]] == ["Soon"]
    assert whole["grid"] is None


def test_html_is_written_to_a_file_and_leads_to_the_site(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    file = site.folder / "report.html"
    assert run(site, "--html", str(file)) == 0
    assert capsys.readouterr().out == f"The report is in {file}.\n"
    assert '<a href="https://example.org/lmp/stories/late/">Late</a>' in file.read_text("utf-8")


def test_owners_never_reach_the_output(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert not site.build().errors
    before = files(site.out)
    for words in ((), ("--json",), ("--csv",), ("--all",), ("--html", str(site.folder / "report.html"))):
        assert run(site, *words) == 0
    assert b"Ben Ortiz" in (site.folder / "report.html").read_bytes()
    assert "Ben Ortiz" in capsys.readouterr().out
    for place in (site.root / "static/report.html", site.root / "public/report.html", site.out / "report.html"):
        place.parent.mkdir(exist_ok=True)
        assert run(site, "--html", str(place)) == 2
        assert "for the team alone" in capsys.readouterr().err
    assert files(site.out) == before
    assert not any(name in data for data in before.values() for name in (b"Ana Vance", b"Ben Ortiz", b"Cy Moss"))


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--json", "--csv"), 2, "--csv and --json ask for two things at once"),
        (("--html", "nowhere/at/all.html"), 2, "there is no folder nowhere"),
        (("--uses", "stories/nothing"), 2, 'there is no page or file "stories/nothing"'),
        (("--site", "nowhere"), 2, "there is no site.yaml"),
    ],
)
def test_wrong_usage_is_exit_code_2(
    site: SmallSite, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, message: str
) -> None:
    assert run(site, *words) == code
    assert message in capsys.readouterr().err


def test_wrong_settings_are_exit_code_1(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("site.yaml", "title: [\n")
    assert run(site) == 1
    assert capsys.readouterr().err.startswith("site.yaml:")
