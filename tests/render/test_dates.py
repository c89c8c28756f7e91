"""Dates, lengths and sizes as people and as feeds read them."""

import pytest

from sitegen.render import dates


@pytest.mark.parametrize(
    ("iso", "long", "short"),
    [
        ("2017-10-01", "October 1, 2017", "October 2017"),
        ("2017-01-31 23:59", "January 31, 2017", "January 2017"),
        ("1900-12-09", "December 9, 1900", "December 1900"),
        ("", "", ""),
    ],
)
def test_a_date_is_written_as_in_the_united_states(iso: str, long: str, short: str) -> None:
    assert (dates.long_date(iso), dates.short_date(iso)) == (long, short)


@pytest.mark.parametrize(("iso", "text"), [("2017", "2017"), ("2017-10", "October 2017")])
def test_a_date_is_written_as_exactly_as_it_is_known(iso: str, text: str) -> None:
    assert dates.short_date(iso) == text


@pytest.mark.parametrize(
    ("date", "text"),
    [("2017-10-01", "2017-10-01T00:00:00-07:00"), ("2017-10", "2017-10"), ("2017", "2017"), ("", "")],
)
def test_structured_data_have_a_date_as_exact_as_it_is_known(date: str, text: str) -> None:
    assert dates.iso_8601(date, "America/Los_Angeles") == text


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("2027-01-01", "January 1, 2027"),
        ("2027-01-01 00:00", "January 1, 2027, 12:00 a.m."),
        ("2027-01-01 09:05", "January 1, 2027, 9:05 a.m."),
        ("2027-01-01 12:30", "January 1, 2027, 12:30 p.m."),
        ("2027-01-01 23:59", "January 1, 2027, 11:59 p.m."),
    ],
)
def test_a_moment_has_its_time_where_one_was_typed(iso: str, text: str) -> None:
    assert dates.moment(iso) == text


@pytest.mark.parametrize(
    ("iso", "zone", "expected"),
    [
        ("2017-10-01", "America/Los_Angeles", "2017-10-01T00:00:00-07:00"),
        ("2017-12-01 08:30", "America/Los_Angeles", "2017-12-01T08:30:00-08:00"),
        ("2017-10-01", "UTC", "2017-10-01T00:00:00+00:00"),
        ("2017-10-01", "Asia/Kathmandu", "2017-10-01T00:00:00+05:45"),
        ("1905-01-01", "America/Los_Angeles", "1905-01-01T00:00:00-08:00"),
    ],
)
def test_a_feed_has_the_offset_of_the_sites_time_zone(iso: str, zone: str, expected: str) -> None:
    assert dates.rfc3339(iso, zone) == expected


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Africa/Monrovia", "Asia/Kolkata"])
def test_an_offset_with_seconds_is_cut_to_minutes(zone: str) -> None:
    assert dates.rfc3339("1901-01-01", zone)[-6] in "+-"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (200, "3 minutes 20 seconds"),
        (60, "1 minute"),
        (61, "1 minute 1 second"),
        (59, "59 seconds"),
        (3600, "60 minutes"),
        (0, ""),
    ],
)
def test_a_length_is_said_in_minutes_and_seconds(seconds: int, text: str) -> None:
    assert dates.length(seconds) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (1, "1 kB"),
        (1499, "1 kB"),
        (339_600, "340 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (1_000_000, "1.0 MB"),
        (1_249_999, "1.2 MB"),
    ],
)
def test_a_size_is_said_in_thousands_of_bytes(size: int, text: str) -> None:
    assert dates.file_size(size) == text
