"""What the staff's index holds of a document comes back as it went in."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.documents import Document
from sitegen.search.reader.vectors import count_words
from sitegen.search.staff.index_fields import index_fields, pack_weight, read_stored, stored_page, unpack_weight
from sitegen.search.words.synonyms import Synonyms
from sitegen.search.words.title_keys import name_key, title_key

LONGEST = 121
"""The greatest step of length."""


@given(st.integers(0, 255), st.integers(0, LONGEST), st.integers(-3, 3))
def test_a_weight_is_exact_in_32_bits(weight: int, step: int, rank: int) -> None:
    [held] = struct.unpack("f", struct.pack("f", pack_weight(weight, step, rank)))
    assert unpack_weight(int(held)) == (weight, step, rank)


def test_the_greatest_values_are_kept_apart() -> None:
    packed = {pack_weight(weight, step, rank) for weight in (0, 255) for step in (0, LONGEST) for rank in (-3, 3)}
    assert len(packed) == 8
    assert max(packed) < 1 << 24


def test_fields_hold_words_terms_and_what_is_stored() -> None:
    document = Document(
        url="/tools/a/",
        path="tools/a.md",
        title="Team huddle",
        summary="Short.",
        terms={"topic": ("quality", "quality", "safety")},
        rank=2,
    )
    vector = count_words(document, Synonyms(()))
    stored = stored_page(document, vector, b"digest")
    fields = index_fields(document, vector, stored)
    held = {word: unpack_weight(int(weight)) for word, weight in fields["words"]}
    keys = [title_key("team huddle"), name_key("team huddle"), "topic=quality", "topic=safety"]
    assert list(held) == ["team", "huddl", "short", *keys]
    assert list(held.values()) == [
        *((28, 0, 2), (28, 0, 2), (8, 0, 2)),
        *((1, 0, 2), (1, 0, 2), (255, 0, 2), (255, 0, 2)),
    ]
    assert fields["terms"] == [("topic=quality", 1.0), ("topic=safety", 1.0)]
    assert fields["path"] == [("tools/a.md", 1.0)]
    assert read_stored(fields) == stored
    assert (stored.text, stored.length) == ("Team huddle\nShort.", 3)


@pytest.mark.parametrize("title", ["", "The"])
def test_a_page_without_words_has_none(title: str) -> None:
    document = Document(url="/a/", path="a.md", title="", body=title)
    vector = count_words(document, Synonyms(()))
    assert index_fields(document, vector, stored_page(document, vector, b""))["words"] == []
