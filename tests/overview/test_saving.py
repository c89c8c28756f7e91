"""Where a report may be written, and where not: owners must not reach what is published."""

from pathlib import Path

import pytest

from sitegen.errors import UsageError
from sitegen.overview.as_html import overview_html
from sitegen.overview.overview_records import Overview
from sitegen.overview.saving import save_html

PAGE = overview_html(Overview(site="S", moment="m", base_url="", sections=()), "")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for folder in ("content/stories", "static/images", "templates", "notes"):
        (site / folder).mkdir(parents=True)
    return site


def test_a_report_is_written_and_written_again(site: Path) -> None:
    for text in (PAGE, f"{PAGE}<!-- later -->"):
        save_html(site, site / "notes/report.html", text)
        assert (site / "notes/report.html").read_text("utf-8") == text


@pytest.mark.parametrize(
    "file",
    [
        "public/report.html",
        "public/deep/report.html",
        "static/report.html",
        "static/images/report.html",
        "content/report.html",
        "templates/report.html",
        "notes/../public/report.html",
        "link/report.html",
        "other-output/below/report.html",
        "published/report.html",
        "nowhere/report.html",
        "notes",
        "site.yaml",
        "file-link.html",
    ],
)
def test_a_report_is_refused_where_builds_read_or_write_or_a_file_stands(
    site: Path, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site)
    (site / "public/deep").mkdir(parents=True)
    (site / "link").symlink_to("static")
    (site / "file-link.html").symlink_to("public/report.html")
    (site / "other-output/below").mkdir(parents=True)
    (site / "other-output/.sitegen-manifest").write_text("")
    (site / "published/.sitegen-publish").mkdir(parents=True)
    (site / "site.yaml").write_text("title: S\n")
    (site.parent / "report.html").write_text("A page of somebody.\n")
    before = sorted(site.rglob("*"))
    with pytest.raises(UsageError) as caught:
        save_html(site, Path(file), PAGE)
    assert sorted(site.rglob("*")) == before
    assert (site / "site.yaml").read_text() == "title: S\n"
    hint = caught.value.problems[0].hint.partition("--html ")[2]
    save_html(site, Path(hint), PAGE)
    assert (site.parent / "report-2.html").read_text("utf-8") == PAGE


def test_an_output_folder_that_is_not_there_yet_is_refused_for_what_it_will_be(site: Path) -> None:
    with pytest.raises(UsageError, match="for the team alone"):
        save_html(site, site / "public" / "report.html", PAGE)
