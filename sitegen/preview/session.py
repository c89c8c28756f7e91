"""The state of a preview: the last build's problems, and building once more."""

import dataclasses
import threading
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sitegen.building import STATE, Choices, build_site
from sitegen.config import read_config
from sitegen.engine.plan import Result
from sitegen.errors import Problem, format_problem
from sitegen.preview.bugs import OUR_MISTAKE, is_bug, problems_of

if TYPE_CHECKING:
    from sitegen.search.staff.answers import Answer


class Session:
    """Builds into the preview's own folder, good pages beside wrong ones; one build at a time.

    `base` is the path of the site's address without a slash at its end, as it was when site.yaml was last right;
    `builds` counts the builds that have ended, however they ended; `bug` is the exception that the last one ended
    with, where that was a mistake of ours.
    """

    def __init__(self, site: Path, *, drafts: bool) -> None:
        self.site = site.resolve()
        self.folder = self.site / STATE / "preview"
        self.base = ""
        self.problems: list[Problem] = []
        self.bug: Exception | None = None
        self.builds = 0
        self._choices = Choices(site=self.site, out=self.folder, drafts=drafts, keep_going=True)
        self._lock = threading.Lock()

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

    @property
    def errors(self) -> list[str]:
        """The errors of the last build as text, sorted by place."""
        return [format_problem(problem) for problem in self.problems if problem.is_error]

    def overlay(self) -> dict[str, object]:
        """Return what the browser shows: the number of builds, the title of the overlay, the errors as text."""
        errors = self.errors
        return {"builds": self.builds, "title": self._title(len(errors)), "errors": errors}

    def _title(self, count: int) -> str:
        if self.bug is not None:
            return OUR_MISTAKE
        return f"{'1 error' if count == 1 else f'{count} errors'}: this page may be out of date" if count else ""

    def _end_build(self, problems: list[Problem], error: Exception | None = None) -> None:
        self.problems = problems
        self.bug = error if error is not None and is_bug(error) else None
        self.builds += 1

    def _read_base(self) -> str:
        try:
            data = (self.site / "site.yaml").read_bytes()
        except OSError:
            return self.base  # the build reports it
        config = read_config(data)[0]
        return urlsplit(config.site.base_url).path.rstrip("/") if config else self.base
