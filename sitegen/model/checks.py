"""What a check of the finished site found, as it is recorded for readers."""

from sitegen.model.record import Record


class CheckResult(Record, frozen=True):
    """What was looked for, in words for readers, and how often it was found."""

    what: str
    count: int


class CheckRecord(Record, frozen=True):
    """A check of the finished site: its day (YYYY-MM-DD), how many pages there were, and what was found."""

    date: str
    pages: int
    results: tuple[CheckResult, ...]
