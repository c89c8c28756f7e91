"""Edited texts, and the places of their characters in the original."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.edits import Edit, EditedText
from sitegen.content.source_scan import BodySource
from sitegen.errors import Location


def test_edits_replace_insert_and_delete() -> None:
    edited = EditedText("one two three", [Edit(4, 3, "2"), Edit(0, 0, ">> "), Edit(7, 6, "")])
    assert edited.text == ">> one 2"


def test_an_edit_inside_an_earlier_one_is_left_out() -> None:
    assert EditedText("abcdef", [Edit(1, 3, "X"), Edit(2, 1, "Y")]).text == "aXef"


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3), st.text("xy", max_size=4)), max_size=6))
def test_every_character_that_stays_knows_where_it_came_from(changes: list[tuple[int, int, str]]) -> None:
    original = "ABCDEFGHIJKLMNO"
    edited = EditedText(original, [Edit(*change) for change in changes])
    for offset, character in enumerate(edited.text):
        if character.isupper():
            assert original[edited.original_offset(offset)] == character
    origins = [edited.original_offset(offset) for offset in range(len(edited.text) + 1)]
    assert origins == sorted(origins)
    assert origins[-1] == len(original)


def test_a_problem_of_an_edited_source_shows_the_file_as_it_is() -> None:
    source = BodySource("one\ntwo\nthree", "content/x.md", 5)
    twice = source.edited([Edit(3, 0, "\n\n\n")]).edited([Edit(0, 3, "")])
    assert twice.text == "\n\n\n\ntwo\nthree"
    [problem] = twice.with_excerpts([twice.problem(twice.text.index("w"), "wrong")])
    assert (problem.location.line, problem.location.column) == (6, 2)
    assert problem.excerpt == ((5, "one"), (6, "two"), (7, "three"))
    assert twice.position(twice.text.index("three")) == (7, 1)


def test_a_source_without_edits_is_itself() -> None:
    source = BodySource("one", "content/x.md", 5)
    assert source.edited(()) is source


def test_a_reference_in_an_edited_text_has_the_place_of_the_file() -> None:
    places: dict[str, Location] = {}
    source = BodySource("one\n[two](x.md)\n", "content/stories/x.md", 5, places)
    edited = source.edited([Edit(0, 3, "one\n\nmore\n")])
    name = edited.name_place(edited.text.index("x.md"))
    assert str(places[name]) == "content/stories/x.md:6:7"
