"""What somebody typed and chose, to the pages of a site with their words highlighted."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.errors import UsageError, suggest
from sitegen.model import Taxonomy
from sitegen.search.staff.searcher import Searcher
from sitegen.search.staff.whoosh_index import StaffIndex
from sitegen.search.words.excerpts import Segment, excerpt, highlight
from sitegen.search.words.query import parse
from sitegen.search.words.stems import stem
from sitegen.search.words.term_names import Offer, term_names
from sitegen.text import fold, fold_term, term_slug

OpenTerms = Callable[[str], Iterable[str]]
"""Returns the terms of a taxonomy with an open vocabulary, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """One result: a page, its score, and its title, summary and text cut in runs that match and runs that do not.

    `excerpt` is empty where title and summary have all words.
    """

    url: str
    path: str
    title: str
    summary: str
    score: int
    title_segments: list[Segment]
    summary_segments: list[Segment]
    excerpt: list[Segment]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a search found: how many pages, the first of them, (typed, used instead) words, filters to offer.

    `suggested` are (typed, may be meant) words, `missing` those that no page has. With `is_part` there may be more
    pages than `total`: not all that have the words of a phrase were read for it.
    """

    query: str
    total: int
    results: list[FoundPage]
    corrected: tuple[tuple[str, str], ...] = ()
    offers: tuple[Offer, ...] = ()
    is_part: bool = False
    suggested: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the object that `--json` prints."""
        rows = [{"url": r.url, "title": r.title, "summary": r.summary, "score": r.score} for r in self.results]
        return {"query": self.query, "total": self.total, "results": rows}


def answer(
    index: StaffIndex,
    taxonomies: Sequence[Taxonomy],
    text: str,
    chosen: Iterable[tuple[str, str]],
    limit: int,
    *,
    kept: Collection[str] = frozenset(),
) -> Answer:
    """Answer a typed text, among the pages that have the chosen (facet, term) pairs; at most `limit` are returned.

    Words of `kept` are not corrected. Raises UsageError for a facet or a term that the site does not have, and what
    Whoosh raises on a damaged index.
    """
    query = parse(text, term_names(taxonomies))
    searcher = Searcher(index, frozenset(kept))
    try:
        selection = selected(taxonomies, chosen, searcher.terms)
        matches = searcher.search(query, selection)
        roots = {stem(word) for word in matches.words}
        results = [_found_page(searcher, number, score, roots) for number, score in matches.hits[:limit]]
    finally:
        searcher.close()
    return Answer(
        query=text,
        total=matches.total,
        results=results,
        corrected=matches.corrected,
        offers=tuple(offer for offer in matches.offers if offer.term not in selection.get(offer.facet, ())),
        is_part=matches.is_part,
        suggested=matches.suggested,
        missing=matches.missing,
    )


def _found_page(searcher: Searcher, number: int, score: int, roots: Collection[str]) -> FoundPage:
    page = searcher.stored(number)
    title, summary = highlight(page.title, roots), highlight(page.summary, roots)
    shown = {stem(text.lower()) for text, is_hit in (*title, *summary) if is_hit}
    below = page.text.partition("\n")[2].partition("\n")[2]  # title and summary stand above
    return FoundPage(
        url=page.url,
        path=page.path,
        title=page.title,
        summary=page.summary,
        score=score,
        title_segments=title,
        summary_segments=summary,
        excerpt=[] if shown.issuperset(roots) else excerpt(below, roots),
    )


def selected(
    taxonomies: Sequence[Taxonomy], chosen: Iterable[tuple[str, str]], open_terms: OpenTerms
) -> dict[str, set[str]]:
    """Return the selection, term ids by taxonomy id, that (facet, term) pairs as typed mean.

    Raises UsageError for a facet or a term that the site does not have.
    """
    by_id = {taxonomy.id: taxonomy for taxonomy in taxonomies}
    selection: dict[str, set[str]] = {}
    for name, value in chosen:
        taxonomy = by_id.get(name)
        if taxonomy is None:
            hint = suggest(name, by_id) or f"use one of these: {', '.join(by_id)}"
            raise UsageError(f'this site has no filter "{name}"', hint=hint)
        selection.setdefault(name, set()).add(_term_id(taxonomy, value, open_terms))
    return selection


def _term_id(taxonomy: Taxonomy, value: str, open_terms: OpenTerms) -> str:
    """Return the id of the term that a typed value means: an id, a label, or another word for it."""
    spellings: dict[str, str] = {}
    words = [(word, term.id) for term in taxonomy.terms for word in (term.id, term.label, *term.also)]
    for folding in (fold_term, fold):
        for word, term in words:
            spellings.setdefault(folding(word), term)
    if taxonomy.is_open:
        spellings = {term: term for term in open_terms(taxonomy.id)}
    typed = (term_slug(value),) if taxonomy.is_open else (fold_term(value), fold(value))
    term_id = next((spellings[key] for key in typed if key in spellings), None)
    if term_id is None:
        ids = sorted(set(spellings.values())) if taxonomy.is_open else [term.id for term in taxonomy.terms]
        hint = suggest(value, spellings) or f"use one of these: {', '.join(ids)}"
        raise UsageError(f'{taxonomy.label} has no term "{value}"', hint=hint)
    return term_id
