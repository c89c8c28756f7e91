"""Targets of links, by themselves."""

import pytest

from sitegen.content.link_targets import Fault, Here, Inside, Outside, read_picture, read_target

FOLDER = "content/stories"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("a.md", Inside("stories/a.md")),
        ("./a.md#use", Inside("stories/a.md", "use")),
        ("../tools/a.md", Inside("tools/a.md")),
        ("../tools/../stories/a%20b.md", Inside("stories/a b.md")),
        ("../a.md", Inside("a.md")),
        ("../../static/x.pdf", Inside("static/x.pdf")),
        ("../../static/a/x.pdf#page=2", Inside("static/a/x.pdf", "page=2")),
        ("/static/x.pdf", Inside("static/x.pdf")),
        ("/", Inside("/")),
        ("/tools", Inside("/tools/")),
        ("/tools/", Inside("/tools/")),
        ("/tools/../news/", Inside("/news/")),
        ("/tools/feed.xml", Inside("/tools/feed.xml")),
        ("/tools?topic=quality&level=3#list", Inside("/tools/?topic=quality&level=3", "list")),
        ('/a"b<c/#d"e', Inside("/a%22b%3Cc/", "d%22e")),
        ("#use", Here("use")),
        ("#", Here("")),
        ("https://x.org/a?b#c", Outside("https")),
        ("HTTP://x.org", Outside("http")),
        ("mailto:a@x.org", Outside("mailto")),
        ("tel:+1-855", Outside("tel")),
        (" a.md ", Inside("stories/a.md")),
    ],
)
def test_a_target_is_a_page_a_file_an_address_or_outside(target: str, expected: object) -> None:
    assert read_target(target, FOLDER) == expected


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
    assert isinstance(read_target(target, FOLDER), Fault)


def test_folders_of_any_depth_are_left_the_same_way() -> None:
    assert read_target("../../../static/x.pdf", "content/about/deep") == Inside("static/x.pdf")


def test_a_picture_lies_below_static() -> None:
    assert read_picture("../../static/a.png", FOLDER) == Inside("static/a.png")
    assert read_picture("a.md", FOLDER) == Fault(
        '"a.md" is no picture below static/', 'write its path: "../../static/images/..."'
    )
