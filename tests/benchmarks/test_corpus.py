"""The made-up corpus: the same for the same seed, with the shape of a real library."""

import re
import subprocess
import sys
from collections import Counter
from itertools import islice
from statistics import mean
from typing import Any

import pytest

from benchmarks import corpus
from sitegen.building import PROJECT
from sitegen.content.page_parser import parse_page

COUNT = 300


@pytest.fixture(scope="module")
def items() -> list[dict[str, Any]]:
    return list(corpus.items(COUNT))


def test_the_same_seed_gives_the_same_pages(items: list[dict[str, Any]]) -> None:
    assert list(corpus.items(COUNT)) == items
    assert next(corpus.items(1, seed=12)) != items[0]


def test_a_larger_corpus_begins_with_the_smaller_one(items: list[dict[str, Any]]) -> None:
    assert list(islice(corpus.items(10 * COUNT), COUNT)) == items


def test_the_pages_do_not_depend_on_the_hash_seed(items: list[dict[str, Any]]) -> None:
    program = "from benchmarks.corpus import items; print(repr(list(items(3))))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=PROJECT,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {repr(items[:3]) + "\n"}


def test_every_page_has_an_address_of_its_own(items: list[dict[str, Any]]) -> None:
    slugs = [item["slug"] for item in items]
    assert len(set(slugs)) == COUNT
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


def test_kinds_come_in_the_shares_of_a_real_library(items: list[dict[str, Any]]) -> None:
    counts = Counter(item["kind"] for item in items)
    assert all(abs(counts[kind] / COUNT - share / 100) < 0.08 for kind, share in corpus.KINDS)


def test_pages_have_about_seven_hundred_words(items: list[dict[str, Any]]) -> None:
    assert 550 < mean(len(item["body"].split()) for item in items) < 850


def test_terms_are_known_and_each_stands_once(items: list[dict[str, Any]]) -> None:
    pools = {"regions": corpus.REGIONS, "topics": corpus.TOPICS, "team_levels": corpus.LEVELS, "roles": corpus.ROLES}
    for item in items:
        for field, pool in pools.items():
            assert set(item[field]) <= set(pool)
            assert len(set(item[field])) == len(item[field]) > 0


def test_bodies_have_every_sort_of_mark(items: list[dict[str, Any]]) -> None:
    text = "\n".join(item["body"] for item in items)
    markers = ("## ", "- ", "> ", "| --- |", "1. ", "**", "](https://example.org/")
    assert [marker for marker in markers if text.count(marker) < COUNT // 10] == []


def test_the_vocabulary_grows_with_the_corpus(items: list[dict[str, Any]]) -> None:
    half = {word for item in items[: COUNT // 2] for word in item["body"].split()}
    whole = {word for item in items for word in item["body"].split()}
    assert len(whole) > 1.2 * len(half)


def test_a_body_is_read_without_complaint(items: list[dict[str, Any]]) -> None:
    for item in items[:20]:
        text = f'---\ntitle: x\ndate: 2017-01-01\nsummary: "{item["summary"]}"\n---\n\n{item["body"]}'
        assert not parse_page(f"story/{item['slug']}.md", text.encode(), "story")[1]
