"""Say in words what a plan does, for whoever is asked whether to go on."""

from collections.abc import Iterator, Sequence

from sitegen.publishing.plan_summary import PageChange, PlanSummary
from sitegen.render.dates import file_size

MOST_NAMED = 10
"""How many pages of each sort are named."""


def plan_lines(summary: PlanSummary) -> Iterator[str]:
    """Yield the lines that say what a plan does: its counts, then the pages by title."""
    yield f"{_counts(summary)}."
    yield from _named("New", summary.new)
    yield from _named("Changed", summary.changed)
    for change in summary.moved[:MOST_NAMED]:
        yield f"  {change.title} moves to {change.address}, and its old address {change.earlier} leads there."
    yield from _more(summary.moved)
    yield from _named("Gone", summary.gone)


def named_lines(names: Sequence[str]) -> Iterator[str]:
    """Yield the first few of many names, a line each, and how many more there are."""
    yield from (f"  {name}" for name in names[:MOST_NAMED])
    yield from _more(names)


def _counts(summary: PlanSummary) -> str:
    pages = [
        f"{len(changes):,} {word}"
        for word, changes in (
            ("new", summary.new),
            ("changed", summary.changed),
            ("moved", summary.moved),
            ("gone", summary.gone),
        )
        if changes
    ]
    if pages:
        number, _, word = pages[0].partition(" ")
        pages[0] = f"{number} {'page' if number == '1' else 'pages'} {word}"
    parts = [", ".join(pages)] if pages else ["no page of yours changes"]
    parts += [_count(summary.lists, "list")] if summary.lists else []
    parts += [_count(summary.files, "other file")] if summary.files else []
    parts += [f"{file_size(summary.size)} to send"] if summary.size else []
    parts += [f"{_count(summary.deleted, 'file')} to delete"] if summary.deleted else []
    text = "; ".join(parts)
    return text[0].upper() + text[1:]


def _named(word: str, changes: Sequence[PageChange]) -> Iterator[str]:
    for change in changes[:MOST_NAMED]:
        yield f"  {word}: {change.title} ({change.address})"
    yield from _more(changes)


def _more(changes: Sequence[object]) -> Iterator[str]:
    if len(changes) > MOST_NAMED:
        yield f"  and {len(changes) - MOST_NAMED:,} more"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
