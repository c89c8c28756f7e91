"""Tests of titles to slugs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.slugs import is_slug, slug_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tools", True),
        ("level-3", True),
        ("2017", True),
        ("", False),
        ("Tools", False),
        ("a--b", False),
        ("-a", False),
        ("a-", False),
        ("a_b", False),
        ("caf\u00e9", False),
        ("a\n", False),
    ],
)
def test_a_slug_is_small_letters_and_digits_joined_by_single_hyphens(text: str, *, expected: bool) -> None:
    assert is_slug(text) is expected


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Team Huddle!", "team-huddle"),
        ("The Nurse\u2019s Day", "the-nurses-day"),
        ("Caf\u00e9 & tea", "cafe-tea"),
        ("\u041d\u0430\u0448\u0438 \u2019\u0434\u043d\u0438\u2019", "nashi-dni"),
        ("??", ""),
    ],
)
def test_a_title_gives_a_readable_slug(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text(max_size=40))
def test_what_is_made_of_a_title_is_a_slug_or_empty(title: str) -> None:
    assert slug_of(title) == "" or is_slug(slug_of(title))
