"""Make lists of lines that begin with bullets, dashes, letters or numbers of other programs."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from sitegen.content.columns import TAB
from sitegen.content.edits import Edit
from sitegen.content.marks.outline import outline
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem
from sitegen.model.record import Record

_SPACE = "[ \t\u00a0\u2002-\u200a\u202f\u3000]"
_BULLETS = "\u2022\u2023\u2043\u204c\u2219\u25a0\u25aa\u25b6\u25ba\u25c6\u25cb\u25cf\u25e6\u2756\u27a2\u27a4"
_MARK = re.compile(
    rf"(?P<bullet>[{_BULLETS}]){_SPACE}*"
    rf"|(?P<dot>\u00b7){_SPACE}+"
    rf"|(?P<nbsp>[-*+]|\d{{1,3}}\.)(?=[ \t]*[\u00a0\u202f]){_SPACE}+"
    rf"|(?P<number>\d{{1,3}}\)){_SPACE}+"
    rf"|(?P<letter>\(?[a-z]\)){_SPACE}+"
    rf"|(?P<bracket>\(\d{{1,3}}\)){_SPACE}+"
    rf"|(?P<dash>[\u2010-\u2015\u2212]){_SPACE}+"
    rf"|(?P<section>\u00a7){_SPACE}+(?!\d)"
    r"|(?P<o>o)(?:\t|[\u00a0]|[ ]{2})[ \t\u00a0]*"
    rf"|(?P<sign>[\u2610-\u2612\u25a1\u2713\u2714]){_SPACE}+"
    r"|(?P<tight>-)(?=[^\W\d_])"
    r"|(?P<tight_number>\d{1,3}\.)(?=[^\W\d_])"
)
_ANY_MARK = re.compile(
    rf"\n[ \t>]*+(?:[{_BULLETS}\u00b7\u2010-\u2015\u2212\u00a7\u2610-\u2612\u25a1\u2713\u2714]"
    rf"|(?:[-*+]|\d{{1,3}}\.)[ \t]*[\u00a0\u202f]|(?:-|\d{{1,3}}\.)[^\W\d_]|\(?[a-z0-9]{{1,3}}\)|o[\t\u00a0 ])",
)
_CERTAIN = frozenset({"bullet", "dot", "nbsp", "number"})
"""The sorts of marks that make a list of a single line; the others stand below each other."""

_NUMBERED = frozenset({"number", "letter", "bracket", "tight_number"})
_NEVER_CODE = frozenset({"bullet"})


class _Bullet(Record, frozen=True, kw_only=True):
    """A line with its mark: the sort of the mark, the mark as typed, and the offset where the text begins."""

    line: OutlineLine
    sort: str
    mark: str
    text_offset: int
    is_after_text: bool = False


def read_bullets(source: BodySource) -> RuleResult:
    """Write each mark as Markdown does, with an advice for each sort of mark."""
    if not _ANY_MARK.search(f"\n{source.text}"):
        return NO_RESULT
    edits: list[Edit] = []
    problems: dict[str, Problem] = {}
    for run in _runs(outline(source.text)):
        edits += _list_edits(run)
        letters = ", ".join(bullet.mark for bullet in run if bullet.sort == "letter")
        problems.setdefault(letters or run[0].mark, _advice(source, run[0], letters))
    return RuleResult(tuple(edits), tuple(problems.values()))


def _runs(lines: Iterable[OutlineLine]) -> Iterator[list[_Bullet]]:
    """Yield the lists: marked lines below each other, without those that may be text."""
    run: list[_Bullet] = []
    above: OutlineLine | None = None
    is_after_text = False
    for line in lines:
        bullet = _read_mark(line)
        is_below = above is not None and _is_below(above, line)
        if run and (bullet is None or not is_below):
            yield from _without_text(run)
            run = []
        if bullet:
            run.append(msgspec.structs.replace(bullet, is_after_text=is_below and is_after_text))
            is_after_text = False
        elif not is_below:
            is_after_text = line.kind == "text"
        above = line
    yield from _without_text(run)


def _read_mark(line: OutlineLine) -> _Bullet | None:
    match = _MARK.match(line.text) if line.kind in {"text", "code"} else None
    if not match or match.end() == len(line.text):
        return None
    sort = match.lastgroup or ""
    if line.kind == "code" and sort not in _NEVER_CODE:
        return None
    return _Bullet(line=line, sort=sort, mark=match[sort], text_offset=line.text_offset + match.end())


def _is_below(above: OutlineLine, line: OutlineLine) -> bool:
    end = above.source.offset + len(above.source.text)
    return line.source.start == end + 1 and line.source.quote == above.source.quote


def _without_text(run: list[_Bullet]) -> Iterator[list[_Bullet]]:
    """Yield the parts of a run that are lists."""
    ordinals = [_ordinal(bullet) for bullet in run]
    is_list = [bullet.sort in _CERTAIN or len(run) > 1 for bullet in run]
    for sort in _NUMBERED - _CERTAIN:
        values = [value for bullet, value in zip(run, ordinals, strict=True) if bullet.sort == sort]
        if len(values) < 2 or values != list(range(1, len(values) + 1)):  # noqa: PLR2004
            is_list = [is_it and bullet.sort != sort for is_it, bullet in zip(is_list, run, strict=True)]
    for is_it, part in groupby(zip(is_list, run, strict=True), key=lambda pair: pair[0]):
        if is_it:
            yield [bullet for _, bullet in part]


def _ordinal(bullet: _Bullet) -> int:
    text = bullet.mark.strip("().")
    return int(text) if text.isdecimal() else ord(text[0]) - ord("a") + 1


def _list_edits(run: list[_Bullet]) -> Iterator[Edit]:
    """Yield the edits of a list; another mark, or a deeper one, begins a list in the list."""
    first = run[0].line
    base = first.source.text[: len(first.source.text) - len(first.source.text.lstrip())]
    base = "" if first.kind == "code" else base
    open_marks: list[tuple[int, str]] = []
    for bullet in run:
        _open_level(
            open_marks, bullet.line.indent, bullet.mark if bullet.sort in {"bullet", "dash", "o"} else bullet.sort
        )
        offset = bullet.line.source.offset
        indentation = base + " " * TAB * (len(open_marks) - 1)
        if bullet.is_after_text and bullet.sort == "bullet":
            yield Edit(bullet.line.source.start, 0, f"{bullet.line.source.quote.rstrip()}\n")
        yield Edit(offset, bullet.text_offset - offset, f"{indentation}{_markdown_mark(bullet)} ")


def _open_level(open_marks: list[tuple[int, str]], indent: int, mark: str) -> None:
    """Close the lists that a line does not stand in, and open its own."""
    for index in range(len(open_marks) - 1, -1, -1):
        if open_marks[index][1] == mark and abs(open_marks[index][0] - indent) < 2:  # noqa: PLR2004
            del open_marks[index + 1 :]
            return
    while open_marks and indent <= open_marks[-1][0] - 2:
        open_marks.pop()
    open_marks.append((indent, mark))


def _markdown_mark(bullet: _Bullet) -> str:
    if bullet.sort in _NUMBERED:
        return f"{_ordinal(bullet)}."
    if bullet.sort == "nbsp":
        return bullet.mark
    return f"- {bullet.mark}" if bullet.sort == "sign" else "-"


def _advice(source: BodySource, first: _Bullet, letters: str) -> Problem:
    mark = _markdown_mark(first)
    if first.sort == "nbsp":
        headline = f'"{first.mark}" with a no-break space is read as a list'
        hint = f'type a plain space after "{first.mark}"'
    elif first.sort in {"tight", "tight_number"}:
        headline = f'lines that begin with "{first.mark}" are read as a list'
        hint = f'type a space after "{first.mark}"'
    else:
        headline = f'lines that begin with "{first.mark}" are read as a list'
        hint = f'write "{mark} " in place of "{first.mark}"'
    values = (("numbers in place of", letters),) if letters else ()
    return source.problem(first.line.text_offset, headline, hint, "advice", values)
