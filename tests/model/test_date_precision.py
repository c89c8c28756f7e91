"""Dates that are as exact as is known: when they begin, and which come before which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.date_precision import first_moment, has_day, is_before

DAYS = st.dates().map(str)
CUT = st.sampled_from([4, 7, 10])


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("2017", "2017-01-01 00:00"),
        ("2017-10", "2017-10-01 00:00"),
        ("2017-10-05", "2017-10-05 00:00"),
        ("2017-10-05 09:30", "2017-10-05 09:30"),
        ("", ""),
    ],
)
def test_a_date_begins_with_its_first_moment(date: str, moment: str) -> None:
    assert first_moment(date) == moment


def test_dates_of_any_exactness_sort_by_their_first_moments() -> None:
    in_order = ["", "2016-12-31 23:59", "2017", "2017-01-01 00:01", "2017-09-30", "2017-10", "2017-10-02", "2018"]
    assert sorted(set(in_order), key=first_moment) == in_order


@pytest.mark.parametrize(
    ("date", "has"),
    [("", False), ("2017", False), ("2017-10", False), ("2017-10-05", True), ("2017-10-05 09:30", True)],
)
def test_only_a_date_with_a_day_states_one(date: str, *, has: bool) -> None:
    assert has_day(date) is has


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2016", "2017", True),
        ("2017", "2017-10-05", False),
        ("2017-10-05", "2017", False),
        ("2016-12-31", "2017", True),
        ("2017-09", "2017-10-05", True),
        ("2017-10", "2017-10-05", False),
        ("2017-10-04", "2017-10-05", True),
        ("2017-10-05", "2017-10-05", False),
        ("2017-10-05", "2017-10-05 09:00", False),
        ("2017-10-05 08:59", "2017-10-05 09:00", True),
        ("2018", "2017", False),
    ],
)
def test_a_date_is_before_another_only_where_all_of_it_is(one: str, other: str, *, expected: bool) -> None:
    assert is_before(one, other) is expected


@given(DAYS, CUT, DAYS, CUT)
def test_of_two_dates_at_most_one_is_before_the_other(one: str, length: int, other: str, other_length: int) -> None:
    pair = one[:length], other[:other_length]
    assert not (is_before(*pair) and is_before(*reversed(pair)))
