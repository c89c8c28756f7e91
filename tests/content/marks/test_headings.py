"""Headings are read as they look: where they are set in, with signs at their end, and below them a line of hyphens."""

import pytest

from tests.content.marks.reading import hints, html_of, messages

H = '<h2 id="h">H</h2>'


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (" ## H\nb", f"{H}<p>b</p>"),
        ("a\n   ## H\nb", f"<p>a</p>{H}<p>b</p>"),
        ("> a\n>  ## H", f"<blockquote><p>a</p>{H}</blockquote>"),
        ("- a\n  ## H", f"<ul><li><p>a</p>{H}</li></ul>"),
        ("- a\n\n  ## H", f"<ul><li><p>a</p>{H}</li></ul>"),
        ("- a\n    ## H\n- c", f"<ul><li><p>a</p>{H}</li><li><p>c</p></li></ul>"),
        ("- a\n  ## H\n  b", f"<ul><li><p>a</p>{H}<p>b</p></li></ul>"),
        ("a\n\n     ## H", "<p>a</p><pre><code> ## H\n</code></pre>"),
        ("## C#", '<h2 id="c">C#</h2>'),
        ("a\n### C# and F##\nb", '<p>a</p><h3 id="c-and-f">C# and F##</h3><p>b</p>'),
        ("- ## C#", '<ul><li><h2 id="c">C#</h2></li></ul>'),
        ("> ## C#", '<blockquote><h2 id="c">C#</h2></blockquote>'),
        ("## C\\#", '<h2 id="c">C#</h2>'),
        ("## H ##", H),
        ("H\n---", H),
        ("**H**\n---", '<h2 id="h"><strong>H</strong></h2>'),
        ("> a\n---\nb", "<blockquote><p>a</p></blockquote><hr><p>b</p>"),
    ],
)
def test_a_heading_is_read_as_it_looks(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert not [message for message in messages(typed) if "heading" in message]


@pytest.mark.parametrize(
    ("typed", "shown", "place"),
    [
        ("One\n-\ntwo", "<p>One\n-\ntwo</p>", "6:1"),
        ("Jo\n-- \nJo Ruiz", "<p>Jo\n-- \nJo Ruiz</p>", "6:1"),
        ("> One\n> -\n> two", "<blockquote><p>One\n-\ntwo</p></blockquote>", "6:3"),
        ("- a\n--", "<ul><li>a\n--</li></ul>", "6:1"),
        ("a\n-\n-", "<p>a\n-\n-</p>", "6:1"),
    ],
)
def test_one_or_two_hyphens_are_text_with_a_warning(typed: str, shown: str, place: str) -> None:
    assert html_of(typed) == shown
    hyphens = "--" if "--" in typed else "-"
    assert messages(typed) == [f'{place}: warning: a line "{hyphens}" is shown as it is typed']


@pytest.mark.parametrize("mended", ["One\n\n---\ntwo", "One\n\\-\ntwo", "Jo\n\\-- \nJo Ruiz"])
def test_both_hints_about_hyphens_mend_it(mended: str) -> None:
    assert hints("One\n-\ntwo") == [
        'for a line across the page, leave an empty line above it and write "---"; for text, write "\\-"'
    ]
    assert messages(mended) == []


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("We won.\n---\nNext", "We won."),
        ("We won in 2017.\n---", "We won in 2017."),
        ("*Updated October 2017*\n---", "*Updated October 2017*"),
        ("Maria\n--\nMaria Ruiz", "Maria"),
        ("---\ntopics: quality\n---", "topics: quality"),
    ],
)
def test_a_sentence_that_hyphens_make_a_heading_is_reported(typed: str, text: str) -> None:
    line = 5 + typed.split("\n").index(text)
    assert messages(typed) == [
        f'{line}:1: warning: "{text}" becomes a heading, since a line of hyphens stands below it'
    ]
    assert hints(typed) == [
        f'for a heading, write "## {text}"; for a line across the page, leave an empty line and write "---" below it'
    ]
    assert messages(f"## {text}\nNext") == messages(f"{text}\n\n---\nNext") == []
