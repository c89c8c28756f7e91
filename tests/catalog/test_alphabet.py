"""Titles from A to Z: their order, their letters, the pages that hold them."""

import pytest

from sitegen.catalog import alphabet
from sitegen.catalog.alphabet import Title


def title(text: str, path: str = "stories/x.md") -> Title:
    return Title(key=alphabet.title_key(text), path=path, url="/stories/x/", title=text, kind_label="Story")


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Apple", "a"),
        ("éclair", "e"),
        ("“Quoted” words", "q"),
        ("5 whys", "0-9"),
        ("²nd", "0-9"),
        ("Ωmega", "other"),
        ("!!!", "other"),
        ("", "other"),
    ],
)
def test_a_title_stands_under_its_first_letter(text: str, letter: str) -> None:
    assert alphabet.letter_of(alphabet.title_key(text)) == letter


def test_titles_are_in_order_digits_first_others_last_ties_by_path() -> None:
    titles = [title("b"), title("Ω"), title("É", "b.md"), title("9 lives"), title("e", "a.md"), title("Zebra")]
    ordered = alphabet.ordered([titles[:3], titles[3:]])
    assert [one.title for one in ordered] == ["9 lives", "b", "e", "É", "Zebra", "Ω"]
    assert alphabet.letters(ordered) == (("0-9", 1), ("b", 1), ("e", 2), ("z", 1), ("other", 1))


def test_no_titles_have_no_letters() -> None:
    assert alphabet.ordered([]) == ()
    assert alphabet.letters(()) == ()


def test_the_pages_of_a_letter() -> None:
    assert [alphabet.pages_of(count) for count in (0, 1, 300, 301)] == [1, 1, 1, 2]
    assert alphabet.letter_url("s") == "/search/s/"
    assert alphabet.letter_url("0-9", 2) == "/search/0-9/page/2/"


def test_groups_are_few_and_of_about_one_size() -> None:
    sizes: dict[str, int] = {}
    for number in range(1600):
        group = alphabet.group_of(f"stories/story-{number}.md")
        sizes[group] = sizes.get(group, 0) + 1
    assert len(sizes) == alphabet.GROUPS
    assert max(sizes.values()) < 200
