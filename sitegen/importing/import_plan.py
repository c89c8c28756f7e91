"""Plan an import: read all sources, then name and write their pages, and decide what becomes of each source."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import unified_diff
from typing import Literal, NamedTuple

from sitegen.importing.bounds import RefusedSourceError
from sitegen.importing.composing import Composed, Composer
from sitegen.importing.import_record import ImportRecord, TakenSource, digest_of
from sitegen.importing.kind_choice import Wanted
from sitegen.importing.known_pages import KnownPages
from sitegen.importing.page_finishing import PageReport, finish
from sitegen.importing.reading import read_source
from sitegen.importing.source import PASTED, Source, why_refused_by_name
from sitegen.importing.taken_files import TakenFiles
from sitegen.model import Config, Record
from sitegen.model.folders import CONTENT

Status = Literal["new", "unchanged", "changed", "refused", "unused"]
"""What becomes of a source: a page is made; it was brought in before, as it is; or otherwise; or it is not taken in.

A file in a folder of sources that is none, and that no page took along, is unused.
"""

OpenFile = Callable[[str], bytes | None]
"""Returns the bytes of a file of the site by its path from the root, None where there is none."""


class Outcome(Record, frozen=True, kw_only=True):
    """What becomes of a source, or of one of its pages; `why` and `hint` say so in words where it is not new.

    `diff` has the lines between the page as it is and as the changed source would make it.
    """

    source: str
    status: Status
    page: PageReport | None = None
    why: str = ""
    hint: str = ""
    diff: tuple[str, ...] = ()

    @property
    def needs_person(self) -> bool:
        """Whether something is refused, or is to be decided."""
        return self.status in {"changed", "refused"} or bool(self.status == "new" and self.page and self.page.decisions)


class ImportPlan(NamedTuple):
    """The outcomes in the order of the sources, the files to be written by path from the root, and the new record."""

    outcomes: tuple[Outcome, ...]
    files: dict[str, bytes]
    record: ImportRecord


class _Reading(NamedTuple):
    """A source that is read: the pages that it makes, with their paths below content/, its text, and what is known."""

    source: Source
    pages: list[tuple[Composed, str]]
    text: str
    known: TakenSource | None


def plan_import(
    config: Config,
    site_files: Mapping[str, bytes],
    sources: Sequence[Source],
    wanted: Wanted,
    today: str,
    open_file: OpenFile,
    record: ImportRecord,
) -> ImportPlan:
    """Return what an import does; nothing is done yet.

    `site_files` are the files that writers of the site edit, `today` is the day of the import, which stands in for
    dates that nothing says.
    """
    return _Planner(config, site_files, wanted, today, open_file, record).plan(sources)


def unused_files(names: Iterable[str]) -> Iterator[Outcome]:
    """Yield what is said of files that lie among sources and that nothing took along; texts among them are refused."""
    for name in names:
        if reason := why_refused_by_name(name):
            yield Outcome(source=name, status="refused", why=reason[0], hint=reason[1])
        else:
            yield Outcome(source=name, status="unused", why="no page that came in shows it or links to it")


class _Planner:
    def __init__(
        self,
        config: Config,
        site_files: Mapping[str, bytes],
        wanted: Wanted,
        today: str,
        open_file: OpenFile,
        record: ImportRecord,
    ) -> None:
        self._pages = KnownPages(config, site_files)
        self._composer = Composer(config, wanted, self._pages.host, today)
        self._taken = TakenFiles(open_file)
        self._open_file, self._record = open_file, record
        self._paths: set[str] = set()
        self._files: dict[str, bytes] = {}

    def plan(self, sources: Sequence[Source]) -> ImportPlan:
        outcomes: list[list[Outcome]] = []
        readings: list[tuple[int, _Reading]] = []
        for number, source in enumerate(sources):
            outcomes.append([])
            known = self._record.find(source)
            if known and not any(self._open_file(page) for page in known.pages):
                known = None  # its pages were deleted, so that it may come in again
            if known and known.digest == digest_of(source):
                outcomes[number] += self._unchanged(source, known)
                continue
            try:
                readings.append((number, self._read(source, known)))
            except RefusedSourceError as error:
                outcomes[number].append(
                    Outcome(source=source.name, status="refused", why=error.headline, hint=error.hint)
                )
        new: list[TakenSource] = []
        for number, reading in readings:
            outcomes[number] += self._finish(reading)
            paths = tuple(one.page.path for one in outcomes[number] if one.page and one.status in {"new", "unchanged"})
            is_changed = any(one.status == "changed" for one in outcomes[number])  # which is shown until it is resolved
            if paths and not is_changed:
                new.append(TakenSource(reading.source.name, digest_of(reading.source), paths))
        flat = tuple(outcome for group in outcomes for outcome in group)
        return ImportPlan(flat, {**self._files, **self._taken.files}, self._record.with_sources(new))

    def _unchanged(self, source: Source, known: TakenSource) -> Iterator[Outcome]:
        for path in known.pages:
            self._pages.add(path.removeprefix(f"{CONTENT}/"), source.name, "")
        why = f"it was brought in before, as {', '.join(known.pages)}"
        yield Outcome(source=source.name, status="unchanged", why=why)

    def _read(self, source: Source, known: TakenSource | None) -> _Reading:
        articles, text = read_source(source)
        reading = _Reading(source, [], text, known)
        for number, article in enumerate(articles):
            composed = self._composer.compose(article, source)
            path = self._path_of(composed, known.pages[number] if known and number < len(known.pages) else "")
            self._pages.add(path, source.name, article.address, article.anchors)
            reading.pages.append((composed, path))
        return reading

    def _path_of(self, composed: Composed, before: str) -> str:
        """Return the path below content/ of a page: that of before, or one that no other page of this import has."""
        if before:
            return before.removeprefix(f"{CONTENT}/")
        number = 1
        while True:
            slug = composed.slug if number == 1 else f"{composed.slug}-{number}"
            path = f"{composed.kind.folder}/{slug}.md"
            is_own = self._open_file(f"{CONTENT}/{path}") is not None
            if path not in self._paths and (is_own or not self._pages.is_taken(self._pages.url_of(path))):
                self._paths.add(path)
                return path
            number += 1

    def _finish(self, reading: _Reading) -> Iterator[Outcome]:
        for composed, path in reading.pages:
            before = dict(self._taken.files)
            report = finish(composed, path, self._pages, self._taken, reading.text)
            there = self._open_file(report.path)
            outcome = self._outcome(reading, report, there)
            if outcome.status != "new":
                self._taken.files = before
            else:
                self._files[report.path] = report.text.encode()
            yield outcome

    def _outcome(self, reading: _Reading, report: PageReport, there: bytes | None) -> Outcome:
        name = reading.source.name
        if there is None:
            return Outcome(source=name, status="new", page=report)
        if there == report.text.encode():
            return Outcome(source=name, status="unchanged", page=report, why=f"it is {report.path} already")
        owner = self._record.of_page(report.path)
        if reading.known or (name == PASTED and owner and owner.name == PASTED):
            why = f"it has changed since it was brought in as {report.path}, which is not written over"
            hint = "take what is new from the lines below into that page"
            return Outcome(source=name, status="changed", page=report, why=why, hint=hint, diff=_diff(there, report))
        page = report.path.removeprefix(f"{CONTENT}/").removesuffix(".md")
        hint = f"rename that page first: python3 build.py rename {page} NEW_NAME; or give the source another title"
        return Outcome(source=name, status="refused", page=report, why=f"{report.path} is there already", hint=hint)


def _diff(there: bytes, report: PageReport) -> tuple[str, ...]:
    old, new = there.decode("utf-8", "replace").splitlines(), report.text.splitlines()
    lines = unified_diff(old, new, report.path, report.source, lineterm="", n=1)
    return tuple(lines)
