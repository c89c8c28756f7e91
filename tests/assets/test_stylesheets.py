"""The stylesheet made of the files of static/css/."""

import pytest

from sitegen.assets.stylesheets import is_stylesheet, is_stylesheet_of_page, join_stylesheets, minify_stylesheet

LINKS = "/sub/assets/{}".format


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
    joined = join_stylesheets([("css/10.css", rule.format(written))], LINKS)
    assert joined == rule.format(expected)


def test_two_addresses_of_one_rule_are_both_read() -> None:
    text = 'src: url("a.woff2") format("woff2"), url("b.woff") format("woff");'
    assert join_stylesheets([("fonts/f.css", text)], LINKS).count("/sub/assets/fonts/") == 2


def test_files_stand_in_order() -> None:
    files = [("css/10.css", "\n\na {}\n\n"), ("css/20.css", "b {}")]
    assert join_stylesheets(files, LINKS) == "a {}b {}"


def test_a_line_that_goes_on_keeps_its_end() -> None:
    text = "a\nb,\ni {\n  margin: 1px\n    2px;\n}\n"
    assert join_stylesheets([("css/10.css", text)], LINKS) == "a\nb,i {margin: 1px\n2px;}"


def test_comments_indents_and_ends_of_lines_that_say_nothing_are_left_out() -> None:
    text = "/* a\n   b */\n.a {\n  color: red; /* why */\n\n  content: \"/* kept */\";\n  content: '/* kept */';\n}\n"
    expected = ".a {color: red;content: \"/* kept */\";content: '/* kept */';}"
    assert join_stylesheets([("css/10.css", text)], LINKS) == expected


@pytest.mark.parametrize(
    ("path", "is_part", "is_of_page"),
    [
        ("css/a.css", True, False),
        ("css/deeper/a.css", True, False),
        ("css/pages/a.css", False, True),
        ("css/pages/a.txt", False, False),
        ("js/pages/a.css", False, False),
    ],
)
def test_what_some_pages_load_is_no_part_of_the_one_stylesheet(path: str, is_part: bool, is_of_page: bool) -> None:  # noqa: FBT001
    assert (is_stylesheet(path), is_stylesheet_of_page(path)) == (is_part, is_of_page)


def test_a_stylesheet_of_some_pages_is_as_short() -> None:
    assert minify_stylesheet(b"/* Words. */\n.a {\n  color: red;\n}\n") == b".a {color: red;}"
