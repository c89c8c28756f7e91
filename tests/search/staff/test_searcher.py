"""The staff's index finds what the definition finds, in its order; old, cut short or damaged, it is mended."""

import random
from pathlib import Path

import pytest

from sitegen.model import Taxonomy, Term
from sitegen.search.documents import Document
from sitegen.search.reader.vectors import count_words
from sitegen.search.staff.searcher import Searcher
from sitegen.search.staff.whoosh_index import STATE, StaffIndex
from sitegen.search.words.query import parse
from sitegen.search.words.synonyms import Synonyms
from sitegen.search.words.term_names import term_names
from tests.reference.search_definition import Corpus
from tests.reference.shard_reader import ShardReader, encoded

SYNONYMS = Synonyms((("UBT", "unit-based team"), ("huddle", "stand-up")))
WORDS = (
    *("team", "huddle", "sponsor", "waste", "chart", "quality", "safety", "caf\u00e9"),
    *("meeting", "agreement", "UBT", "goals", "walk", "unit", "based", "stand-up", "cafe", "reuni\u00f3n", "reunion"),
)
ODD = (
    *("uddle", "juddle", "uhddle", "thuddle", "zponsor huddles", "greement", "grement"),
    *("sponsoring goal", "teamly walker", "huddlings"),
    *("reuni\u00f3n", "reunion", "Reuni\u00f3n de team", "r\u00e9union", "caf\u00e9 cafe", "reuni\u00f3"),
    *("team huddle waste chart quality safety walk", "team huddle waste chart quality safety"),
    *('"team caf\u00e9"', '"reunion team"'),
)


TAXONOMIES = (
    Taxonomy(
        id="level",
        label="Level",
        field="team_levels",
        terms=tuple(Term(str(n), f"Level {n}", (f"L{n}", also)) for n, also in enumerate(("walk", "huddle", "goals"))),
    ),
    Taxonomy(
        id="topic",
        label="Topic",
        field="topics",
        terms=(Term("quality", "Quality", ("safety walk", "huddle")), Term("waste", "Waste")),
    ),
)
NAMES = term_names(TAXONOMIES)
NAMED = (
    "quality",
    "L1",
    "l1 quality",
    "goals, safety walk",
    "how to huddle",
    "walk quality team",
    "the walk",
    "waste L2",
)


def documents(count: int = 120, seed: int = 5) -> list[Document]:
    chance = random.Random(seed)  # noqa: S311

    def text(most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(1, most)))

    return [
        Document(
            url=f"/p/{n}/",
            path=f"p/{n}.md",
            title=text(4),
            summary=text(8),
            headings=text(3),
            body=text(60),
            terms={"level": (str(n % 5),), "topic": ("quality",) if n % 3 else ()},
            rank=n % 7 - 3,
            names=(text(2), text(1)) if n % 10 == 0 else (),
            stands_for=((("level", str(n % 3)), ("topic", "quality"))[: n % 3]),
        )
        for n in range(count)
    ]


def brought_up(index: StaffIndex, documents: list[Document]) -> int:
    by_path = {document.path: document for document in documents}
    digests = {path: repr(document).encode() for path, document in by_path.items()}
    return index.update(digests, lambda path: (by_path[path], count_words(by_path[path], SYNONYMS)))


def queries(count: int = 150) -> list[str]:
    chance = random.Random(9)  # noqa: S311
    texts = []
    for _ in range(count):
        typed = chance.choices(WORDS, k=chance.randint(1, 4))
        if chance.random() < 0.3:
            at = chance.randrange(len(typed))
            typed[at] = typed[at][:-2] + typed[at][-1:] if len(typed[at]) > 4 else typed[at]
        text = " ".join(typed) + chance.choice(("", " ", "?"))
        texts.append(f'"{text}"' if chance.random() < 0.1 else text)
    titles = [document.title for document in documents()[::3]]
    names = [name for document in documents() for name in document.names]
    return [
        *texts,
        *ODD,
        *NAMED,
        *titles,
        *map(str.upper, titles),
        *names,
        "",
        "zzzz",
        "te",
        "me",
        "q",
        "huddle zzzzzz",
        "team zzzzzz goals walk",
    ]


def answers(searcher: Searcher, text: str, selection: dict[str, frozenset[str]]) -> list[tuple[str, int]]:
    answer = searcher.search(parse(text, NAMES), selection)
    assert answer.total == len(answer.hits)
    return [(searcher.stored(number).path, score) for number, score in answer.hits]


@pytest.mark.parametrize("selection", [{}, {"level": frozenset({"1", "3"}), "topic": frozenset({"quality"})}])
def test_it_finds_what_the_definition_finds(tmp_path: Path, selection: dict[str, frozenset[str]]) -> None:
    index = StaffIndex(tmp_path / "index", "layout")
    brought_up(index, documents())
    corpus, searcher = Corpus(documents(), SYNONYMS, NAMES), Searcher(index)
    for text in queries():
        expected = corpus.search(text, selection)
        hits = [(corpus.documents[number].path, score) for number, score in expected.hits]
        assert answers(searcher, text, selection) == hits, text
        answer = searcher.search(parse(text, NAMES))
        assert (answer.corrected, answer.suggested, answer.missing, answer.is_part) == (
            *(expected.corrected, expected.suggested, expected.missing),
            expected.is_part,
        ), text
    searcher.close()


def test_the_shards_read_back_find_it_too() -> None:
    corpus, reader = Corpus(documents(), SYNONYMS, NAMES), ShardReader(encoded(documents(), SYNONYMS))
    for text in queries():
        expected = [(corpus.documents[n].path, score) for n, score in corpus.search(text, {}).hits]
        assert reader.find(parse(text, NAMES)) == expected, text


def test_after_edits_it_is_as_one_made_anew(tmp_path: Path) -> None:
    index = StaffIndex(tmp_path / "index", "layout")
    first = documents()
    assert brought_up(index, first) == 120
    assert brought_up(index, first) == 0
    second = [*documents(130, seed=6)[:10], *first[10:100], *documents(130, seed=7)[120:]]
    assert brought_up(index, second) == 10 + 20 + 10
    corpus, searcher = Corpus(second, SYNONYMS, NAMES), Searcher(index)
    for text in queries(40):
        expected = corpus.search(text, {})
        assert {path for path, _ in answers(searcher, text, {})} == {corpus.documents[n].path for n, _ in expected.hits}
    searcher.close()


def test_without_its_notes_the_index_is_asked_and_nothing_is_done_twice(tmp_path: Path) -> None:
    index = StaffIndex(tmp_path / "index", "layout")
    brought_up(index, documents())
    (tmp_path / "index" / STATE).unlink()
    assert brought_up(index, documents()) == 0
    assert (tmp_path / "index" / STATE).is_file()


# Whoosh leaves files open where it fails on them.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("pattern", ["*.seg", "*.toc"])
def test_a_damaged_index_is_made_anew(tmp_path: Path, pattern: str) -> None:
    index = StaffIndex(tmp_path / "index", "layout")
    brought_up(index, documents())
    for path in (tmp_path / "index").glob(pattern):
        path.write_bytes(b"no index")
    (tmp_path / "index" / STATE).unlink()
    assert brought_up(index, documents()) == 120
    searcher = Searcher(index)
    assert answers(searcher, "huddle", {})
    searcher.close()


def test_another_layout_is_another_index(tmp_path: Path) -> None:
    brought_up(StaffIndex(tmp_path / "index", "old"), documents())
    assert brought_up(StaffIndex(tmp_path / "index", "new"), documents()) == 120
