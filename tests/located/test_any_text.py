"""Tests of YAML to nodes with any text: there is always a result, and its positions are right."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.located.test_yaml_reader import read

YAMLISH = st.text(st.sampled_from(list("ab:-[]{}&*!|>'\"%@`#?,\n\t \\\u201c\u201d\u00a00~<=.")), max_size=60)


@given(YAMLISH)
def test_any_text_gives_nodes_or_problems(text: str) -> None:
    node, problems = read(text)
    assert node is not None or problems


@given(YAMLISH)
def test_problems_lie_within_the_text(text: str) -> None:
    lines = text.split("\n")
    for problem in read(text)[1]:
        assert 1 <= problem.location.line <= len(lines)
        assert 0 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1


@given(st.lists(st.sampled_from(["title: x", "date: a: b", "owner: 'x", "lang: [a", "slug: \u201ca"]), unique=True))
def test_problems_come_in_the_order_of_the_lines(lines: list[str]) -> None:
    line_numbers = [problem.location.line for problem in read("\n".join(lines))[1]]
    assert all(first <= second for first, second in pairwise(line_numbers))
