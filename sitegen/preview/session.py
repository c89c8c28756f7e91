"""The state of a preview: the last build's problems, the last good pages, and building once more."""

import dataclasses
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sitegen.building import STATE, Choices, build_site, place_of
from sitegen.config import read_config
from sitegen.engine.plan import Result
from sitegen.engine.snapshot import Snapshot
from sitegen.errors import Problem, SitegenError, format_problem
from sitegen.model.folders import CONTENT, SETTINGS
from sitegen.preview.bugs import OUR_MISTAKE, is_bug, problems_of
from sitegen.preview.last_good_pages import KeptPages

if TYPE_CHECKING:
    from sitegen.overview import Overview
    from sitegen.search.staff.answers import Answer


class Session:
    """Builds into the preview's own folder, good pages beside wrong ones; one build at a time.

    `base` is the path of the site's address without a slash at its end, as it was when site.yaml was last right;
    `builds` counts the builds that have ended, however they ended; `bug` is the exception that the last one ended
    with, where that was a mistake of ours. `new_problems` are those of the last build that the one before had not,
    and `known_problems` those that it had too.
    """

    def __init__(self, site: Path, *, drafts: bool, as_of: datetime | None = None) -> None:
        self.site = site.resolve()
        self.folder = self.site / STATE / "preview"
        self.problems: list[Problem] = []
        self.new_problems: list[Problem] = []
        self.known_problems: list[Problem] = []
        self.bug: Exception | None = None
        self.builds = 0
        self._choices = Choices(
            site=self.site,
            out=self.folder,
            drafts=drafts,
            scheduled=drafts,
            as_of=as_of,
            keep_going=True,
            before_delete=self._keep_before_delete,
        )
        self.base = self._base_of_last_build()
        self._lock = threading.Lock()
        self._pages = KeptPages()

    def build(self, jobs: int = 0) -> Result | None:
        """Build; return the result, or None where nothing could be built.

        Whatever goes wrong is kept for the overlay, our own mistakes too: nothing is raised.
        """
        with self._lock:
            try:
                result = build_site(dataclasses.replace(self._choices, jobs=jobs))
                self.base = self._read_base()
            except Exception as error:  # noqa: BLE001 - the preview goes on, whatever a build raises
                self._end_build(problems_of(error), error)
                return None
            self._end_build(result.problems)
            return result

    def fail(self, error: Exception) -> None:
        """Keep for the overlay what went wrong outside a build, beside the problems of the last one."""
        with self._lock:
            self._end_build([*self.problems, *problems_of(error)], error)

    def search(self, text: str, chosen: list[tuple[str, str]]) -> "Answer":
        """Search what the preview shows. Raises UsageError for a filter or a term that the site does not have."""
        from sitegen.staff_search import search

        return search(self._choices, text, chosen)

    def overview(self, uses: str = "") -> "Overview":
        """Return where the site stands as its files are now, or what uses a page or file of it.

        What the preview shows has an address. Raises ConfigError for wrong settings, and UsageError where there is no
        such page or file.
        """
        from sitegen.overview import make_overview, make_uses, read_site_facts
        from sitegen.publishing.page_ages import page_ages

        facts = read_site_facts(self.site, self._choices.as_of, shows_hidden=self._choices.scheduled)
        return make_uses(facts, uses) if uses else make_overview(facts, page_ages(self.site, facts.files))

    def count_links(self, path: str) -> tuple[str, int] | None:
        """Return the name of the page at a path below the output folder (`stories/x`), and how many places lead to it.

        None where no file of content/ is the page's. Raises ConfigError for wrong settings.
        """
        from sitegen.overview import count_links, read_site_facts

        source = self._source_of(path).removeprefix(f"{CONTENT}/")
        if not source:
            return None
        facts = read_site_facts(self.site, self._choices.as_of, shows_hidden=self._choices.scheduled)
        return source.removesuffix(".md"), count_links(facts, source)

    @property
    def errors(self) -> list[str]:
        """The errors of the last build as text, sorted by place."""
        return [format_problem(problem) for problem in self.problems if problem.is_error]

    def overlay(self, path: str) -> dict[str, object]:
        """Return what the browser shows over the page at a path below the output folder (`stories/x/index.html`).

        These are the number of builds, the title of the overlay, the errors of the site as text, the warnings and
        advice of the page's own file as text, and its status: its file, its state and how hard it is to read.
        """
        errors, source = self.errors, self._source_of(path)
        return {
            "builds": self.builds,
            "title": self._title(len(errors)),
            "errors": errors,
            "notes": [format_problem(problem) for problem in self._notes(source)],
            "status": self._status(source),
        }

    def keep_page(self, path: str, data: bytes) -> None:
        """Keep a page that somebody looks at, by its path below the output folder."""
        self._pages.visit(path, data)

    def last_good_page(self, path: str) -> bytes | None:
        """Return a page as it last was, while there are errors, which may have taken it away; else None."""
        return self._pages.get(path) if self.errors else None

    def _keep_before_delete(self, paths: Sequence[str]) -> None:
        self._pages.save(self.folder, paths)

    def _notes(self, source: str) -> list[Problem]:
        return [problem for problem in self.problems if not problem.is_error and problem.location.path == source]

    def _status(self, source: str) -> tuple[str, ...]:
        """Return the status of the page of a file of content/; nothing where it cannot be read now."""
        from sitegen.overview import page_status, read_page_facts

        path = source.removeprefix(f"{CONTENT}/")
        try:
            return page_status(read_page_facts(self.site, path, self._choices.as_of), path) if path else ()
        except (OSError, SitegenError, StopIteration):
            return ()

    def _source_of(self, path: str) -> str:
        """Return the file of content/ that an item's page is made from, or an empty text for any other page."""
        place = place_of(self._choices)
        snapshot = Snapshot.open(place.store, place.salt)
        if snapshot is None:
            return ""
        with snapshot:
            row = snapshot.output(path)
            key = snapshot.key(row.node) if row else None
        return f"{CONTENT}/{key[1]}" if key and key[0] == "item_html" else ""

    def _title(self, count: int) -> str:
        if self.bug is not None:
            return OUR_MISTAKE
        return f"{'1 error' if count == 1 else f'{count} errors'}: this page may be out of date" if count else ""

    def _end_build(self, problems: list[Problem], error: Exception | None = None) -> None:
        self.new_problems, self.known_problems = _new_and_known(problems, self.problems)
        self.problems = problems
        self.bug = error if error is not None and is_bug(error) else None
        self.builds += 1
        if not self.errors:
            self._pages.forget_deleted()

    def _base_of_last_build(self) -> str:
        """Return the base that an earlier preview left, or an empty text: site.yaml may be wrong from the start."""
        place = place_of(self._choices)
        snapshot = Snapshot.open(place.store, place.salt)
        if snapshot is None:
            return ""
        try:
            with snapshot:
                return snapshot.load(str, "base_path") or ""
        except sqlite3.DatabaseError:
            return ""  # the build mends the store

    def _read_base(self) -> str:
        try:
            data = (self.site / SETTINGS).read_bytes()
        except OSError:
            return self.base  # the build reports it
        config = read_config(data)[0]
        return urlsplit(config.site.base_url).path.rstrip("/") if config else self.base


def _new_and_known(problems: Iterable[Problem], before: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
    """Return the problems that were not there before, and those that were, on whatever line they stood."""
    count = Counter(map(_without_place, before))
    new: list[Problem] = []
    known: list[Problem] = []
    for problem in problems:
        same = _without_place(problem)
        (known if count[same] > 0 else new).append(problem)
        count[same] -= 1
    return new, known


def _without_place(problem: Problem) -> tuple[str, str, str, str]:
    return problem.location.path, problem.severity, problem.headline, problem.hint
