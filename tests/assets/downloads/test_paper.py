"""Sizes of paper."""

import pytest

from sitegen.assets.downloads.paper import is_paper, paper_of, shared_paper


@pytest.mark.parametrize(
    ("width", "height", "name"),
    [
        (612, 792, "8.5 x 11 in"),
        (792, 612, "8.5 x 11 in"),
        (612.5, 791.1, "8.5 x 11 in"),
        (612, 1008, "8.5 x 14 in"),
        (1224, 792, "11 x 17 in"),
        (595.28, 841.89, "A4"),
        (1191, 842, "A3"),
        (420, 595, "A5"),
        (1728, 2592, "24 x 36 in"),
        (720, 405, "5.6 x 10 in"),
        (0, 792, ""),
        (612, 1e9, ""),
        (float("nan"), 792, ""),
        (-612, 792, ""),
    ],
)
def test_a_size_in_points_has_a_name(width: float, height: float, name: str) -> None:
    assert paper_of(width, height) == name


def test_pages_of_several_sizes_have_no_paper_in_common() -> None:
    assert shared_paper(["A4", "A4"]) == "A4"
    assert shared_paper(["A4", "A3"]) == ""
    assert shared_paper([]) == ""


@pytest.mark.parametrize(
    "typed",
    [
        "8.5 x 11 in", "8.5x11", "8.5 X 11 inches", "11 x 8.5 in", "8.50 x 11.0", "8 1/2 x 11", "8-1/2 x 11",
        '8.5" x 11"', "8\u00bd \u00d7 11 in.", "Letter", "US letter, one side", "8.5 x 11 in, landscape",
    ],
)  # fmt: skip
def test_a_size_is_known_in_the_usual_spellings(typed: str) -> None:
    assert is_paper(typed, "8.5 x 11 in")


@pytest.mark.parametrize(
    ("typed", "paper"),
    [("A4", "8.5 x 11 in"), ("8.5 x 14 in", "8.5 x 11 in"), ("Legal", "8.5 x 11 in"), ("Letter", "A4"), ("A40", "A4")],
)
def test_another_size_is_another(typed: str, paper: str) -> None:
    assert not is_paper(typed, paper)


def test_metric_sizes_are_known_by_name() -> None:
    assert is_paper("a4", "A4")
    assert is_paper("A4, landscape", "A4")
