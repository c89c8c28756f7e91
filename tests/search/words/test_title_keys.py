"""A title is known by its letters and its longest word, however it is typed."""

import pytest

from sitegen.search.words.title_keys import name_key, name_keys, title_key, title_keys


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Five Whys", "five whys"),
        ("Five Whys", "FIVE WHYS?"),
        ("What\u2019s Changed in the Path to Performance", "whats changed in the path to performance"),
        ("What\u2019s Changed in the Path to Performance", "what's changed in the path to performance"),
        ("Co-Lead Check-In", "co lead check in"),
        ("Co-Lead Check-In", "COLEAD CHECKIN"),
        ("Listening to the People You Serve", "listening to the people you serve."),
        ("Caf\u00e9 de la reuni\u00f3n", "cafe de la reunion"),
        ("What? Who?", "what who"),
        ("Posters, 8.5x11", "posters 85x11"),
    ],
)
def test_a_title_is_asked_in_any_case_with_and_without_punctuation(title: str, typed: str) -> None:
    assert title_key(typed) in title_keys(title)


@pytest.mark.parametrize("typed", ["whys five", "five why", "five", "the five whys", "five whys chart"])
def test_another_text_is_another_key(typed: str) -> None:
    assert title_key(typed) not in title_keys("Five Whys")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Videos", "video"),
        ("Run Chart", "run charts"),
        ("Five Whys", "five why"),
        ("Stories", "story"),
        ("movies", "Movie?"),
    ],
)
def test_a_name_is_known_in_both_numbers(name: str, typed: str) -> None:
    assert name_key(typed) in name_keys(name)
    assert title_key(typed) not in title_keys(name) or name.casefold() == typed


@pytest.mark.parametrize("typed", ["video list", "vide", "the video"])
def test_another_name_is_another_key(typed: str) -> None:
    assert name_key(typed) not in name_keys("Videos")


def test_a_key_begins_with_the_longest_word_that_a_query_keeps() -> None:
    assert title_key("about the run").startswith("run_")
    assert title_key("about the").startswith("about_")
    assert title_key(f"a {'x' * 60}").startswith(f"{'x' * 40}_")


def test_a_text_without_words_has_no_key() -> None:
    assert (title_key("?!"), title_keys("?!"), name_key("")) == ("", (), "")
