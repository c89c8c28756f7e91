"""Numbers as characters: what is written can be read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.codec import number, rising
from tests.reference.shard_reader import read_numbers

NUMBERS = st.integers(0, 150_000) | st.sampled_from([49_999, 50_000, 50_001, 100_000])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "#"),
        (1, "$"),
        (49_999, "\uc372"),
        (50_000, "\uc373#"),
        (50_001, "\uc373$"),
        (100_000, "\uc373\uc373#"),
    ],
)
def test_a_number_is_written_as_the_format_says(value: int, text: str) -> None:
    assert (number(value), rising([value]), rising([0, value])) == (text, text, f"#{text}")


@given(st.lists(NUMBERS))
def test_numbers_are_read_as_they_were_written(values: list[int]) -> None:
    assert read_numbers("".join(map(number, values))) == values


@given(st.sets(NUMBERS))
def test_rising_numbers_are_written_as_differences(values: set[int]) -> None:
    numbers = []
    last = 0
    for step in read_numbers(rising(sorted(values))):
        last += step
        numbers.append(last)
    assert numbers == sorted(values)
