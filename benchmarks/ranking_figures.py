"""Figures of a ranking on judged queries, and the run file that other programs compute them from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log2
from typing import NamedTuple

from benchmarks.judged_collection import Judgments

DEPTH = 10
"""How many documents nDCG and recall look at."""

RUN_DEPTH = 1000
"""How many documents of a query stand in a run file."""

Ranking = list[tuple[str, int]]
"""(document id, score), best first."""


class Figures(NamedTuple):
    """The means over all queries that have a relevant document, each from 0 to 1."""

    ndcg: float
    map: float
    recall: float


def figures(rankings: Mapping[str, Ranking], judgments: Judgments) -> Figures:
    """Return the means of nDCG@10, average precision and recall@10 over the judged queries.

    The gain of a grade in nDCG is 2^grade - 1. Source: Burges et al. 2005, "Learning to Rank using Gradient Descent".
    """
    rows = []
    for query, ranking in rankings.items():
        grades = {document: grade for document, grade in judgments.get(query, {}).items() if grade > 0}
        if grades:
            rows.append(_figures([document for document, _ in ranking], grades))
    count = max(1, len(rows))
    ndcg, mean, recall = (sum(row[at] for row in rows) / count for at in range(3))
    return Figures(ndcg, mean, recall)


def run_lines(rankings: Mapping[str, Ranking]) -> Iterator[str]:
    """Yield the lines of a run file: query id, document id, rank from 1, score."""
    for query, ranking in rankings.items():
        shown = ranking[:RUN_DEPTH]
        for rank, ((document, _), score) in enumerate(zip(shown, _falling_scores(shown), strict=True), 1):
            yield f"{query} {document} {rank} {score}\n"


def _figures(ranking: Sequence[str], grades: Mapping[str, int]) -> Figures:
    hits = [rank for rank, document in enumerate(ranking, 1) if document in grades]
    ideal = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
    return Figures(
        _gain(grades.get(document, 0) for document in ranking[:DEPTH]) / ideal,
        sum(number / rank for number, rank in enumerate(hits, 1)) / len(grades),
        sum(rank <= DEPTH for rank in hits) / len(grades),
    )


def _gain(grades: Iterable[int]) -> float:
    return sum(float(2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, 1))


def _falling_scores(ranking: Ranking) -> list[int]:
    """Return scores that fall from each to the next, for programs that sort by them: ours put all words first."""
    scores: list[int] = []
    for _, score in reversed(ranking):
        scores.append(max(score, scores[-1] + 1) if scores else score)
    return scores[::-1]
