"""Make lists of lines that begin with bullets, dashes, letters or numbers of other programs."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise, zip_longest

import msgspec

from sitegen.content.edits import Edit
from sitegen.content.marks.bullet_marks import CERTAIN, KEPT, NUMBERED, Bullet, has_marks, read_mark, roman_number
from sitegen.content.marks.outline import outline
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.content.text_columns import TAB
from sitegen.errors import Problem

_BY_MARK = frozenset({"bullet", "dash", "o"})
"""The sorts of marks of which another one begins a list in the list."""

_WHERE = {"stars": ", set in by two spaces", "decimal": ", set in by three spaces"}
"""How the marks of lists in a list are typed."""

_LETTERS = frozenset({"letter", "letter_point"})
_TIGHT = frozenset({"tight", "tight_star", "tight_number"})
_MOST_APART = 1
"""Columns by which items of one list may be set in differently."""


def read_bullets(source: BodySource) -> RuleResult:
    """Write each mark as Markdown does, with an advice for each sort of mark."""
    if not has_marks(source.text):
        return NO_RESULT
    edits: list[Edit] = []
    problems: dict[str, Problem] = {}
    for run in _runs(outline(source.text)):
        edits += _list_edits(run)
        letters = ", ".join(bullet.mark for bullet in run if bullet.sort in _LETTERS)
        problems.setdefault(letters or run[0].mark, _advice(source, run[0], letters))
    return RuleResult(tuple(edits), tuple(problems.values()))


def _runs(lines: Sequence[OutlineLine]) -> Iterator[list[Bullet]]:
    """Yield the lists: marked lines below each other, without those that may be text."""
    run: list[Bullet] = []
    above: OutlineLine | None = None
    is_after_text = False
    for line, below in zip_longest(lines, lines[1:]):
        bullet = _with_its_text(read_mark(line), below)
        is_below = above is not None and _is_below(above, line)
        is_text_of_mark = bool(run) and run[-1].text_offset == line.text_offset
        if run and not is_text_of_mark and (bullet is None or not is_below):
            yield from _without_text(run)
            run = []
        if bullet:
            run.append(msgspec.structs.replace(bullet, is_after_text=is_below and is_after_text))
            is_after_text = False
        elif not is_below:
            is_after_text = line.kind == "text"
        above = line
    yield from _without_text(run)


def _with_its_text(bullet: Bullet | None, below: OutlineLine | None) -> Bullet | None:
    """Return a bullet that stands alone on its line with the text on the next one; None where there is none."""
    if bullet is None or not bullet.is_alone:
        return bullet
    if below is None or not _is_below(bullet.line, below) or below.kind != "text" or read_mark(below):
        return None
    return msgspec.structs.replace(bullet, text_offset=below.text_offset)


def _is_below(above: OutlineLine, line: OutlineLine) -> bool:
    end = above.source.offset + len(above.source.text)
    return line.source.start == end + 1 and line.source.quote == above.source.quote


def _without_text(run: list[Bullet]) -> Iterator[list[Bullet]]:
    """Yield the parts of a run that are lists."""
    run = list(_numbered(run))
    is_list = [_is_item(bullet, index, run) for index, bullet in enumerate(run)]
    for is_it, part in groupby(zip(is_list, run, strict=True), key=lambda pair: pair[0]):
        if is_it:
            yield [bullet for _, bullet in part]


def _numbered(run: list[Bullet]) -> Iterator[Bullet]:
    """Yield the bullets of a run with the numbers that letters mean, and 0 for what does not count from 1."""
    series: dict[tuple[str, int], list[Bullet]] = {}
    for bullet in run:
        series.setdefault((bullet.sort, bullet.line.indent), []).append(bullet)
    ways: tuple[Callable[[Bullet], int], ...] = (lambda it: it.number, lambda it: roman_number(it.mark))
    counts = {
        key: next((way for way in ways if _counts_up([way(it) for it in bullets])), lambda _: 0)
        for key, bullets in series.items()
    }
    for bullet in run:
        is_free = bullet.sort not in NUMBERED or bullet.sort in CERTAIN
        number = bullet.number if is_free else counts[bullet.sort, bullet.line.indent](bullet)
        yield msgspec.structs.replace(bullet, number=number)


def _counts_up(values: list[int]) -> bool:
    """Return whether numbers are those of lists, of which one has two items at least."""
    if not values or values[0] != 1 or max(values) == 1:
        return False
    return all(below in {1, above + 1} for above, below in pairwise(values))


def _is_item(bullet: Bullet, index: int, run: list[Bullet]) -> bool:
    """Return whether a marked line is an item beyond doubt."""
    if bullet.sort == "number":
        return len(run) > 1 or bullet.number == 1 or not bullet.line.above
    if bullet.sort in CERTAIN:
        return True
    if bullet.sort == "weak_o":
        return any(above.sort in {"bullet", "dot"} for above in run[:index])
    if bullet.sort == "decimal":
        return bullet.line.above == "item" and _has_one_parent(run)
    return len(run) > 1 and (bullet.number > 0 or bullet.sort not in NUMBERED)


def _has_one_parent(run: list[Bullet]) -> bool:
    """Return whether decimal numbers count the items in one: 1.1, 1.2."""
    parts = [bullet.mark.rstrip(".").split(".") for bullet in run if bullet.sort == "decimal"]
    return len({part[0] for part in parts}) == 1 and _counts_up([int(part[-1]) for part in parts])


def _list_edits(run: list[Bullet]) -> Iterator[Edit]:
    """Yield the edits of a list; another mark, or a deeper one, begins a list in the list."""
    first = run[0].line
    base = first.source.text[: len(first.source.text) - len(first.source.text.lstrip())]
    base = "" if first.kind == "code" else base
    if first.above == "item" and run[0].sort == "decimal" and not base:
        base = " " * TAB
    open_marks: list[tuple[int, str]] = []
    for bullet in run:
        _open_level(open_marks, bullet.line.indent, bullet.mark if bullet.sort in _BY_MARK else bullet.sort)
        offset = bullet.line.source.offset
        depth = len(bullet.mark) - 1 if bullet.sort == "stars" else len(open_marks) - 1
        if bullet.is_after_text and bullet.sort == "bullet":
            yield Edit(bullet.line.source.start, 0, f"{bullet.line.source.quote.rstrip()}\n")
        mark = f"{base}{' ' * TAB * depth}{_markdown_mark(bullet)} "
        yield Edit(offset, bullet.text_offset - offset, mark)


def _open_level(open_marks: list[tuple[int, str]], indent: int, mark: str) -> None:
    """Close the lists that a line does not stand in, and open its own."""
    for index in range(len(open_marks) - 1, -1, -1):
        if open_marks[index][1] == mark and abs(open_marks[index][0] - indent) <= _MOST_APART:
            del open_marks[index + 1 :]
            return
    while open_marks and indent <= open_marks[-1][0] - 2:
        open_marks.pop()
    open_marks.append((indent, mark))


def _markdown_mark(bullet: Bullet) -> str:
    if bullet.sort in NUMBERED:
        return f"{bullet.number}."
    if bullet.sort == "nbsp":
        return bullet.mark
    return f"- {bullet.mark}" if bullet.sort in KEPT else "-"


def _advice(source: BodySource, first: Bullet, letters: str) -> Problem:
    mark = _markdown_mark(first)
    if first.sort == "nbsp":
        headline = f'"{first.mark}" with a no-break space is read as a list'
        hint = f'type a plain space after "{first.mark}"'
    elif first.sort in _TIGHT:
        headline = f'lines that begin with "{first.mark}" are read as a list'
        hint = f'type a space after "{first.mark}"'
    else:
        headline = f'lines that begin with "{first.mark}" are read as a list'
        hint = f'write "{mark} " in place of "{first.mark}"{_WHERE.get(first.sort, "")}'
        hint = f'write "{mark} " before the text, on one line' if first.is_alone else hint
    values = (("numbers in place of", letters),) if letters else ()
    return source.problem(first.line.text_offset, headline, hint, "advice", values)
