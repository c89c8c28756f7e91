"""No word that a writer typed disappears: each stands on the page, or in a message with its place."""

import random
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.content.markdown import render_markdown
from sitegen.model import Html, Ref
from tests.reference.typed_words import said_words, typed_words, words

CONTENT = Path(__file__).resolve().parents[2] / "content"
MARKS = (
    *(
        "<b>",
        "</b>",
        "<",
        ">",
        "<!--",
        "-->",
        "<title>",
        "</title>",
        "<script>",
        "<a href='",
        '"',
        "<p>",
        "<x y>",
        "\\",
    ),
    *(
        "[",
        "]",
        "](",
        ")",
        "[^1]",
        "[^1]:",
        "]: ",
        "![",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~~",
        "{#",
        "{{",
        "}}",
        "|",
        "&",
    ),
    *(
        "\n",
        "\n\n",
        "\n- ",
        "\n1. ",
        "\n    ",
        "\n> ",
        "\n# ",
        "\t",
        "\u00a0",
        "\u2022 ",
        "!!! note\n",
        "| --- |\n",
        ":",
    ),
)


def lost_words(text: str) -> list[str]:
    """Return the words of a body that neither its page nor a message says; none where the body is refused."""
    body, problems = render_markdown(text, "content/stories/x.md", 1)
    html = "".join(_html(segment) for segment in body.segments)
    said = said_words(html)
    for problem in problems:
        excerpt = " ".join(line for _, line in problem.excerpt) if problem.is_error else ""
        said += words(" ".join((problem.headline, problem.hint, excerpt, *(value for _, value in problem.values))))
    if not body.segments and any(problem.is_error for problem in problems):
        return []
    return [word for word in typed_words(text) if word not in said and not _is_joined(word, said)]


def _is_joined(word: str, said: Iterable[str]) -> bool:
    """Whether a word stands at an end of another one, as where a tag between the two was removed."""
    return any(other.startswith(word) or other.endswith(word) for other in said)


def _html(segment: object) -> str:
    if isinstance(segment, Html):
        return segment.html
    return f"{segment.opening}{segment.closing}" if isinstance(segment, Ref) else " "


def bodies() -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted(CONTENT.rglob("*.md"))]
    all_bodies = [text[text.find("\n---", 3) + 4 :] for text in texts]
    return [body for body in all_bodies if body.strip()]


def mutants(count: int, seed: int) -> list[str]:
    """Return bodies of the site, each with some marks typed beside or in place of white space, at random."""
    chance = random.Random(seed)  # noqa: S311 - which places, no secret
    texts = [text for text in bodies() if text.strip()]
    made = []
    for _ in range(count):
        text = chance.choice(texts)
        for _ in range(chance.randint(1, 4)):
            at = chance.choice([place for place, character in enumerate(text) if character.isspace()])
            text = text[:at] + chance.choice(MARKS) + text[at + chance.choice((0, 0, 1)) :]
        made.append(text)
    return made


def test_every_word_of_the_site_stands_on_its_pages() -> None:
    assert [lost for text in bodies() if (lost := lost_words(text))] == []


def test_marks_at_random_places_hide_no_word() -> None:
    assert [(text, lost) for text in mutants(150, 11) if (lost := lost_words(text))] == []


@pytest.mark.long
def test_thousands_of_marks_at_random_places_hide_no_word() -> None:
    assert [(text, lost) for text in mutants(5000, 12) if (lost := lost_words(text))] == []


@settings(deadline=None, derandomize=True)
@given(st.lists(st.sampled_from((*MARKS, "one", "two", " ", "three ", " four ", "five\n")), max_size=14).map("".join))
def test_no_order_of_marks_hides_a_word(text: str) -> None:
    assert lost_words(text) == []


def test_a_lost_word_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["sitegen.content.markdown"]
    monkeypatch.setattr(module, "read_marks", lambda source: (source, []))
    assert "rest" in lost_words("a <title>\n\nthe rest")
