"""Queries as people might type them, made up from the words of a corpus; and the documents of a built site."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.building import Choices, place_of
from sitegen.engine.snapshot import Snapshot
from sitegen.model import Taxonomy
from sitegen.search.documents import Document
from sitegen.search.words.term_names import Names, term_names
from sitegen.site.search.index_parts import search_facets
from sitegen.site.search.indexed_pages import search_document, search_synonyms
from tests.site.shipped import Shipped

UNKNOWN = "qzxkvjwq"
"""Neither a word of a corpus nor near to one."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"

ACCENTS = str.maketrans("aeiou", "\u00e1\u00e9\u00ed\u00f3\u00fa")


class Asked(NamedTuple):
    """A text, facets with the terms selected in each, and whether the last word may go on."""

    text: str
    selection: dict[str, list[str]]
    prefix: bool


def documents_of(site: Shipped) -> tuple[list[Document], tuple[tuple[str, ...], ...]]:
    """Return the documents of a site that was built, and its synonyms."""
    place = place_of(Choices(site=site.root, out=site.out))
    snapshot = Snapshot.open(place.store, place.salt)
    assert snapshot is not None
    with snapshot:
        documents = [document for _, document in snapshot.values(search_document) if document is not None]
        return documents, snapshot.value(search_synonyms) or ()


def facets_of(site: Shipped) -> tuple[Taxonomy, ...]:
    """Return all taxonomies of a site that was built, with their terms."""
    place = place_of(Choices(site=site.root, out=site.out))
    snapshot = Snapshot.open(place.store, place.salt)
    assert snapshot is not None
    with snapshot:
        return snapshot.value(search_facets) or ()


def names_of(site: Shipped) -> Names:
    """Return the names of the facet terms of a site that was built."""
    return term_names(facets_of(site))


def asked(documents: Sequence[Document], count: int, names: Names, seed: int = 4) -> Iterator[Asked]:
    """Yield queries of a few words, with and without filters, prefixes, mistakes, phrases, titles, names of terms."""
    chance = random.Random(seed)  # noqa: S311 - made-up queries, no secret
    spoken = [*names, *(f"{term.label}s" for terms in names.values() for term in terms)]
    terms = sorted({(facet, term) for one in documents for facet, all_of in one.terms.items() for term in all_of})
    for _ in range(count):
        document = chance.choice(documents)
        pool = [word for word in f"{document.title} {document.body} {document.summary}".split() if word.isalpha()]
        words = [chance.choice(pool or ["team"]) for _ in range(chance.randint(1, 4))]
        words = _changed(words, document, chance)
        if chance.random() < 0.2:
            words = _named(words, document, spoken, chance)
        selection: dict[str, list[str]] = {}
        for _ in range(chance.choice((0, 0, 1, 2, 3)) if terms else 0):
            facet, term = chance.choice(terms)
            selection.setdefault(facet, []).append(term)
        yield Asked(" ".join(words), selection, chance.random() < 0.8)


def _changed(words: list[str], document: Document, chance: random.Random) -> list[str]:
    """Words as people type them: mistyped, cut off, quoted, asked."""
    dice = chance.random()
    if dice < 0.15:
        words[-1] = _mistyped(words[-1], chance)
    elif dice < 0.3:
        words[0] = _odd(words[0], chance)
    elif dice < 0.5:
        words[-1] = words[-1][: chance.randint(2, 6)]
    elif dice < 0.65:
        words = [f'"{_phrase(document, chance)}"', *words[: chance.randint(0, 1)]]
    elif dice < 0.7:
        words = ["how do i", *words, "?"]
    elif dice < 0.77:
        words.insert(chance.randint(0, len(words)), UNKNOWN)
    return words


def _named(words: list[str], document: Document, names: Sequence[str], chance: random.Random) -> list[str]:
    """Return a whole title, or names of facet terms, alone or beside a word."""
    if not names or chance.random() < 0.3:
        return [chance.choice([document.title, document.title.upper(), *document.names])]
    return [*chance.choices(names, k=chance.randint(1, 2)), *chance.choice(([], ["the"], words[:1]))]


def _odd(word: str, chance: random.Random) -> str:
    """Another ending, accents, or a mistake in the first letter."""
    ways = [word.rstrip("s") + ending for ending in ("ing", "ed", "s", "ers", "ly")]
    ways += [word.translate(ACCENTS)] * 5
    ways += [word[1:], "j" + word[1:], "j" + word, word[1::-1] + word[2:]]
    return chance.choice(ways)


def _mistyped(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + chance.choice(LETTERS) + word[at:],
            word[:at] + chance.choice(LETTERS) + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        ]
    )


def _phrase(document: Document, chance: random.Random) -> str:
    words = chance.choice([line for line in document.body.split("\n") if line] or [document.title]).split()
    at = chance.randrange(len(words))
    return " ".join(words[at : at + chance.randint(2, 3)]).replace('"', "")
