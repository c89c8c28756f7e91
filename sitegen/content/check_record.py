"""Read and write content/checks.yaml: what the last check that was recorded found."""

from typing import ClassVar

from pydantic import Field

from sitegen.content.date_types import Day
from sitegen.content.field_types import Line
from sitegen.errors import Problem, sort_problems
from sitegen.located import decode, read_yaml, remove_conflicts, validate
from sitegen.located.models import Fields, ListOf, WholeNumber
from sitegen.model import CheckRecord, CheckResult
from sitegen.model.folders import CHECKS

_HEAD = "# Written by: python3 build.py check --record. A page with shows_checks: true says it to readers.\n"


class ResultFields(Fields):
    """What was looked for, and how often it was found."""

    noun: ClassVar[str] = "a result"

    what: Line = Field(min_length=1, description="What was looked for.", examples=["links that lead nowhere"])
    count: WholeNumber = Field(description="How often it was found.", examples=[0])


class RecordFields(Fields):
    """What a check found."""

    noun: ClassVar[str] = "the record of a check"

    date: Day = Field(description="The day of the check.", examples=["2017-10-05"])
    pages: WholeNumber = Field(description="How many pages there were.", examples=[584])
    results: ListOf[ResultFields] = Field((), description="What was found.", examples=[[]])


def read_record(data: bytes) -> tuple[CheckRecord | None, list[Problem]]:
    """Read the record of a check; None where it has a mistake, with all problems in the order of the file."""
    file, problems = decode(data, CHECKS, kind="ContentError")
    text, conflicts = remove_conflicts(file)
    node, mistakes = read_yaml(text, file)
    fields, wrong = validate(RecordFields, node, file)
    problems = sort_problems([*problems, *conflicts, *mistakes, *wrong])
    if fields is None or any(problem.is_error for problem in problems):
        return None, problems
    results = tuple(CheckResult(result.what, result.count) for result in fields.results)
    return CheckRecord(fields.date, fields.pages, results), problems


def write_record(record: CheckRecord) -> str:
    """Write the record of a check as it is read."""
    lines = [f"date: {record.date}", f"pages: {record.pages}", "results:"]
    lines += [f"  - {{what: {result.what}, count: {result.count}}}" for result in record.results]
    return _HEAD + "\n".join(lines) + "\n"
