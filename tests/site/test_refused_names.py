"""Names that no disk or host could have are told where they stand, and the hints mend them."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sitegen.errors import Problem
from tests.site.small import SETTINGS, SmallSite

LONG, CHINESE = "x" * 256, "\u6587" * 64
WINDOWS = "has a part that Windows cannot have as a name"


def with_slug(site: SmallSite, slug: str) -> None:
    site.page("stories", "story-1", "Text\n", {"title": "T", "summary": "S", "date": "2017-01-01", "slug": slug})


def put(site: SmallSite, path: str, data: bytes) -> None:
    target = site.root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def picture(width: int, height: int) -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height)).save(made, "PNG")
    return made.getvalue()


def problems_of(site: SmallSite) -> list[Problem]:
    result = site.build()
    assert not result.committed
    return result.problems


ON_PAGES: list[tuple[str, str, str]] = [
    ("aliases", "/" + LONG, "has 256 bytes, 200 at most"),
    ("aliases", "/old/" + "%E6%96%87" * 67, "has a part of 201 bytes, 200 at most"),
    ("aliases", "/" + "a/" * 1500, "lies 1,499 folders deep, 20 at most"),
    ("aliases", "/.git/config", "has a part that begins with a period"),
    ("aliases", "/%2egit/configs", "has a part that begins with a period"),
    ("aliases", "/.sitegen-manifest", "has a part that begins with a period"),
    ("aliases", "/search/meta.json", "has a name that sitegen needs for itself"),
    ("aliases", "/_headers/x", "has a name that sitegen needs for itself"),
    ("aliases", "/nul.txt", WINDOWS),
    ("aliases", "/a%3Fb", WINDOWS),
    ("regions", LONG, "has 256 bytes, 200 at most in its address"),
    ("regions", CHINESE, "has 256 bytes, 200 at most in its address"),
    ("regions", "AUX", f"{WINDOWS} in its address"),
]


def write(site: SmallSite, number: int, field: str, value: str) -> None:
    """Write a story whose fifth line has the value."""
    fields = {"title": f"Odd {number}", "summary": "S", "date": "2017-01-01"}
    site.page("stories", f"odd-{number}", "Text\n", {**fields, field: [value]})


def test_names_on_pages_are_told_at_their_places_and_the_hints_mend_them(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    for number, (field, value, _) in enumerate(ON_PAGES):
        write(site, number, field, value)
    by_place = {str(problem.location): problem for problem in problems_of(site)}
    assert len(by_place) == len(ON_PAGES)
    for number, (field, _, reason) in enumerate(ON_PAGES):
        problem = by_place[f"content/stories/odd-{number}.md:5:11"]
        assert problem.headline.endswith(f'" {reason}')
        assert problem.excerpt
        write(site, number, field, re.split(r"as |: ", problem.hint)[-1])
    assert site.build().committed


@pytest.mark.parametrize(("slug", "reason"), [("x" * 201, "has a part of 201 bytes, 200 at most"), ("con", WINDOWS)])
def test_a_slug_is_told_at_its_place(tmp_path: Path, slug: str, reason: str) -> None:
    site = SmallSite(tmp_path)
    with_slug(site, slug)
    (problem,) = problems_of(site)
    assert str(problem.location) == "content/stories/story-1.md:5:7"
    assert problem.headline.endswith(f'" {reason}')
    with_slug(site, problem.hint.removeprefix("write slug: "))
    assert site.build().committed


def test_the_name_of_a_page_is_told_with_the_slug_that_it_needs(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.story("y" * 240)
    site.story("con")
    hints = sorted(problem.hint for problem in problems_of(site))
    line = "give it a slug of its own, with the line slug: "
    assert hints == [line + "page-con", line + "y" * 40]


def test_redirects_are_told_at_their_places(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    old = ("/" + LONG, "/a/../../b", "/.sitegen-manifest")
    site.settings({**SETTINGS, "redirects": dict.fromkeys(old, "/stories/")})
    problems = problems_of(site)
    assert [str(problem.location) for problem in problems] == [f"site.yaml:{line}:3" for line in (83, 84, 85)]
    mended = dict.fromkeys((problem.hint.rpartition(" ")[2] for problem in problems), "/stories/")
    site.settings({**SETTINGS, "redirects": mended})
    assert site.build().committed


@pytest.mark.parametrize(
    ("path", "size"),
    [
        ("js/" + "x" * 190 + ".js", 204),
        ("images/" + "x" * 182 + ".png", 201),
        ("images/" + "\u6587" * 64 + ".png", 211),
        ("images/" + "x" * 197 + ".svg", 0),
        ("downloads/" + "x" * 240 + ".txt", 0),
    ],
)
def test_a_file_is_told_where_its_final_name_is_too_long(tmp_path: Path, path: str, size: int) -> None:
    site = SmallSite(tmp_path)
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    data = {".js": b"export const a = 1;\n", ".png": picture(40, 30), ".svg": drawing, ".txt": b"Text"}
    put(site, f"static/{path}", data[path[path.rindex(".") :]])
    result = site.build()
    assert result.committed == (not size)
    headline = f"the name of this file, as it is published, has a part of {size} bytes, 200 at most"
    expected = [(f"static/{path}", headline)] if size else []
    assert [(str(problem.location), problem.headline) for problem in result.problems] == expected
