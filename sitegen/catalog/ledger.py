"""The ledger of published addresses: read, added to, and written, one sorted line an address.

    /about/faq/: 2026-06-03
    /stories/third-story/: {first: 2026-06-03, gone: true}

It is YAML, read line by line, so that ten thousand lines cost little and each mistake has its line.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date

from sitegen.errors import Problem
from sitegen.located import SourceFile, decode
from sitegen.model import Record
from sitegen.model.folders import LEDGER

_HEADER = (
    "# The addresses of this site that were ever published, each with its first day. Publishing writes them:\n"
    "# none of them may die. One that is gone for good says so: {first: 2026-06-03, gone: true}\n"
)
_LINE = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*"|/[^\s"#{}]*?) *:'
    r" +(?:(?P<day>\d{4}-\d{2}-\d{2})|\{ *first: *(?P<first>\d{4}-\d{2}-\d{2}) *, *gone: *(?P<gone>true) *\})"
    r" *(?:\s#.*)?"
)
_PLAIN = re.compile(r"/[A-Za-z0-9/._~-]*")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class PublishedAddress(Record, frozen=True):
    """An address that was published: its first day (YYYY-MM-DD), whether it is gone for good, its line from 1."""

    first: str
    is_gone: bool = False
    line: int = 0


class LedgerFile(Record, frozen=True):
    """The published addresses by address, in the order of the file, and what is wrong with the rest."""

    addresses: dict[str, PublishedAddress]
    file: SourceFile
    problems: tuple[Problem, ...] = ()


def read_ledger(data: bytes) -> LedgerFile:
    """Read the bytes of a ledger. Of an address with two lines the earlier day counts, and it is gone if both say so.

    Raises nothing, whatever the bytes.
    """
    file, problems = decode(data, LEDGER, kind="RouteError")
    addresses: dict[str, PublishedAddress] = {}
    for number, text in enumerate(file.text.splitlines(), 1):
        line = text.rstrip()
        if not line or line.startswith("#"):
            continue
        address, entry = _parsed(line, number)
        if entry is None:
            problems.append(_mistake(file, line, number))
        elif (twin := addresses.get(address)) is None:
            addresses[address] = entry
        else:
            headline, hint = f'"{address}" stands in line {twin.line} already', "delete this line"
            if entry.first < twin.first:
                hint = f'delete this line, and write "{entry_line(address, entry.first)}" in line {twin.line}'
            problems.append(file.problem(headline, hint, number, 1, severity="advice"))
            is_gone = twin.is_gone and entry.is_gone
            addresses[address] = PublishedAddress(min(twin.first, entry.first), is_gone, twin.line)
    return LedgerFile(addresses, file, tuple(problems))


def with_addresses(
    known: Mapping[str, PublishedAddress], published: Iterable[str], today: str
) -> dict[str, PublishedAddress]:
    """Return a ledger with what is published today: what is new gets the day, and what was gone is there again."""
    ledger = dict(known)
    for address in published:
        before = ledger.get(address)
        if before is None or before.is_gone:
            ledger[address] = PublishedAddress(before.first if before else today)
    return ledger


def ledger_text(ledger: Mapping[str, PublishedAddress], before: str = "") -> str:
    """Return the text of a ledger, sorted by address. Comments of the text `before` stay with the lines below them."""
    comments: dict[str, list[str]] = {}
    kept: dict[str, str] = {}
    waiting: list[str] = []
    for number, text in enumerate(before.splitlines(), 1):
        address, entry = _parsed(text.rstrip(), number)
        if entry is None:
            waiting.append(text.rstrip())
        else:
            is_same = ledger.get(address) == PublishedAddress(entry.first, entry.is_gone, ledger[address].line)
            kept |= {address: text.rstrip()} if is_same else {}
            comments.setdefault(address, []).extend(waiting)
            waiting = []
    lines = comments.pop(next(iter(comments), ""), []) or _HEADER.splitlines()
    for address, entry in sorted(ledger.items()):
        line = kept.get(address) or entry_line(address, entry.first, is_gone=entry.is_gone)
        lines += [*comments.get(address, ()), line]
    return "".join(f"{line}\n" for line in (*lines, *waiting))


def entry_line(address: str, first: str, *, is_gone: bool = False) -> str:
    """Return the line of an address in the ledger."""
    key = entry_key(address)
    return f"{key}: {{first: {first}, gone: true}}" if is_gone else f"{key}: {first}"


def entry_key(address: str) -> str:
    """Return an address as a key of YAML: in quotes if it has other signs than most."""
    return address if _PLAIN.fullmatch(address) else json.dumps(address, ensure_ascii=False)


def _parsed(line: str, number: int) -> tuple[str, PublishedAddress | None]:
    match = _LINE.fullmatch(line)
    if match is None:
        return "", None
    first = match["day"] or match["first"]
    try:
        date.fromisoformat(first)
        address = json.loads(match["key"]) if match["key"].startswith('"') else match["key"]
    except ValueError:
        return "", None
    is_address = isinstance(address, str) and address.startswith("/")
    return address, PublishedAddress(first, match["gone"] is not None, number) if is_address else None


def _mistake(file: SourceFile, line: str, number: int) -> Problem:
    if line.startswith(_CONFLICT):
        return file.problem(
            "two versions of this file were merged", "delete this line; keep those around it", number, 1
        )
    address = next(iter(re.findall(r"/[A-Za-z0-9/._~-]*", line)), "/about/faq/")
    day = next(iter(re.findall(r"\b[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])\b", line)), "2026-06-03")
    better = f"{entry_line(address, day)}, or {entry_line(address, day, is_gone=True)}"
    return file.problem("this line is no address with its first day", f"write it like this: {better}", number, 1)
