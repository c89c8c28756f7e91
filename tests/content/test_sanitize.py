"""Sanitized HTML: what stays as it is when it is read and cleaned again."""

import pytest

from sitegen.content.markdown import render_markdown
from sitegen.content.sanitize import sanitize


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("<h2><main><h3>Goals</h3></main></h2>", "<h2></h2><h3>Goals</h3>"),
        ("<p>One<select><h5>Two</h5></select></p>", "<p>One</p><h5>Two</h5><p></p>"),
        ("<h2><font>One<h3>Two</h3></font></h2>", "<h2>One</h2><h3>Two</h3>"),
    ],
)
def test_elements_that_cannot_nest_once_others_are_removed_are_moved_apart(typed: str, clean: str) -> None:
    assert sanitize(typed) == clean
    assert sanitize(clean) == clean


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ('a <font title="A hint">b</font>', "A hint"),
        ('a <input value="Search" placeholder="the site">', "Search; the site"),
        ("a <area alt='The map'>", "The map"),
        ('a <span aria-label="Said words">b</span>', "Said words"),
        ('<table summary="Of rows"><tr><td>a</td></tr></table>', "Of rows"),
    ],
)
def test_words_of_attributes_that_are_removed_are_named(typed: str, words: str) -> None:
    _, problems = render_markdown(typed, "content/stories/x.md", 1)
    assert [problem.values for problem in problems] == [(("with its text", words),)]
