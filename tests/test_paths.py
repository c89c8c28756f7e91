"""One function decides what a path may be: every spelling that leaves a folder is refused wherever it is written."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from pydantic import TypeAdapter, ValidationError

from sitegen.config import read_config
from sitegen.content.field_types import Address, CaptionsPath, FilePath
from sitegen.content.link_targets import InternalTarget, parse_picture_target, parse_target
from sitegen.errors import AssetError
from sitegen.output_names import WELL_KNOWN, has_relative_parts, why_no_file, why_no_path, why_refused
from sitegen.site.rendering import template_functions
from tests.site.small import SmallSite

UP = (
    "../site.yaml",
    "a/../../site.yaml",
    "a/..",
    "..",
    ".",
    "./a.png",
    "a/./b.png",
    "%2e%2e/site.yaml",
    "%2E%2e/site.yaml",
    ".%2e/site.yaml",
    "%252e%252e/site.yaml",
    "%25252e./site.yaml",
    "a/%2e%2e/%2e%2e/b.png",
)
"""Paths that lead upwards, or to themselves, by periods."""

DOUBLED = ("a//b.png", "a///b.png", "%2f/a.png")
OTHERS = (
    "..%2fsite.yaml",
    "..%5csite.yaml",
    "a%2fb.png",
    "a%252fb.png",
    "%2e%2e%2fsite.yaml",
    "..\\site.yaml",
    "a\\b.png",
    "C:/a.png",
    "c:a.png",
    "C:\\a.png",
    "file:a.png",
    "a.png::$DATA",
    "a%00.png",
    "a\0.png",
    "a\n.png",
    "a\x7f.png",
    "a%0d%0ab.png",
    "a\u2028b.png",
    "a\ud800.png",
    ".git/config.png",
    ".hidden.png",
    "a/.b/c.png",
    "%2egit/a.png",
    "\u200c.git/a.png",
    ".\u200dgit/a.png",
    ".\u2060./site.yaml",
    "\u200b/a.png",
    ".well-known",
    ".well-known/.b/a.png",
    ".well-known/../a.png",
    ".Well-Known/a.png",
    "a/.well-known/b.png",
    "a. /b.png",
    "a./b.png",
    "a /b.png",
    "a%20/b.png",
    "con/a.png",
    "NUL",
    "aux.png",
    "Com1.tar.png",
    "lpt\u00b2.png",
    "conin$",
    "CONOUT$.png",
    "prn .png",
    "n%75l.png",
    "x" * 1_001 + ".png",
)
ABSOLUTE = ("/etc/passwd", "//host/share/a.png", "/a.png")
SPELLINGS = (*UP, *DOUBLED, *OTHERS)

FINE = (
    "images/a.png",
    "a b.png",
    "100%.png",
    "100%25.png",
    "caf\u00e9 & co.png",
    "it's (new), +1.png",
    "a#b.png",
    "q?.png",
    "a..b.png",
    "a.b/c..png",
    "console.png",
    "nulls/com10.png",
    "_a/-b.png",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645.png",
    ".well-known/security.png",
    ".well-known/a/b.png",
)


def is_taken(type_: Any, text: str) -> bool:
    try:
        TypeAdapter(type_).validate_python(text)
    except ValidationError:
        return False
    return True


def never(*_: object, **__: object) -> Any:
    raise AssertionError("a path that is refused was read")


@pytest.mark.parametrize("path", [*SPELLINGS, *ABSOLUTE, ""])
def test_the_one_function_refuses_every_spelling(path: str) -> None:
    assert why_no_file(path)


@pytest.mark.parametrize("path", FINE)
def test_the_one_function_lets_plain_names_through(path: str) -> None:
    assert why_no_file(path) == ""
    assert why_no_path(f"static/{path}") == why_no_path(path)
    assert bool(why_no_path(path)) == path.startswith(".well-known")


@pytest.mark.parametrize("path", UP)
def test_what_leads_upwards_is_known_by_itself(path: str) -> None:
    assert has_relative_parts(path)
    assert has_relative_parts(f"/{path}/")
    assert not has_relative_parts("/a.b/c..d/")


@pytest.mark.parametrize("path", [path for path in (*SPELLINGS, *ABSOLUTE[1:2]) if path.strip("/") == path])
def test_front_matter_refuses_every_spelling(path: str) -> None:
    assert not is_taken(FilePath, path)
    assert not is_taken(FilePath, f"static/{path}")
    assert not is_taken(CaptionsPath, f"{path}/a.vtt") or path == WELL_KNOWN


@pytest.mark.parametrize("path", FINE)
def test_front_matter_and_links_take_plain_names(path: str) -> None:
    target = InternalTarget(f"static/{path}")
    assert is_taken(FilePath, path)
    assert parse_target(f"../../static/{quote(path)}", "content/stories") == target
    assert parse_target(f"/static/{quote(path)}", "content/stories") == target
    assert parse_picture_target(f"/static/{quote(path)}", "content/stories") == target


RESOLVED = {"./a.png", "a/./b.png", *DOUBLED[:2], ".well-known/../a.png", "a/..", ".", ".well-known"}
"""Spellings that a link resolves to a plain path below static/, or to the folder itself."""


@pytest.mark.parametrize("path", SPELLINGS)
@pytest.mark.parametrize("start", ["/static/", "../../static/", "/static/a/../"])
def test_links_and_pictures_never_leave_static(start: str, path: str) -> None:
    for parse in (parse_target, parse_picture_target):
        target = parse(start + path, "content/stories")
        if isinstance(target, InternalTarget):
            name = target.target.removeprefix("static").removeprefix("/")
            is_below = target.target.startswith("static/") and not why_no_file(name)
            assert is_below or target.target in ("static", "/", "/site.yaml", "/static/")
            assert path in {*RESOLVED, *UP}
            assert "%2e" not in path.lower()


@pytest.mark.parametrize("path", [*SPELLINGS, *ABSOLUTE, ""])
def test_shortcodes_and_templates_refuse_every_spelling_unread(path: str) -> None:
    functions = template_functions(lambda rule, *_, **__: "/lmp" if rule.name == "base_path" else never())  # type: ignore[arg-type]
    for name in ("asset", "file", "image", "imports"):
        with pytest.raises(AssetError, match=r"part|slash|bytes|character"):
            functions[name](path)


@pytest.mark.parametrize("path", [path for path in (*UP, *DOUBLED) if path.strip("/") == path])
def test_addresses_in_settings_and_aliases_refuse_what_leads_upwards(path: str) -> None:
    assert not is_taken(Address, f"/old/{path}") or why_refused(f"/old/{path}")
    assert why_refused(f"old/{path}")
    for settings in (f"menus: {{main: [{{label: A, url: '/x/{path}'}}]}}", f"redirects: {{/old/: '/x/{path}'}}"):
        _, problems = read_config(f"title: A\nbase_url: https://example.org\n{settings}\n".encode())
        assert problems, settings
        assert all(problem.location.line == 3 for problem in problems)


def test_files_of_well_known_are_published_and_nothing_else_that_is_hidden(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    names = (".well-known/security.txt", ".well-known/a/b.txt", ".hidden.txt", ".git/config", ".well-known/.secret")
    for name in (*names, "a/.well-known/c.txt"):
        site.write(f"static/{name}", "Contact: mailto:web@example.org\n")
    site.story("story-1", "[Policy](/static/.well-known/security.txt)\n")
    assert site.build().problems == []
    hidden = [path.relative_to(site.out).as_posix() for path in site.out.rglob("*") if path.is_file()]
    assert sorted(path for path in hidden if "/." in f"/{path}") == [
        ".sitegen-manifest",
        ".well-known/a/b.txt",
        ".well-known/security.txt",
    ]
    (site.root / "static/.well-known/security.txt").unlink()
    site.story("story-1")
    site.build()
    assert not (site.out / ".well-known/security.txt").exists()
    site.build_clean()
    assert not (site.folder / "clean/.well-known/security.txt").exists()
