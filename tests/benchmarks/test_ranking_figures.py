"""Figures of a ranking."""

import pytest

from benchmarks.ranking_figures import figures


def test_figures_are_those_worked_out_by_hand() -> None:
    ranked = {"q": [("a", 3), ("b", 2), ("c", 1)], "unjudged": [("a", 1)]}
    found = figures(ranked, {"q": {"b": 2, "c": 0, "x": 1}})
    assert found.ndcg == pytest.approx((2 / 1.584962500721156) / (2 + 1 / 1.584962500721156))
    assert found.map == pytest.approx((1 / 2) / 2)
    assert found.recall == pytest.approx(1 / 2)
