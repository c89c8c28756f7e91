"""Static files: their names in the output."""

import re

import pytest

from sitegen.assets.fingerprints import fingerprinted, is_fingerprinted


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("css/site.css", r"assets/css/site\.[0-9a-f]{10}\.css"),
        ("fonts/a-b.woff2", r"assets/fonts/a-b\.[0-9a-f]{10}\.woff2"),
        ("icons/deep/x.min.svg", r"assets/icons/deep/x\.min\.[0-9a-f]{10}\.svg"),
        ("js/noending", r"assets/js/noending\.[0-9a-f]{10}"),
    ],
)
def test_a_name_keeps_its_folder_and_ending_around_the_digest(path: str, pattern: str) -> None:
    assert re.fullmatch(pattern, fingerprinted(path, b"data"))


def test_a_name_changes_with_the_bytes_alone() -> None:
    assert fingerprinted("js/a.js", b"1") == fingerprinted("js/a.js", b"1")
    assert fingerprinted("js/a.js", b"1") != fingerprinted("js/a.js", b"2")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("css/10-tokens.css", True),
        ("js/list.js", True),
        ("fonts/x.woff2", True),
        ("icons/favicon.svg", True),
        ("downloads/a.pdf", False),
        ("images/css/a.png", False),
        ("cssx/a.css", False),
        ("favicon.ico", False),
    ],
)
def test_what_holds_the_look_gets_a_fingerprint(path: str, *, expected: bool) -> None:
    assert is_fingerprinted(path) is expected
