"""Builds each site that many tests read once a run, also where the run is shared between worker processes."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.site.shipped import Shipped

TREES = "trees"
PATIENCE = 600
"""Seconds that a worker waits for another one to build."""


def folder_of_run(factory: pytest.TempPathFactory) -> Path:
    """Return the folder that every worker process of this run sees: xdist gives each a folder of its own in it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def build_once(run: Path, name: str, build: Callable[[Path], Shipped]) -> Shipped:
    """Return the site of a name, built by whoever of the run asks first; the others wait for it.

    What a failed build left is removed by the next one that asks. Nobody may write to the site.
    """
    folder, finished = run / name, run / f"{name}.finished"
    with FileLock(run / f"{name}.lock", timeout=PATIENCE):
        if finished.exists():
            root, out = finished.read_text("utf-8").splitlines()
            return Shipped(Path(root), Path(out), folder / TREES)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        site = build(folder)
        finished.write_text(f"{site.root}\n{site.out}\n", "utf-8")
        return Shipped(site.root, site.out, folder / TREES)
