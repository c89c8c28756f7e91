"""Figures of a ranking."""

import pytest

from benchmarks.ranking_figures import figures


def test_figures_are_those_worked_out_by_hand() -> None:
    ranked = {"q": [("a", 3), ("b", 2), ("c", 1)], "unjudged": [("a", 1)]}
    measured = figures(ranked, {"q": {"b": 2, "c": 0, "x": 1}})
    assert measured.ndcg == pytest.approx((3 / 1.584962500721156) / (3 + 1 / 1.584962500721156))
    assert measured.map == pytest.approx((1 / 2) / 2)
    assert measured.recall == pytest.approx(1 / 2)
