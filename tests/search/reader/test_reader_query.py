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
from sitegen.search.words.query import parse
from sitegen.search.words.term_names import Offer, name_of

HERE = Path(__file__).parents[1] / "words"
QUERY = json.loads((HERE / "query_cases.json").read_text("utf-8"))
STEMS = json.loads((HERE / "stem_cases.json").read_text("utf-8"))
ANALYSIS = json.loads((HERE / "analysis_cases.json").read_text("utf-8"))


@pytest.fixture
def module(page: Page, serve_folder: Callable[[Path], str]) -> Callable[[str, Any], Any]:
    """Run an expression in which `query` and `stems` are modules of search and `given` is a value."""
    address = serve_folder(PROJECT / "static")
    page.goto(f"{address}/icons/favicon.svg")

    def run(expression: str, given: Any) -> Any:
        code = f"""async ([address, given]) => {{
          const [query, stems] = [await import(address + "query.js"), await import(address + "stems.js")];
          return {expression};
        }}"""
        return page.evaluate(code, [f"{address}/js/search/", given])

    return run


@pytest.mark.browser
def test_texts_have_the_same_words(module: Callable[[str, Any], Any]) -> None:
    texts = [*(case["text"] for case in QUERY["cases"]), *(text for text, _ in ANALYSIS["cases"])]
    answers = module("given.map(query.words)", texts)
    assert answers == [list(filter(None, words(text))) for text in texts]


@pytest.mark.browser
def test_unknown_words_have_the_stems_of_the_index(module: Callable[[str, Any], Any]) -> None:
    assert module("given.map(([word]) => [word, stems.stem(word)])", STEMS["cases"]) == STEMS["cases"]


@pytest.mark.browser
def test_titles_and_names_are_asked_for_by_the_same_keys(module: Callable[[str, Any], Any]) -> None:
    typed = [*(case["text"] for case in QUERY["cases"]), "Nurses' Day: 75,000 steps", "\u00c9quipe l'\u00e9t\u00e9"]
    texts = [text for text in typed if words(text)]  # without words the script makes a key that no page has
    names = {name_of(words(row["name"])): tuple(Offer(*offer) for offer in row["offers"]) for row in QUERY["names"]}
    terms = {name_of(words(row["name"])): [offer[:3] for offer in row["offers"]] for row in QUERY["names"]}
    expression = """given[0].map((text) => {
        const known = { dropped: given[1], names: new Map(Object.entries(given[2])), ranking: given[3] };
        const { title, named } = query.parse(text, known);
        return [title, named.map(({ words, terms }) => [words, terms])];
    })"""
    answers = module(expression, [texts, sorted(STOP_WORDS | FILLER), terms, RANKING])
    queries = [parse(text, names) for text in texts]
    assert answers == [
        [query.title, [[list(name.words), [[t.facet, t.term, t.label] for t in name.terms]] for name in query.names]]
        for query in queries
    ]


@pytest.mark.browser
def test_queries_are_understood_alike(module: Callable[[str, Any], Any]) -> None:
    names = {name_of(words(name["name"])): name["offers"] for name in QUERY["names"]}
    texts = [case["text"] for case in QUERY["cases"]]
    expression = """given[0].map((text) => {
        const known = new Map(Object.entries(given[2]));
        const parsed = query.parse(text, { dropped: given[1], names: known, ranking: given[3] });
        const offers = parsed.offers.map(({ facet, term, label, rest }) => [facet, term, label, rest]);
        const names = parsed.isNames ? { is_names: true } : {};
        const { phrases, prefix } = parsed;
        return { text, words: [...parsed.words], phrases, prefix: Boolean(prefix), offers, ...names };
    })"""
    answers = module(expression, [texts, sorted(STOP_WORDS | FILLER), names, RANKING])
    assert answers == QUERY["cases"]
