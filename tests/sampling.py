"""Cases of which a short run tries some, and a long one (`test --long`) all."""

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def sampled(cases: Iterable[Any], few: Collection[Any]) -> list[Any]:
    """Return the cases as parameters of a test: a short run has the few, a long one the others, too."""
    return [case if case in few else pytest.param(case, marks=pytest.mark.long) for case in cases]
