"""What can be said of a finished site: a registry of checks, and the site as they see it.

A check is a function of a `FinishedSite`, in a module of checks/. `open_site` opens the site that a build left, and
`find_problems` runs the checks over it; no command is needed for either.
"""

from sitegen.findings.checks import CHECKS
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.opening import open_site
from sitegen.findings.running import find_problems

__all__ = ["CHECKS", "FinishedSite", "find_problems", "open_site"]
