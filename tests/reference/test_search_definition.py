"""The definition of search says what docs/search-format.md promises to readers."""

import pytest

from sitegen.search.documents import Document
from sitegen.search.words.synonyms import Synonyms
from tests.reference.search_definition import Corpus


def found_in(texts: dict[str, str], typed: str) -> list[str]:
    pages = [Document(url=f"/{path}/", path=path, title="", body=text) for path, text in texts.items()]
    corpus = Corpus(pages, Synonyms(()))
    return [corpus.documents[number].path for number, _ in corpus.search(f"{typed} ", {}).hits]


def test_a_word_typed_with_accents_finds_first_what_has_them() -> None:
    texts = {"plain": "reunion", "accents": "reuni\u00f3n", "both": "reuni\u00f3n reunion", "other": "reunir"}
    assert set(found_in(texts, "reuni\u00f3n")[:2]) == {"accents", "both"}
    assert found_in(texts, "reuni\u00f3n")[2:] == ["plain"]
    assert set(found_in(texts, "reunion")) == {"plain", "accents", "both"}
    assert set(found_in(texts, "REUNIO\u0301N")) == {"plain", "accents", "both"}


@pytest.mark.parametrize("typed", ["hudle", "hhuddle", "huddlers", "huddling", "huddel", "hudlde"])
def test_a_word_is_found_though_it_is_mistyped_or_has_another_ending(typed: str) -> None:
    assert found_in({"it": "huddle", "other": "meeting"}, typed) == ["it"]


@pytest.mark.parametrize("typed", ["uddle", "juddle", "uhddle", "thuddle", "hundle"])
def test_what_is_not_certain_is_offered(typed: str) -> None:
    corpus = Corpus([Document(url="/", path="it", title="", body="huddle")], Synonyms(()))
    answer = corpus.search(f"{typed} ", {})
    assert (answer.hits, answer.suggested) == ((), ((typed, "huddle"),))


def test_nothing_is_offered_that_no_page_has_together_with_the_other_words() -> None:
    pages = [Document(url="/", path=text, title="", body=text) for text in ("jacket", "kind words", "kind flowers")]
    corpus = Corpus(pages, Synonyms(()))
    assert corpus.search("jacked words ", {}).suggested == ()
    assert corpus.search("jacked ", {}).suggested == (("jacked", "jacket"),)


def test_documents_with_all_words_come_first_but_for_long_questions() -> None:
    common = {f"c{n}": "one" for n in range(9)}
    texts = {**common, "all": f"one two {'word ' * 40}", "rare": "two three " * 9}
    assert found_in(texts, "one two")[0] == "all"
    assert found_in({**texts, "all": f"{texts['all']} three"}, "one two three")[0] == "rare"


def test_a_phrase_is_looked_for_in_more_documents_until_enough_are_found() -> None:
    def asked(said: int, others: int) -> tuple[int, bool]:
        texts = ["flow, a chart " * 3 + "chart flow"] * others + ["flow chart is a chart"] * said
        rows = [Document(url=f"/{n}/", path=str(n), title="", body=text) for n, text in enumerate(texts)]
        answer = Corpus(rows, Synonyms(())).search('"flow chart" ', {})
        return len(answer.hits), answer.is_part

    assert asked(3, 20) == (3, False)
    assert asked(3, 60) == (3, False)
    assert asked(3, 120) == (0, True)
    assert asked(40, 0) == (32, True)


def test_a_word_that_no_page_has_changes_nothing_for_the_others() -> None:
    texts = ("team goals", "goals walk", "team walk team", "goals", "quality")
    pages = [Document(url="/", path=str(n), title="", body=text) for n, text in enumerate(texts)]
    corpus = Corpus(pages, Synonyms(()))
    assert len(corpus.search("team goals walk ", {}).hits) == 4
    assert corpus.search("team zzzzzz goals walk ", {}).hits == corpus.search("team goals walk ", {}).hits
