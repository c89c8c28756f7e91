"""Outputs that cannot stand beside each other."""

import pytest

from sitegen.catalog.output_clashes import output_clashes, unique_outputs
from sitegen.model import Output


def outputs(*paths: str) -> list[Output]:
    return [Output(path, ("rule", str(number))) for number, path in enumerate(paths)]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("a", "b/a", "b/c"), []),
        (("a", "b", "a"), [(0, 2)]),
        (("Tools/x", "tools/X"), [(0, 1)]),
        (("a", "a", "a"), [(0, 1), (0, 2)]),
        (("a/b", "a"), [(1, 0)]),
        (("a", "a-b", "a/b/c"), [(0, 2)]),
        (("A", "a/b"), [(0, 1)]),
        (("ab", "a/b"), []),
    ],
)
def test_equal_paths_and_a_file_that_is_a_folder_clash(paths: tuple[str, ...], expected: list[tuple[int, int]]) -> None:
    listed = outputs(*paths)
    assert list(output_clashes(listed)) == [(listed[one], listed[other]) for one, other in expected]


def test_of_clashing_outputs_the_first_is_kept_and_all_are_sorted() -> None:
    listed = outputs("b", "c", "B", "a")
    assert unique_outputs(listed) == (listed[3], listed[0], listed[1])
