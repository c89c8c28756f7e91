"""Pictures, downloads and films of another site come from that site alone; what is shipped is the look."""

from pathlib import Path
from typing import Any

import pytest

from sitegen.building import PROJECT
from tests.site.small import SETTINGS, SmallSite, files

PICTURE = "images/previews/five-whys.png"
DOWNLOAD = "downloads/five-whys.pdf"
FILM = "videos/sample-clip-five-levels.mp4"
CAPTIONS = "videos/sample-clip-five-levels.vtt"
POSTER = "videos/sample-clip-five-levels.jpg"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    site.settings({**SETTINGS, "collections": {**SETTINGS["collections"], "films": {"kind": "video"}}})
    return site


@pytest.mark.parametrize("path", [PICTURE, DOWNLOAD, FILM, CAPTIONS, POSTER])
def test_the_files_of_these_tests_are_shipped(path: str) -> None:
    assert (PROJECT / "static" / path).is_file()


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"image": {"src": PICTURE, "alt": "Five whys"}}, PICTURE),
        ({"downloads": [{"label": "Five whys", "file": DOWNLOAD}]}, DOWNLOAD),
    ],
)
def test_a_shipped_file_that_the_site_lacks_is_missing_from_a_field(
    site: SmallSite, fields: dict[str, Any], path: str
) -> None:
    site.tool("huddle", **fields)
    assert build_and_report(site) == [("content/tools/huddle.md", f'there is no file "{path}" in static/')]


def test_a_shipped_film_with_captions_and_poster_is_missing(site: SmallSite) -> None:
    film = {"src": FILM, "captions": CAPTIONS, "poster": POSTER, "transcript": "Words."}
    site.page("films", "f", "Words.\n", {"title": "F", "summary": "A film.", "date": "2017-01-01", **film})
    site.write("templates/video.html", site.text("templates/item.html"))
    headlines = [headline for _, headline in build_and_report(site)]
    assert sorted(headlines) == [f'there is no file "{path}" in static/' for path in sorted((FILM, CAPTIONS, POSTER))]


@pytest.mark.parametrize("path", [PICTURE, DOWNLOAD, FILM, CAPTIONS])
def test_a_shipped_file_that_the_site_lacks_is_missing_from_a_body(site: SmallSite, path: str) -> None:
    link = f"![A sheet](../../static/{path})" if path == PICTURE else f"[File](../../static/{path})"
    site.story("story-1", f"{link}\n")
    assert build_and_report(site) == [("content/stories/story-1.md", f'there is no file "{path}" in static/')]


@pytest.mark.parametrize("call", [f'image("{PICTURE}").src', f'asset("{DOWNLOAD}")', f'file("{DOWNLOAD}").url'])
def test_a_shipped_file_that_the_site_lacks_is_missing_from_a_template(site: SmallSite, call: str) -> None:
    site.write(
        "templates/item.html", site.text("templates/item.html").replace("{{ item.body_html }}", f"{{{{ {call} }}}}")
    )
    assert {headline.partition(" in ")[0] for _, headline in build_and_report(site)} == {
        f'there is no file "{call.split(chr(34))[1]}"'
    }


def test_a_shipped_picture_that_the_site_lacks_is_missing_from_a_stylesheet(site: SmallSite) -> None:
    site.write("static/css/90-own.css", f'main {{ background: url("../{PICTURE}") }}\n')
    assert build_and_report(site) == [("static/css/90-own.css", f'there is no file "{PICTURE}" in static/')]


def test_the_sites_own_file_is_published_under_the_name_of_a_shipped_one(site: SmallSite) -> None:
    site.write(f"static/{CAPTIONS}", "WEBVTT\n\n00:00.000 --> 00:01.000\nOurs\n")
    site.story("story-1", f"[Captions](../../static/{CAPTIONS})\n")
    assert build_and_report(site) == []
    assert b"Ours" in (site.out / CAPTIONS).read_bytes()


def test_no_picture_download_or_film_of_the_program_is_in_the_output_of_another_site(site: SmallSite) -> None:
    folders = ("downloads/", "images/", "videos/")
    site.settings({**SETTINGS, "files": {"always": list(folders)}})
    assert build_and_report(site) == [("site.yaml", f'"{folder}" matches no file in static/') for folder in folders]
    assert not [path for path in files(site.out) if path.startswith(("images/", "downloads/", "assets/images/"))]
    assert not [path for path in files(site.out) if path.startswith("videos/") or "previews" in path]


def build_and_report(site: SmallSite) -> list[tuple[str, str]]:
    """Build, and return the file and headline of each problem."""
    return [(problem.location.path, problem.headline) for problem in site.build().problems]
