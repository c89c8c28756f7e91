"""What a writer says of a film, beside what its files say."""

import pytest

from sitegen.assets.films.film_claims import film_problems
from sitegen.model import Film, LocatedText

CAPTIONS = LocatedText("a.vtt", "5:11")
FILM = Film(
    src=LocatedText("a.mp4", "3:6"),
    poster=None,
    captions=CAPTIONS,
    transcript="",
    duration=200,
    located_duration=LocatedText("3:20", "4:11"),
)


@pytest.mark.parametrize(("seconds", "end"), [(200, 200), (201, 202), (199, 0), (0, 900)])
def test_a_second_more_or_less_is_rounding_and_what_is_not_known_is_trusted(seconds: int, end: int) -> None:
    assert list(film_problems(FILM, seconds, end)) == []


def test_another_length_is_told() -> None:
    assert list(film_problems(FILM, 3661, 0)) == [
        (
            LocatedText("3:20", "4:11"),
            "the film lasts 1:01:01, not 3:20",
            "write duration: 1:01:01, or leave it out: it is read from the file",
        )
    ]


def test_captions_that_outlast_the_film_are_told() -> None:
    expected = (CAPTIONS, "the captions end at 3:30, and the film at 3:20", "are these the captions of this film?")
    assert list(film_problems(FILM, 200, 210)) == [expected]
