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
        ("- a\n\n    !!! note\n        x\n- b", f"<ul><li><p>a</p>{note('<p>x</p>')}</li><li><p>b</p></li></ul>"),
        ("- a\n  !!! note\n      x", f"<ul><li><p>a</p>{note('<p>x</p>')}</li></ul>"),
        ("> !!! note\n>     x", f"<blockquote>{note('<p>x</p>')}</blockquote>"),
        ("Stop!!! note\nthat", "<p>Stop!!! note\nthat</p>"),
    ],
)
def test_the_text_of_a_note_is_in_its_box(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


@pytest.mark.parametrize("typed", ["!!! note", "!!! note\n\nx", "!!! note\n## H", "> !!! note\n> x"])
def test_a_note_without_text_is_reported(typed: str) -> None:
    assert [message[2:] for message in messages(typed)] == [f"{typed.index('!') + 1}: warning: a note without text"]
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


@pytest.mark.parametrize(
    ("typed", "kind", "title"),
    [
        ("note Good to know", "note", "Good to know"),
        ("Warning Good to know.", "warning", "Good to know."),
        ("note \u201cGood to know\u201d", "note", "Good to know"),
        ("note 'Good to know'", "note", "Good to know"),
        ("note: Good to know", "note", "Good to know"),
        ("tip - Good to know", "tip", "Good to know"),
        ("Please read this first", "note", "Please read this first"),
        ("Great news: we won", "note", "Great news: we won"),
    ],
)
def test_a_title_without_quotes_is_one_with_advice(typed: str, kind: str, title: str) -> None:
    box = f'<div class="admonition {kind}"><p class="admonition-title">{title}</p><p>x</p></div>'
    assert html_of(f"!!! {typed}\n    x") == box
    assert messages(f"!!! {typed}\n    x") == [
        "5:1: advice: the title of a note stands in quotes: this line is read so"
    ]
    assert hints(f"!!! {typed}\n    x") == [f'write !!! {kind} "{title}"']
    assert html_of(f'!!! {kind} "{title}"\n    x') == box
    assert messages(f'!!! {kind} "{title}"\n    x') == []


def test_words_before_a_title_in_quotes_are_named() -> None:
    typed = '!!! tip inline end "T"\n    x'
    assert messages(typed) == ['5:1: warning: "inline end" is not shown: a note has one word and a title in quotes']
    assert hints(typed) == ['write !!! tip "T"']
    assert messages('!!! tip "T"\n    x') == []


def test_a_sentence_after_exclamation_marks_is_text_with_a_warning() -> None:
    assert html_of("!!! We did it.\nAll.") == "<p>!!! We did it.\nAll.</p>"
    assert messages("!!! We did it.\nAll.") == [
        '5:1: warning: a line that begins with "!!!" is shown as it is typed: it is no note'
    ]
    assert messages("\\!!! We did it.\nAll.") == []
    assert messages('!!! note "We did it."\n    All.') == []
