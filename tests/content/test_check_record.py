"""The record of a check: written as it is read, and its mistakes told."""

import pytest

from sitegen.content.check_record import read_record, write_record
from sitegen.model import CheckRecord, CheckResult

RECORD = CheckRecord("2026-11-30", 584, (CheckResult("links that lead nowhere", 0), CheckResult("pictures", 12)))


def test_a_record_is_read_as_it_was_written() -> None:
    assert read_record(write_record(RECORD).encode()) == (RECORD, [])


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("pages: 3\n", '"date" is missing'),
        ("date: soon\npages: 3\n", "soon"),
        ("date: 2026-11-30\npages: many\n", "many"),
        ("date: 2026-11-30\npages: 3\nresults: [{what: x, cuont: 1}]\n", "cuont"),
        ("- 3\n", ""),
        ("date: [\n", ""),
    ],
)
def test_a_mistake_is_told_with_its_line_and_a_hint(text: str, headline: str) -> None:
    record, problems = read_record(text.encode())
    assert record is None
    (problem, *_) = problems
    assert headline in problem.headline
    assert problem.location.path == "content/checks.yaml"
    assert problem.hint
