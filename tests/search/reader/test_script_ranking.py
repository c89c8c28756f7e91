"""The numbers that decide what is found reach the script with the index: with other numbers it finds otherwise."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from sitegen.building import PROJECT
from sitegen.search.reader.entry import RANKING

pytestmark = pytest.mark.browser

Run = Callable[..., Any]

STEMS = """
  const stem = (name) => ({ name, idf: 1, forms: [name], runs: [] });
  const stems = Object.fromEntries(["help", "helped", "helper", "helping", "helps"].map((name) => [name, stem(name)]));
  const words = async () => Object.keys(stems);
  const one = async (word) => stems[word];
  const lexicon = { stem: one, stemsOf: async (word) => (stems[word] ? [stems[word]] : []), starting: words };
  const guesses = async () => ({ kept: "hepls", spellings: { helpyt: "help" } });
  const known = { dropped: ["in"], names: new Map(), ranking };
  const index = { lexicon, startingWith: words, endingWith: words, guesses, ...known };
  const found = await scoring.meaning(given.word, true, false, index);
  if (found.used || found.suggested) return `${found.used ?? ""}, ${found.suggested ?? ""}`;
  return [...found.stems].map(([{ name }, factor]) => [name, factor]);
"""
ORDER = """
  const meanings = given.words.map((impacts) => ({
    stems: new Map([[{ idf: 1, runs: impacts.map((impact, id) => ({ impact, ids: impact ? [id] : [] })) }, 1]]),
  }));
  const named = { titled: new Set(), meant: new Set(), raised: [] };
  return scoring.rank(meanings, meanings.map(() => 1), new Uint8Array(2).fill(1), ranking, named, given.words).ids;
"""
PHRASE = "return [...query.parse(given.text, { dropped: [], names: new Map(), ranking }).words.keys()];"


@pytest.fixture
def run(page: Page, serve_folder: Callable[[Path], str]) -> Run:
    """Run a function with the modules of search, a given value, and the numbers of the index, some of them others."""
    address = serve_folder(PROJECT / "static")
    page.goto(f"{address}/icons/favicon.svg")

    def evaluate(body: str, given: Any, **others: Any) -> Any:
        code = f"""async ([address, given, ranking]) => {{
          const scoring = await import(address + "scoring.js");
          const query = await import(address + "query.js");
          {body}
        }}"""
        assert others.keys() <= RANKING.keys()
        return page.evaluate(code, [f"{address}/js/search/", given, RANKING | others])

    return evaluate


def test_factors_are_those_of_the_index(run: Run) -> None:
    assert run(STEMS, {"word": "helper"}, exact_factor=90) == [["helper", 90]]
    assert run(STEMS, {"word": "helpe"}, completed_factor=70) == [["helped", 70], ["helper", 70]]
    assert run(STEMS, {"word": "h\u00e9lper"}, unaccented_factor=50) == [["helper", 4]]


def test_as_many_words_are_completed_as_the_index_says(run: Run) -> None:
    assert len(run(STEMS, {"word": "hel"})) == 4
    assert run(STEMS, {"word": "hel"}, max_completions=1) == [["help", 3]]
    assert len(run(STEMS, {"word": "hel"}, max_short_prefix=2)) == 5


def test_a_known_word_is_not_completed(run: Run) -> None:
    assert run(STEMS, {"word": "help"}) == [["help", 4]]


def test_a_correction_is_certain_where_the_index_says_so(run: Run) -> None:
    assert run(STEMS, {"word": "hepl"}) == "help, "
    assert run(STEMS, {"word": "hepl"}, min_letters_same=5) == []
    assert run(STEMS, {"word": "helpz"}) == ", help"
    assert run(STEMS, {"word": "helpz"}, min_letters_certain=5) == "help, "
    assert run(STEMS, {"word": "helpz"}, min_letters_mistake=6) == []
    assert run(STEMS, {"word": "hulpang"}) == []
    assert run(STEMS, {"word": "hulpang"}, min_letters_certain=7) == "helping, "
    assert run(STEMS, {"word": "hxlpxng"}, min_letters_certain=7) == ", helping"
    assert run(STEMS, {"word": "hxlpxng"}, min_letters_certain=7, min_letters_certain_two=7) == "helping, "
    assert run(STEMS, {"word": "hepls"}) == []


def test_words_typed_as_one_and_other_spellings_are_known(run: Run) -> None:
    assert run(STEMS, {"word": "helpin"}) == [["helping", 3]]
    assert run(STEMS, {"word": "helperin"}) == "helper in, "
    assert run(STEMS, {"word": "helperin"}, min_letters_certain=9) == ", helper in"
    assert run(STEMS, {"word": "helperin"}, min_letters_of_part=3) == ", helper"
    assert run(STEMS, {"word": "helpyts"}) == [["help", 4]]


def test_endings_are_those_of_the_index(run: Run) -> None:
    assert run(STEMS, {"word": "helpum"}, endings="um") == [["help", 3]]
    assert run(STEMS, {"word": "helpum"}, endings="um", min_letters_before_ending=5) == []


def test_documents_with_all_words_come_first_up_to_the_number_of_words_that_the_index_says(run: Run) -> None:
    impacts = [[16, 1], [0, 1]]
    assert run(ORDER, {"words": impacts}) == [1, 0]
    assert run(ORDER, {"words": impacts}, max_tiered_words=1) == [0, 1]


def test_as_much_of_a_query_counts_as_the_index_says(run: Run) -> None:
    assert run(PHRASE, {"text": "one three two"}, max_query_words=2) == ["one", "three"]
