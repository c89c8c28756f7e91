"""Targets of links, by themselves."""

import pytest

from sitegen.content.link_targets import (
    BadTarget,
    ExternalTarget,
    FragmentTarget,
    InternalTarget,
    parse_picture_target,
    parse_target,
)

FOLDER = "content/stories"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("a.md", InternalTarget("stories/a.md")),
        ("./a.md#use", InternalTarget("stories/a.md", "use")),
        ("../tools/a.md", InternalTarget("tools/a.md")),
        ("../tools/../stories/a%20b.md", InternalTarget("stories/a b.md")),
        ("../a.md", InternalTarget("a.md")),
        ("../../static/x.pdf", InternalTarget("static/x.pdf")),
        ("../../static/a/x.pdf#page=2", InternalTarget("static/a/x.pdf", "page=2")),
        ("/static/x.pdf", InternalTarget("static/x.pdf")),
        ("/", InternalTarget("/")),
        ("/tools", InternalTarget("/tools/")),
        ("/tools/", InternalTarget("/tools/")),
        ("/tools/../news/", InternalTarget("/news/")),
        ("/tools/feed.xml", InternalTarget("/tools/feed.xml")),
        ("/tools?topic=quality&level=3#list", InternalTarget("/tools/?topic=quality&level=3", "list")),
        ('/a"b<c/#d"e', InternalTarget("/a%22b%3Cc/", "d%22e")),
        ("#use", FragmentTarget("use")),
        ("#", FragmentTarget("")),
        ("https://x.org/a?b#c", ExternalTarget("https")),
        ("HTTP://x.org", ExternalTarget("http")),
        ("mailto:a@x.org", ExternalTarget("mailto")),
        ("tel:+1-855", ExternalTarget("tel")),
        (" a.md ", InternalTarget("stories/a.md")),
    ],
)
def test_a_target_is_a_page_a_file_an_address_or_outside(target: str, expected: object) -> None:
    assert parse_target(target, FOLDER) == expected


FAULTS = (
    *(
        "",
        "..",
        "../..",
        "../../..",
        "../../templates/base.html",
        "../../static",
        "../../site.yaml",
        "%2e%2e/%2e%2e/x.md",
    ),
    *("a%00.md", "a%0a.md", "/a%5cb/", "vbscript:x", "file:///etc/passwd", "a.md?b", "/\\x.org", "//x.org"),
)


@pytest.mark.parametrize("target", FAULTS)
def test_anything_else_is_a_fault(target: str) -> None:
    assert isinstance(parse_target(target, FOLDER), BadTarget)


def test_folders_of_any_depth_are_left_the_same_way() -> None:
    assert parse_target("../../../static/x.pdf", "content/about/deep") == InternalTarget("static/x.pdf")


def test_a_picture_lies_below_static() -> None:
    assert parse_picture_target("../../static/a.png", FOLDER) == InternalTarget("static/a.png")
    assert parse_picture_target("a.md", FOLDER) == BadTarget(
        '"a.md" is no picture below static/', 'write its path: "../../static/images/..."'
    )
