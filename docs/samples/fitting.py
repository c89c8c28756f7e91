# ruff: noqa: INP001
"""Makes each sheet fill its pages: the boxes and rows to write in grow, or shrink, until the page is full."""

from collections.abc import Callable
from pathlib import Path

from page import DoesNotFitError, fit

LEAST, MOST, TRIES, ENOUGH = 0.6, 1.75, 8, 12
Maker = Callable[[Path], None]


def make_fitted(make: Maker, folder: Path) -> None:
    """Make one file; a printed sheet is tried out until its pages are full."""
    fit.stretch.clear()
    fit.trial = True
    page = 1
    while not _try(make, folder) or page in fit.left_over:
        if fit.left_over.get(page, -1) < 0 or fit.left_over[page] > ENOUGH:
            _fill(make, folder, page, tight=page not in fit.left_over)
        _try(make, folder)
        if page not in fit.left_over:
            break
        page += 1
    fit.trial = False
    make(folder)


def _fill(make: Maker, folder: Path, page: int, *, tight: bool) -> None:
    low, high = (LEAST, 1.0) if tight else (1.0, MOST)
    for _ in range(TRIES):
        fit.stretch[page] = (low + high) / 2
        _try(make, folder)
        if page in fit.left_over:
            low = fit.stretch[page]
        else:
            high = fit.stretch[page]
    fit.stretch[page] = low


def _try(make: Maker, folder: Path) -> bool:
    fit.left_over.clear()
    try:
        make(folder)
    except DoesNotFitError:
        return False
    return True
