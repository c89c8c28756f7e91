"""Pictures, downloads and films are published only if something that is published links to them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from sitegen.building import Choices
from sitegen.findings import CHECKS, open_site
from tests.site.small import SETTINGS, SmallSite, files

FOLDERS = ("images/", "downloads/", "videos/", "assets/images/")
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nA\n"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    for path in ("downloads/a.csv", "downloads/b c.csv", "downloads/more/c.csv", "videos/a.csv", "other/a.csv"):
        site.write(f"static/{path}", f"{path}\n")
    (site.root / "static/images").mkdir()
    for name in ("a.png", "b.png"):
        Image.new("RGB", (9, 9), "teal").save(site.root / "static/images" / name)
    return site


def published(site: SmallSite, **choices: Any) -> set[str]:
    """Build; return the files of the output that come from pictures, downloads and films; variants by their picture."""
    result = site.build(**choices)
    assert result.committed, result.problems
    made = [path for path in files(site.out) if path.startswith(FOLDERS) and not path.endswith(("html", "json", "xml"))]
    return {path.partition("-9.")[0] if path.startswith("assets/") else path for path in made}


PICTURE = {"images/a.png", "assets/images/a"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("No file.\n", set()),
        ("The file static/downloads/a.csv is named only, like `downloads/a.csv`.\n", set()),
        ("[File](../../static/downloads/a.csv)\n", {"downloads/a.csv"}),
        ("[File](<../../static/downloads/b c.csv>)\n", {"downloads/b c.csv"}),
        ("[File](../../static/downloads/more/c.csv#part)\n", {"downloads/more/c.csv"}),
        ("[File](/downloads/a.csv)\n", {"downloads/a.csv"}),
        ('<a href="../../static/downloads/a.csv">File</a>\n', {"downloads/a.csv"}),
        ('<p>Take <a href="/downloads/b%20c.csv">that</a>.</p>\n', {"downloads/b c.csv"}),
        ("![A square](../../static/images/a.png)\n", PICTURE),
        ('<img src="../../static/images/a.png" alt="A square">\n', PICTURE),
        ("[Elsewhere](https://example.com/downloads/a.csv)\n", set()),
        ("[Here, in full](https://example.org/lmp/downloads/a.csv)\n", {"downloads/a.csv"}),
        ("<!-- [File](../../static/downloads/a.csv) -->\n", set()),
    ],
)
def test_a_link_in_a_body_publishes_its_file_and_no_other(site: SmallSite, body: str, expected: set[str]) -> None:
    site.story("story-1", body)
    assert published(site) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"image": {"src": "images/a.png", "alt": "A square"}}, PICTURE),
        ({"downloads": [{"label": "Sheet", "file": "downloads/a.csv"}]}, {"downloads/a.csv"}),
    ],
)
def test_a_field_of_a_page_publishes_its_file(site: SmallSite, fields: dict[str, Any], expected: set[str]) -> None:
    site.tool("huddle", **fields)
    assert published(site) == expected


def test_a_shortcode_publishes_its_file(site: SmallSite) -> None:
    site.write("templates/shortcodes/take.html", '<a href="{{ asset(arguments.file) }}">{{ arguments.file }}</a>')
    site.story("story-1", '{{ take file="downloads/a.csv" }}\n')
    assert published(site) == {"downloads/a.csv"}


def test_a_film_publishes_its_captions_and_its_poster(site: SmallSite) -> None:
    site.write("static/videos/a.vtt", CAPTIONS)
    site.write("static/videos/b.vtt", CAPTIONS)
    (site.root / "static/videos/a.webm").write_bytes(b"\x1aE\xdf\xa3film")
    settings = {**SETTINGS, "collections": {**SETTINGS["collections"], "films": {"kind": "video"}}}
    site.settings(settings)
    site.write(
        "templates/video.html",
        site.text("templates/item.html").replace(
            "{{ item.body_html }}",
            '{{ item.body_html }}<video src="{{ item.film.src }}" poster="{{ item.film.poster }}">'
            '<track src="{{ item.film.captions }}"></video>',
        ),
    )
    film = {"src": "videos/a.webm", "captions": "videos/a.vtt", "poster": "images/a.png", "transcript": "Words."}
    site.page("films", "f", "Words.\n", {"title": "F", "summary": "A film.", "date": "2017-01-01", **film})
    assert {"videos/a.webm", "videos/a.vtt", "images/a.png"} <= published(site)
    assert "videos/b.vtt" not in published(site)


@pytest.mark.parametrize(
    "fields",
    [{"draft": True}, {"publish": "2018-05-01"}, {"expires": "2018-03-01"}],
    ids=["draft", "scheduled", "expired"],
)
def test_a_page_that_is_not_shown_uses_nothing(site: SmallSite, fields: dict[str, Any]) -> None:
    site.story("story-9", "[File](../../static/downloads/a.csv)\n", **fields)
    assert published(site, as_of=datetime(2018, 4, 1, tzinfo=UTC)) == set()


def test_a_scheduled_page_brings_its_file_on_its_day(site: SmallSite) -> None:
    site.story("story-9", "[File](../../static/downloads/a.csv)\n", publish="2018-05-01", expires="2018-06-01")
    days = [datetime(2018, month, 2, tzinfo=UTC) for month in (4, 5, 6)]
    assert [published(site, as_of=day) for day in days] == [set(), {"downloads/a.csv"}, set()]


def test_with_drafts_a_draft_uses_its_files(site: SmallSite) -> None:
    site.story("story-9", "[File](../../static/downloads/a.csv)\n", draft=True)
    assert published(site, drafts=True) == {"downloads/a.csv"}


@pytest.mark.parametrize(
    "change",
    [
        {"menus": {"main": [{"label": "Sheet", "url": "/downloads/a.csv"}]}},
        {"redirects": {"/old/": "/downloads/a.csv"}},
    ],
    ids=["menu", "redirect"],
)
def test_a_setting_publishes_the_file_that_it_leads_to(site: SmallSite, change: dict[str, Any]) -> None:
    site.settings({**SETTINGS, **change})
    assert published(site) == {"downloads/a.csv"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<a href="{{ url("/downloads/a.csv") }}">a</a>', {"downloads/a.csv"}),
        ('<a href="/lmp/downloads/a.csv">a</a>', {"downloads/a.csv"}),
        (
            '{% for name in ["a", "more/c"] %}<a href="{{ asset("downloads/" ~ name ~ ".csv") }}">x</a>{% endfor %}',
            {"downloads/a.csv", "downloads/more/c.csv"},
        ),
        (
            '{% for name in ["a", "b c"] %}<a href="{{ url("/downloads/") }}{{ name }}.csv">x</a>{% endfor %}',
            {"downloads/a.csv", "downloads/b c.csv"},
        ),
        ('<img src="{{ image("images/a.png").src }}" alt="">', PICTURE),
        ("<img src={{ url('/images/a.png') }} alt=''>", PICTURE),
    ],
)
def test_what_a_template_makes_is_what_counts(site: SmallSite, text: str, expected: set[str]) -> None:
    site.write("templates/base.html", site.text("templates/base.html").replace("</body>", f"{text}</body>"))
    assert published(site) == expected
    with open_site(Choices(site=site.root, out=site.out, jobs=1)) as finished:
        assert not list(CHECKS["broken_links"].function(finished))


def test_stylesheets_and_scripts_publish_what_they_name(site: SmallSite) -> None:
    site.write("static/css/90-own.css", 'main { background: url("../images/a.png") }\n')
    site.write("static/js/own.js", "export const file = `${location.origin}/lmp/downloads/a.csv`;\n")
    assert published(site) == PICTURE | {"downloads/a.csv"}


def test_a_page_among_the_downloads_publishes_what_it_links_to_if_it_is_published(site: SmallSite) -> None:
    site.write("static/downloads/pack.html", '<a href="a.csv">a</a><a href="../downloads/b c.csv">b</a>\n')
    assert published(site) == set()
    site.story("story-1", "[Pack](../../static/downloads/pack.html)\n")
    assert published(site) == {"downloads/b c.csv"}
    assert (site.out / "downloads/pack.html").is_file()


def test_other_folders_of_static_are_published_whole(site: SmallSite) -> None:
    published(site)
    assert (site.out / "other/a.csv").is_file()


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (["downloads/a.csv"], {"downloads/a.csv"}),
        (["downloads/*.csv"], {"downloads/a.csv", "downloads/b c.csv"}),
        (["downloads/more/", "images/a.*"], {"downloads/more/c.csv", *PICTURE}),
        ("videos/", {"videos/a.csv"}),
    ],
)
def test_patterns_in_the_settings_publish_files_in_any_case(
    site: SmallSite, patterns: list[str] | str, expected: set[str]
) -> None:
    site.settings({**SETTINGS, "files": {"always": patterns}})
    assert published(site) == expected


def test_a_pattern_that_matches_no_file_is_a_warning_at_its_line(site: SmallSite) -> None:
    site.settings({**SETTINGS, "files": {"always": ["downloads/*.csv", "downloads/aa.csv"]}})
    (problem,) = site.build().problems
    assert (problem.severity, problem.headline) == ("warning", '"downloads/aa.csv" matches no file in static/')
    assert problem.hint == 'did you mean "downloads/a.csv"?'
    line = 1 + site.text("site.yaml").splitlines().index('   "downloads/aa.csv"')
    assert (problem.location.path, problem.location.line) == ("site.yaml", line)


def test_a_pattern_that_begins_above_static_is_an_error_whose_hint_mends_it(site: SmallSite) -> None:
    site.settings({**SETTINGS, "files": {"always": ["static/downloads/a.csv"]}})
    (problem,) = site.build().problems
    assert problem.hint == "write it from static/ on: downloads/a.csv"
    site.settings({**SETTINGS, "files": {"always": [problem.hint.rpartition(": ")[2]]}})
    assert published(site) == {"downloads/a.csv"}


@pytest.mark.parametrize("pattern", ["/", "static", "static/", "/static/"])
def test_a_pattern_that_names_nothing_in_static_has_a_hint_that_mends_it(site: SmallSite, pattern: str) -> None:
    site.settings({**SETTINGS, "files": {"always": [pattern]}})
    (problem,) = site.build().problems
    assert problem.hint == "name what lies in static/, such as downloads/"
    site.settings({**SETTINGS, "files": {"always": [problem.hint.rpartition("such as ")[2]]}})
    assert published(site) == {"downloads/a.csv", "downloads/b c.csv", "downloads/more/c.csv"}


def test_an_edit_of_a_body_moves_exactly_the_files_that_it_adds_and_drops(site: SmallSite) -> None:
    site.story("story-1", "[File](../../static/downloads/a.csv)\n")
    site.build()
    site.story("story-1", "[File](../../static/downloads/more/c.csv)\n")
    result = site.build()
    assert [path for path in result.pruned if not path.startswith("search/")] == ["downloads/a.csv"]
    assert "downloads/more/c.csv" in result.written
    made = [key for key in result.executed if str(key[0]).endswith("_html")]
    assert made == [("item_html", "stories/story-1.md")]
    assert ("static_file", "downloads/more/c.csv") in result.executed
    assert files(site.out) == _clean(site)


def test_a_file_stays_as_long_as_one_page_links_to_it(site: SmallSite) -> None:
    for slug in ("story-1", "story-2"):
        site.story(slug, "[File](../../static/downloads/a.csv)\n")
    assert published(site) == {"downloads/a.csv"}
    site.story("story-1")
    assert published(site) == {"downloads/a.csv"}
    (site.root / "content/stories/story-2.md").unlink()
    assert published(site) == set()
    assert files(site.out) == _clean(site)


def test_two_downloads_that_link_to_each_other_leave_with_the_page_that_showed_one(site: SmallSite) -> None:
    site.write("static/downloads/one.html", '<a href="../downloads/two.html">two</a>\n')
    site.write("static/downloads/two.html", '<a href="../downloads/one.html">one</a>\n')
    site.story("story-1", "[One](../../static/downloads/one.html)\n")
    site.build()
    assert (site.out / "downloads/two.html").is_file()
    site.story("story-1")
    gone = [path for path in site.build().pruned if path.startswith("downloads/")]
    assert gone == ["downloads/one.html", "downloads/two.html"]
    assert files(site.out) == _clean(site)


def _clean(site: SmallSite) -> dict[str, bytes]:
    site.build_clean()
    return files(site.folder / "clean")
