"""The state of a preview: the last build's problems, and building once more."""

import dataclasses
import threading
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sitegen.building import STATE, Choices, build_site
from sitegen.config import read_config
from sitegen.engine.plan import Result
from sitegen.errors import Problem, SitegenError, format_problem

if TYPE_CHECKING:
    from sitegen.library.answers import Answer


class Session:
    """Builds into the preview's own folder, good pages beside wrong ones; one build at a time.

    `base` is the path of the site's address without a slash at its end, as it was when site.yaml was last right;
    `builds` counts the builds that have ended.
    """

    def __init__(self, site: Path, *, drafts: bool) -> None:
        self.site = site.resolve()
        self.folder = self.site / STATE / "preview"
        self.base = ""
        self.problems: list[Problem] = []
        self.builds = 0
        self._choices = Choices(self.site, self.folder, drafts=drafts, keep_going=True)
        self._lock = threading.Lock()

    def build(self, jobs: int = 0) -> Result | None:
        """Build; gives the result, or None where nothing could be built. Problems are kept for the overlay."""
        with self._lock:
            try:
                result = build_site(dataclasses.replace(self._choices, jobs=jobs))
                problems = result.problems
            except SitegenError as error:
                result, problems = None, list(error.problems)
            self.problems = problems
            self.base = self._read_base()
            self.builds += 1
            return result

    def search(self, text: str, chosen: list[tuple[str, str]]) -> "Answer":
        """Search what the preview shows. Raises UsageError for a filter or a term that the site does not have."""
        from sitegen.library.answers import search

        return search(self._choices, text, chosen)

    def overlay(self) -> dict[str, object]:
        """Give what the browser shows: the number of builds, and the errors as text."""
        errors = [format_problem(problem) for problem in self.problems if problem.is_error]
        return {"builds": self.builds, "errors": errors}

    def _read_base(self) -> str:
        path = self.site / "site.yaml"
        config = read_config(path.read_bytes())[0] if path.is_file() else None
        return urlsplit(config.base_url).path.rstrip("/") if config else self.base
