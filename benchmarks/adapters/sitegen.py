"""This generator as a peer: for a harness that measures site generators side by side.

The harness provides `adapters.common`. Its corpus lacks fields that tools and videos must have here
(`best_used`, a transcript); they are added.
"""

import sys
from pathlib import Path
from typing import Any

from adapters.common import Peer

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from benchmarks.sites import write_site  # noqa: E402 - the project must be on the path first


def setup(tools: Path, pip: Any, npm: Any) -> None:
    """Need nothing: the project brings its own environment."""


def peer(tools: Path, project: Path) -> Peer:
    """Describe the command; a first build makes the project's .venv where it is missing."""
    build = [sys.executable, str(PROJECT / "build.py")]
    site = str(project)
    return Peer(
        "sitegen",
        [*build, "--site", site],
        caches=[".sitegen", ".public.sitegen"],
        version="0.1.0",
        serve=[*build, "serve", "--site", site, "--port", "{port}"],
        feed="library/feed.xml",
        note="facet indexes as JSON besides",
    )


def write(items: list[dict[str, Any]], project: Path) -> None:
    """Write the project's site; the folder is there already, and empty."""
    project.rmdir()
    write_site(project, items, "peer")
