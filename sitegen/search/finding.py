"""Find the documents that a query asks for, over any index of stems: the order of the work, from words to rows."""

from sitegen.model import Record
from sitegen.search.lexicon import Lexicon, Meaning
from sitegen.search.named_pages import named_pages
from sitegen.search.scoring import Row, ranked
from sitegen.search.understanding import Understood, understand
from sitegen.search.words.analysis import fold
from sitegen.search.words.query import Query


class Finding(Record, frozen=True, kw_only=True):
    """What a query finds: rows, the best first; the query with corrected words, and what is told of them.

    `suggested` are (typed, may be meant) words: none if no document has all words of the query that they make.
    """

    query: Query
    meanings: list[Meaning]
    rows: list[Row]
    corrected: tuple[tuple[str, str], ...]
    suggested: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]


def find(lexicon: Lexicon, query: Query) -> Finding:
    """Find what a query asks for, before phrases and filters."""
    understood = understand(lexicon, query)
    return Finding(
        query=understood.query,
        meanings=understood.meanings,
        rows=_rows(lexicon, understood),
        corrected=understood.corrected,
        suggested=understood.suggested if _helps(lexicon, understood) else (),
        missing=understood.missing,
    )


def _rows(lexicon: Lexicon, understood: Understood) -> list[Row]:
    return ranked(lexicon, understood.meanings, named_pages(lexicon, understood.query))


def _helps(lexicon: Lexicon, understood: Understood) -> bool:
    """Whether a document has all known words of the query that the suggested words make."""
    if not understood.suggested:
        return False
    other = understand(
        lexicon, understood.query.with_words({fold(typed): other for typed, other in understood.suggested})
    )
    rows = _rows(lexicon, other)
    every = 0
    for row in rows:
        every |= row.bits
    return any(row.bits == every for row in rows if row.bits)
