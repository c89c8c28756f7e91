"""Write what an import did as lines for a terminal."""

from collections.abc import Iterator, Sequence

from sitegen.errors import Location, Problem, format_problem, in_few_words
from sitegen.importing.import_plan import Outcome
from sitegen.importing.page_finishing import PageReport
from sitegen.importing.report_counts import left_out_counts, mended_counts, shown_source, shown_value, summary_of

_MOST_SHOWN = 12


def report_lines(outcomes: Sequence[Outcome], *, is_dry: bool) -> Iterator[str]:
    """Yield the lines of a report: each source with what becomes of it, then the counts."""
    for outcome in outcomes:
        yield from _lines_of(outcome)
    yield summary_of(outcomes, is_dry=is_dry)


def problems_of(page: PageReport) -> Iterator[Problem]:
    """Yield what is to be decided of a page as problems, each at its line."""
    for decision, line in zip(page.decisions, page.lines, strict=True):
        yield Problem(
            location=Location(page.path, line),
            headline=in_few_words(decision.text),
            hint=in_few_words(decision.hint),
            severity="warning",
        )


def _lines_of(outcome: Outcome) -> Iterator[str]:
    name = in_few_words(shown_source(outcome.source))
    if outcome.status != "new" or outcome.page is None:
        yield f"{name}: {in_few_words(outcome.why)}"
        if outcome.hint:
            yield f"  hint: {outcome.hint}"
        yield from (f"  {in_few_words(line)}" for line in outcome.diff)
        return
    page = outcome.page
    sureness = "" if page.kind.sureness == "certain" else f", {_in_words(page.kind.sureness)}: {page.kind.because}"
    yield f"{page.path} (a {page.kind.kind}{sureness}) from {name}"
    for field in page.fields:
        value, because = in_few_words(shown_value(field.value)), in_few_words(field.because)
        yield f"  {field.name}: {value} ({_in_words(field.sureness)}: {because})"
    yield from _counts("mended", mended_counts(page), "times")
    yield from _counts("left out", left_out_counts(page), "words")
    for problem in [*problems_of(page)][:_MOST_SHOWN]:
        yield format_problem(problem)
    if len(page.decisions) > _MOST_SHOWN:
        yield f"  and {len(page.decisions) - _MOST_SHOWN:,} more to decide: see them all with --report FILE.html"


def _counts(what: str, counts: list[tuple[str, int]], unit: str) -> Iterator[str]:
    for reason, count in counts:
        shown = unit.removesuffix("s") if count == 1 else unit
        yield f"  {what}: {reason} ({count:,} {shown})"


def _in_words(sureness: str) -> str:
    return "a guess" if sureness == "guess" else sureness
