"""What is said of shortcodes that cannot be shown."""

import pytest

from sitegen.model import Shortcode
from sitegen.render.shortcode_errors import unknown_name, wrong_arguments

FIGURE = ("alt", "decorative", "src")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("figur", 'did you mean "figure"?'), ("zzz", "there are: figure, stat"), ("stat", None)],
)
def test_an_unknown_name_comes_with_the_nearest_or_with_all(name: str, hint: str | None) -> None:
    fault = unknown_name(name, ("figure", "stat"))
    assert fault == (None if hint is None else (f'unknown shortcode "{name}"', hint))


@pytest.mark.parametrize(
    ("arguments", "known", "fault"),
    [
        ((("src", "a"), ("alt", "A")), FIGURE, None),
        ((("src", "a"), ("decorative", "true")), FIGURE, None),
        ((("src", "a"), ("decorative", "yes")), FIGURE, 'the shortcode "x" needs "alt"'),
        ((("src", "a"), ("alt", " ")), FIGURE, 'the shortcode "x" needs "alt"'),
        ((("scr", "a"),), FIGURE, 'the shortcode "x" does not take "scr"'),
        ((("scr", "a"),), (), 'the shortcode "x" does not take "scr"'),
        ((("scr", "a"),), None, None),
        ((), ("value",), None),
    ],
)
def test_arguments_are_known_and_a_picture_has_a_text(
    arguments: tuple[tuple[str, str], ...], known: tuple[str, ...] | None, fault: str | None
) -> None:
    faults = wrong_arguments(Shortcode(name="x", arguments=arguments), known)
    assert (faults[0] if faults else None) == fault
