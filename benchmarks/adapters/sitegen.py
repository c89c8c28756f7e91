"""Describe this generator to a harness that measures site generators side by side.

The harness provides `adapters.common`. Its corpus lacks fields that tools and videos need here (`best_used`, a
transcript), so they are added.
"""

import sys
from pathlib import Path
from typing import Any

from adapters.common import Peer

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from benchmarks.sites import write_site  # noqa: E402 - the project must be on the path first


def setup(tools: Path, pip: Any, npm: Any) -> None:
    """Install nothing, because the project makes its own environment."""


def peer(tools: Path, project: Path) -> Peer:
    """Return the command and its facts; the first build makes the project's .venv if it is missing."""
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
    """Write the site into the folder `project`, which exists and is empty."""
    project.rmdir()
    write_site(project, items, "peer")
