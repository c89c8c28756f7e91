"""Static files: their names in the output, and the stylesheet made of them."""

import re

import pytest

from sitegen.assets import fingerprints as assets

LINKS = "/sub/assets/{}".format


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
    assert re.fullmatch(pattern, assets.fingerprinted(path, b"data"))


def test_a_name_changes_with_the_bytes_alone() -> None:
    assert assets.fingerprinted("js/a.js", b"1") == assets.fingerprinted("js/a.js", b"1")
    assert assets.fingerprinted("js/a.js", b"1") != assets.fingerprinted("js/a.js", b"2")


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
    assert assets.is_fingerprinted(path) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('url("../fonts/x.woff2")', 'url("/sub/assets/fonts/x.woff2")'),
        ("url(../fonts/x.woff2)", 'url("/sub/assets/fonts/x.woff2")'),
        ("url( './a.svg' )", 'url("/sub/assets/css/a.svg")'),
        ("url(deep/a.svg)", 'url("/sub/assets/css/deep/a.svg")'),
        ("url(../../a.svg)", 'url("/sub/assets/a.svg")'),
        ("url(data:image/png;base64,x)", "url(data:image/png;base64,x)"),
        ("url(https://example.org/x.png)", "url(https://example.org/x.png)"),
        ("url(#shape)", "url(#shape)"),
        ('url("/x.png")', 'url("/x.png")'),
    ],
)
def test_a_relative_address_is_read_from_its_own_folder(written: str, expected: str) -> None:
    rule = "a {{ background: {} }}"
    found = assets.stylesheet([("css/10.css", rule.format(written))], LINKS)
    assert found == rule.format(expected)


def test_two_addresses_of_one_rule_are_both_read() -> None:
    text = 'src: url("a.woff2") format("woff2"), url("b.woff") format("woff");'
    assert assets.stylesheet([("fonts/f.css", text)], LINKS).count("/sub/assets/fonts/") == 2


def test_files_stand_in_order() -> None:
    files = [("css/10.css", "\n\na {}\n\n"), ("css/20.css", "b {}")]
    assert assets.stylesheet(files, LINKS) == "a {}b {}"


def test_a_line_that_goes_on_keeps_its_end() -> None:
    text = "a\nb,\ni {\n  margin: 1px\n    2px;\n}\n"
    assert assets.stylesheet([("css/10.css", text)], LINKS) == "a\nb,i {margin: 1px\n2px;}"


def test_comments_indents_and_ends_of_lines_that_say_nothing_are_left_out() -> None:
    text = "/* a\n   b */\n.a {\n  color: red; /* why */\n\n  content: \"/* kept */\";\n  content: '/* kept */';\n}\n"
    expected = ".a {color: red;content: \"/* kept */\";content: '/* kept */';}"
    assert assets.stylesheet([("css/10.css", text)], LINKS) == expected
