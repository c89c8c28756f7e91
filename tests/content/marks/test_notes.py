"""The text of a note is in its box, however little it is set in."""

import pytest

from tests.content.marks.reading import hints, html_of, messages


def note(content: str, after: str = "") -> str:
    return f'<div class="admonition note"><p class="admonition-title">Note</p>{content}</div>{after}'


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("!!! note\n    x", note("<p>x</p>")),
        ("!!! note\nx\ny", note("<p>x\ny</p>")),
        ("!!! note\n  x\n  y\n\nz", note("<p>x\ny</p>", "<p>z</p>")),
        ("!!! note\n\tx", note("<p>x</p>")),
        ("!!! note\n\n  x", note("<p>x</p>")),
        ("!!! note\n\n    x", note("<p>x</p>")),
        ("!!! note\n    x\n\n  y\n\nz", note("<p>x</p><p>y</p>", "<p>z</p>")),
        ("!!! note\n- a\n- b\n\nz", note("<ul><li>a</li><li>b</li></ul>", "<p>z</p>")),
        ("!!! note\nWe need:\n- a\n  - b", note("<p>We need:</p><ul><li>a<ul><li>b</li></ul></li></ul>")),
        ("!!! note\n```\nx\n\n  y\n```\n\nz", note("<pre><code>x\n\n  y\n</code></pre>", "<p>z</p>")),
        ("!!! note\nx\n## H", note("<p>x</p>", '<h2 id="h">H</h2>')),
        ("a\n\n!!! note\nx", "<p>a</p>" + note("<p>x</p>")),
        ("```\n!!! note\nx\n```", "<pre><code>!!! note\nx\n</code></pre>"),
        ("Stop!!! note\nthat", "<p>Stop!!! note\nthat</p>"),
    ],
)
def test_the_text_of_a_note_is_in_its_box(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


@pytest.mark.parametrize("typed", ["!!! note", "!!! note\n\nx", "!!! note\n## H"])
def test_a_note_without_text_is_reported(typed: str) -> None:
    assert messages(typed) == ["5:1: warning: a note without text"]
    assert hints(typed) == ["set its text in by four spaces"]


def test_the_hint_mends_a_note_without_text() -> None:
    assert messages("!!! note\n\n    x") == []


def test_places_in_a_note_that_is_set_in_are_those_of_the_file() -> None:
    assert messages("!!! note\na <u onclick=b>c</u>") == [
        '6:6: warning: attribute "onclick" of "<u>" is not allowed here and was removed'
    ]


def test_a_note_in_a_note_is_its_text() -> None:
    inner = note("<p>x</p>")
    assert html_of("!!! note\n    !!! note\n        x") == note(inner)
    assert messages("!!! note\n    !!! note\n        x") == []
