"""Check that the dates of a page agree with each other."""

from sitegen.content.common_fields import CommonFields
from sitegen.errors import Problem
from sitegen.located import Mapping, SourceFile
from sitegen.model.date_precision import is_before


def date_problems(fields: CommonFields, node: Mapping, file: SourceFile) -> list[Problem]:
    """Return a warning where a page was updated before its date; a date that `date_shown` replaces says nothing."""
    if not fields.updated or fields.date_shown or not is_before(fields.updated, fields.date):
        return []
    value = node.entries["updated"]
    headline = f'"updated" ({fields.updated}) is before "date" ({fields.date})'
    hint = "write the day of the last change, or take the line out"
    return [file.problem(headline, hint, value.line, value.column, severity="warning")]
