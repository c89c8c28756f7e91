"""Weights, lengths, impacts and idf: steps, and the numbers that docs/search-format.md gives."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.impacts import idf, impact_table
from sitegen.search.rounding import id_capacity, length_step, round_up_size
from tests.reference import word_weights as reference


def test_steps_are_far_apart() -> None:
    assert [round_up_size(n) for n in (0, 16, 17, 1000, 10_000)] == [16, 16, 20, 1035, 12035]
    assert id_capacity(1000) == 1293
    assert length_step(710) == length_step(770)
    assert length_step(800) > length_step(700)


def test_levels_rise_with_weight_and_fall_with_length() -> None:
    table = impact_table(0)
    assert list(table) == sorted(table)
    assert (table[4], table[255]) == (6, 16)
    assert all(longer <= shorter for longer, shorter in zip(impact_table(5), impact_table(-5), strict=True))
    assert min(impact_table(60)) == 1


def test_rare_words_weigh_more() -> None:
    weights = [idf(1184, holding) for holding in range(1, 1184)]
    assert weights == sorted(weights, reverse=True)
    assert 1 <= weights[-1] <= weights[0] <= 255


@pytest.mark.parametrize("steps", range(-62, 63))
def test_levels_are_the_exact_ones_of_the_format(steps: int) -> None:
    assert list(impact_table(steps)) == [reference.impact(weight, steps) for weight in range(256)]


@given(st.integers(0, 10**6))
def test_sizes_are_those_of_the_format(count: int) -> None:
    assert (round_up_size(count), id_capacity(count)) == reference.series(count)


@given(st.fractions(0, 700_000, max_denominator=20_000))
def test_steps_of_length_are_those_of_the_format(length: Fraction) -> None:
    assert length_step(float(length)) == reference.length_step(length)


@given(st.integers(1, 100_000).flatmap(lambda count: st.tuples(st.just(count), st.integers(1, count))))
def test_idf_is_that_of_the_format(counts: tuple[int, int]) -> None:
    assert idf(*counts) == reference.idf(*counts)
