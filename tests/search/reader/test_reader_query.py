"""static/js/search/query.js understands texts as sitegen/search/words/query.py does: the same cases, in Chromium."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from sitegen.building import PROJECT
from sitegen.search.reader.entry import RANKING
from sitegen.search.words.analysis import FILLER, STOP_WORDS, words

HERE = Path(__file__).parents[1] / "words"
QUERY = json.loads((HERE / "query_cases.json").read_text("utf-8"))
ANALYSIS = json.loads((HERE / "analysis_cases.json").read_text("utf-8"))


@pytest.fixture
def module(page: Page, serve_folder: Callable[[Path], str]) -> Callable[[str, Any], Any]:
    """Runs an expression in which `query` is the module and `given` a value."""
    address = serve_folder(PROJECT / "static")
    page.goto(f"{address}/icons/favicon.svg")

    def run(expression: str, given: Any) -> Any:
        code = f"async ([url, given]) => {{ const query = await import(url); return {expression}; }}"
        return page.evaluate(code, [f"{address}/js/search/query.js", given])

    return run


@pytest.mark.browser
def test_texts_have_the_same_words(module: Callable[[str, Any], Any]) -> None:
    texts = [*(case["text"] for case in QUERY["cases"]), *(text for text, _ in ANALYSIS["cases"])]
    found = module("given.map(query.words)", texts)
    assert found == [list(filter(None, words(text))) for text in texts]


@pytest.mark.browser
def test_queries_are_understood_alike(module: Callable[[str, Any], Any]) -> None:
    names = {" ".join(words(name["name"])): name["offers"] for name in QUERY["names"]}
    texts = [case["text"] for case in QUERY["cases"]]
    expression = """given[0].map((text) => {
        const names = new Map(Object.entries(given[2]));
        const found = query.parse(text, { dropped: given[1], names, ranking: given[3] });
        const offers = found.offers.map(({ facet, term, label }) => [facet, term, label]);
        return { text, words: [...found.words], phrases: found.phrases, prefix: Boolean(found.prefix), offers };
    })"""
    found = module(expression, [texts, sorted(STOP_WORDS | FILLER), names, RANKING])
    assert found == QUERY["cases"]
