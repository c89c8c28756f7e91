"""The staff's index finds what the definition finds, in its order; old, cut short or damaged, it is mended."""

import random
from pathlib import Path

import pytest

from sitegen.search.documents import Document
from sitegen.search.reader.vectors import vector
from sitegen.search.staff.finding import Finder
from sitegen.search.staff.whoosh_index import STATE, Library
from sitegen.search.words.query import parse
from sitegen.search.words.synonyms import Synonyms
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
        )
        for n in range(count)
    ]


def brought_up(library: Library, found: list[Document]) -> int:
    by_path = {document.path: document for document in found}
    digests = {path: repr(document).encode() for path, document in by_path.items()}
    return library.update(digests, lambda path: (by_path[path], vector(by_path[path], SYNONYMS)))


def queries(count: int = 150) -> list[str]:
    chance = random.Random(9)  # noqa: S311
    found = []
    for _ in range(count):
        typed = chance.choices(WORDS, k=chance.randint(1, 4))
        if chance.random() < 0.3:
            at = chance.randrange(len(typed))
            typed[at] = typed[at][:-2] + typed[at][-1:] if len(typed[at]) > 4 else typed[at]
        text = " ".join(typed) + chance.choice(("", " ", "?"))
        found.append(f'"{text}"' if chance.random() < 0.1 else text)
    return [*found, *ODD, "", "zzzz", "te", "me", "q", "huddle zzzzzz", "team zzzzzz goals walk"]


def answers(finder: Finder, text: str, selection: dict[str, frozenset[str]]) -> list[tuple[str, int]]:
    found = finder.find(parse(text), selection)
    assert found.total == len(found.hits)
    return [(finder.kept(number).path, score) for number, score in found.hits]


@pytest.mark.parametrize("selection", [{}, {"level": frozenset({"1", "3"}), "topic": frozenset({"quality"})}])
def test_it_finds_what_the_definition_finds(tmp_path: Path, selection: dict[str, frozenset[str]]) -> None:
    library = Library(tmp_path / "index", "layout")
    brought_up(library, documents())
    corpus, finder = Corpus(documents(), SYNONYMS), Finder(library)
    for text in queries():
        expected = corpus.search(text, selection)
        assert answers(finder, text, selection) == [(corpus.documents[n].path, score) for n, score in expected.hits], (
            text
        )
        found = finder.find(parse(text))
        assert (found.corrected, found.is_part) == (expected.corrected, expected.is_part), text
    finder.close()


def test_the_shards_read_back_find_it_too() -> None:
    corpus, reader = Corpus(documents(), SYNONYMS), ShardReader(encoded(documents(), SYNONYMS))
    for text in queries():
        if text and '"' not in text:
            expected = [(corpus.documents[n].path, score) for n, score in corpus.search(text, {}).hits]
            assert reader.find(parse(text)) == expected, text


def found_in(texts: dict[str, str], typed: str) -> list[str]:
    corpus = Corpus([Document(f"/{path}/", path, "", body=text) for path, text in texts.items()], Synonyms(()))
    return [corpus.documents[number].path for number, _ in corpus.search(f"{typed} ", {}).hits]


def test_a_word_typed_with_accents_finds_first_what_has_them() -> None:
    texts = {"plain": "reunion", "accents": "reuni\u00f3n", "both": "reuni\u00f3n reunion", "other": "reunir"}
    assert set(found_in(texts, "reuni\u00f3n")[:2]) == {"accents", "both"}
    assert found_in(texts, "reuni\u00f3n")[2:] == ["plain"]
    assert set(found_in(texts, "reunion")) == {"plain", "accents", "both"}
    assert set(found_in(texts, "REUNIO\u0301N")) == {"plain", "accents", "both"}


@pytest.mark.parametrize("typed", ["uddle", "juddle", "uhddle", "thuddle", "huddlers", "huddling", "huddel"])
def test_a_word_is_found_though_it_is_mistyped_or_has_another_ending(typed: str) -> None:
    assert found_in({"it": "huddle", "other": "meeting"}, typed) == ["it"]


def test_documents_with_all_words_come_first_but_for_long_questions() -> None:
    common = {f"c{n}": "one two three four five" for n in range(9)}
    texts = {**common, "all": "one two three four five six", "rare": "six seven " * 9}
    assert found_in(texts, "one two three four five six")[0] == "all"
    assert found_in({**texts, "all": f"{texts['all']} seven"}, "one two three four five six seven")[0] == "rare"


def test_a_phrase_is_looked_for_in_more_documents_until_enough_are_found() -> None:
    def asked(said: int, others: int) -> tuple[int, bool]:
        texts = ["flow chart " * 3 + "chart flow"] * others + ["flow chart is a chart"] * said
        rows = [
            Document(f"/{n}/", str(n), "", body=text.replace("flow chart", "flow, a chart") if n < others else text)
            for n, text in enumerate(texts)
        ]
        found = Corpus(rows, Synonyms(())).search('"flow chart" ', {})
        return len(found.hits), found.is_part

    assert asked(3, 20) == (3, False)
    assert asked(3, 60) == (3, False)
    assert asked(3, 120) == (0, True)
    assert asked(40, 0) == (32, True)


def test_a_word_that_no_page_has_changes_nothing_for_the_others() -> None:
    corpus = Corpus(documents(), SYNONYMS)
    assert corpus.search("team zzzzzz goals walk ", {}).hits == corpus.search("team goals walk ", {}).hits


def test_after_edits_it_is_as_one_made_anew(tmp_path: Path) -> None:
    library = Library(tmp_path / "index", "layout")
    first = documents()
    assert brought_up(library, first) == 120
    assert brought_up(library, first) == 0
    second = [*documents(130, seed=6)[:10], *first[10:100], *documents(130, seed=7)[120:]]
    assert brought_up(library, second) == 10 + 20 + 10
    corpus, finder = Corpus(second, SYNONYMS), Finder(library)
    for text in queries(40):
        expected = corpus.search(text, {})
        assert {path for path, _ in answers(finder, text, {})} == {corpus.documents[n].path for n, _ in expected.hits}
    finder.close()


def test_without_its_notes_the_index_is_asked_and_nothing_is_done_twice(tmp_path: Path) -> None:
    library = Library(tmp_path / "index", "layout")
    brought_up(library, documents())
    (tmp_path / "index" / STATE).unlink()
    assert brought_up(library, documents()) == 0
    assert (tmp_path / "index" / STATE).is_file()


# Whoosh leaves files open where it fails on them.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("pattern", ["*.seg", "*.toc"])
def test_a_damaged_index_is_made_anew(tmp_path: Path, pattern: str) -> None:
    library = Library(tmp_path / "index", "layout")
    brought_up(library, documents())
    for path in (tmp_path / "index").glob(pattern):
        path.write_bytes(b"no index")
    (tmp_path / "index" / STATE).unlink()
    assert brought_up(library, documents()) == 120
    finder = Finder(library)
    assert answers(finder, "huddle", {})
    finder.close()


def test_another_layout_is_another_index(tmp_path: Path) -> None:
    brought_up(Library(tmp_path / "index", "old"), documents())
    assert brought_up(Library(tmp_path / "index", "new"), documents()) == 120
