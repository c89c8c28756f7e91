"""What a writer says of a film, compared with what its files say."""

from collections.abc import Iterator

from sitegen.model import Film, LocatedText

_SLACK = 1
"""Differences of up to this many seconds are rounding."""


def film_problems(film: Film, seconds: int, captions_end: int) -> Iterator[tuple[LocatedText, str, str]]:
    """Return position, headline and hint of each wrong claim; lengths in seconds, 0 if unknown."""
    if not seconds:
        return
    if film.duration and film.located_duration and abs(film.duration - seconds) > _SLACK:
        headline = f"the film lasts {_time(seconds)}, not {film.located_duration.text}"
        yield (
            film.located_duration,
            headline,
            f"write duration: {_time(seconds)}, or leave it out: it is read from the file",
        )
    if film.captions and captions_end > seconds + _SLACK:
        headline = f"the captions end at {_time(captions_end)}, and the film at {_time(seconds)}"
        yield film.captions, headline, "are these the captions of this film?"


def _time(seconds: int) -> str:
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"
