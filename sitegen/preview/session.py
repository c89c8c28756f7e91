"""The state of a preview: the last build's problems, and building once more."""

import dataclasses
import threading
from pathlib import Path

from sitegen.building import STATE, Choices, build_site
from sitegen.engine.build import Result
from sitegen.errors import Problem, SitegenError, format_problem


class Session:
    """Builds into the preview's own folder, good pages beside wrong ones; one build at a time."""

    def __init__(self, site: Path, *, drafts: bool) -> None:
        self.site = site.resolve()
        self.folder = self.site / STATE / "preview"
        self._choices = Choices(self.site, self.folder, drafts=drafts, keep_going=True)
        self._lock = threading.Lock()
        self.problems: list[Problem] = []
        self.builds = 0

    def build(self, jobs: int = 0) -> Result | None:
        """Build; gives the result, or None where nothing could be built. Problems are kept for the overlay."""
        with self._lock:
            self.builds += 1
            try:
                result = build_site(dataclasses.replace(self._choices, jobs=jobs))
            except SitegenError as error:
                self.problems = list(error.problems)
                return None
            self.problems = result.problems
            return result

    def overlay(self) -> dict[str, object]:
        """Give what the browser shows: the number of builds, and the errors as text."""
        errors = [format_problem(problem) for problem in self.problems if problem.is_error]
        return {"builds": self.builds, "errors": errors}
