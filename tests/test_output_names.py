"""Tests of the names that outputs can have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.output_names import mended, why_refused, why_too_long


@pytest.mark.parametrize(
    "path",
    [
        "/stories/old-name",
        "index.html",
        "/a/" + "x" * 200,
        "\u6587" * 66,
        "a/" * 20,
        "console/",
        "nulls.txt",
        "a.b/c",
        "_notes",
        "stories/search",
        "stories/robots.txt",
        "com10",
        "/",
    ],
)
def test_most_names_can_be_had(path: str) -> None:
    assert why_refused(path) == ""


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("x" * 201, "has 201 bytes, 200 at most"),
        ("/a/" + "\u6587" * 67 + "/", "has a part of 201 bytes, 200 at most"),
        ("/" + "a/" * 1500, "lies 1,499 folders deep, 20 at most"),
        ("/" + "/".join(["x" * 100] * 10), "has 1,010 bytes, 1,000 at most"),
        ("/.git/config", "has a part that begins with a period"),
        ("/a/.sitegen-manifest", "has a part that begins with a period"),
        ("/a/../b", "has a part that begins with a period"),
        ("/_Headers/", "has a name that sitegen needs for itself"),
        ("_redirects", "has a name that sitegen needs for itself"),
        ("/robots.txt", "has a name that sitegen needs for itself"),
        ("sitemap.xml", "has a name that sitegen needs for itself"),
        ("/search/old.json", "has a name that sitegen needs for itself"),
        ("/my-list/", "has a name that sitegen needs for itself"),
        *(
            (path, "has a part that Windows cannot have as a name")
            for path in (
                *("con", "a/CON/b", "nul.txt", "Com1.tar.gz", "lpt9", "aux .x", "com\u00b9", "a. ", "a./b", "b "),
                *("a:b", "a<b", "a>b", 'a"b', "a|b", "a?b", "a*b", "a\\b", "a\nb", "a\x7f"),
            )
        ),
    ],
)
def test_a_name_that_cannot_be_had_is_refused_with_a_reason(path: str, reason: str) -> None:
    assert why_refused(path) == reason
    assert why_refused(mended(path)) == ""


def test_a_file_of_static_may_be_longer() -> None:
    assert why_too_long("downloads/" + "x" * 255, 255) == ""
    assert why_too_long("downloads/" + "x" * 256, 255) == "has a part of 256 bytes, 255 at most"


@given(
    st.text() | st.lists(st.sampled_from(["con", "nul.txt", ".", "a", "search", "_headers", "x" * 300])).map("/".join)
)
def test_what_is_mended_can_be_had(path: str) -> None:
    assert why_refused(mended(path)) == ""
