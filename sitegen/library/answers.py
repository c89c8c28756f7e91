"""What somebody typed and chose, to the pages of a site with their words marked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sitegen.building import Choices
from sitegen.errors import UsageError, suggest
from sitegen.library.keeping import Opened, open_library
from sitegen.model import Config, Taxonomy
from sitegen.text import fold

if TYPE_CHECKING:
    from sitegen.search.words.excerpts import Segment

LIMIT = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """One result: a page, its score, and its title, summary and text cut in runs that match and runs that do not."""

    url: str
    path: str
    title: str
    summary: str
    score: int
    marked_title: "list[Segment]" = field(default_factory=list)
    marked_summary: "list[Segment]" = field(default_factory=list)
    excerpt: "list[Segment]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search gave: how many pages, the first of them, words used in place of typed ones, filters to offer.

    With `is_part` there may be more pages than `total`: not all that have the words of a phrase were read for it.
    """

    query: str
    total: int
    results: list[Shown]
    corrected: tuple[tuple[str, str], ...] = ()
    offers: tuple[tuple[str, str, str], ...] = ()
    is_part: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Give it as the object of `--json`."""
        rows = [{"url": r.url, "title": r.title, "summary": r.summary, "score": r.score} for r in self.results]
        return {"query": self.query, "total": self.total, "results": rows}


def search(choices: Choices, text: str, chosen: Iterable[tuple[str, str]] = (), limit: int = LIMIT) -> Answer:
    """Answer a typed text, among the pages that have the chosen (facet, term) pairs.

    Raises UsageError for a facet or a term that the site does not have.
    """
    opened = open_library(choices)
    try:
        return _answer(opened, text, chosen, limit)
    except UsageError:
        raise
    except Exception:  # noqa: BLE001 - whatever Whoosh makes of damaged files: the index is made anew, once
        opened.library.discard()
        return _answer(open_library(choices), text, chosen, limit)


def _answer(opened: Opened, text: str, chosen: Iterable[tuple[str, str]], limit: int) -> Answer:
    from sitegen.search.staff.searcher import Searcher
    from sitegen.search.words.analysis import stem
    from sitegen.search.words.excerpts import excerpt, highlight
    from sitegen.search.words.query import parse, term_names

    query = parse(text, term_names(opened.config.taxonomies))
    searcher = Searcher(opened.library)
    try:
        selection = selected(opened.config, chosen, searcher.terms)
        found = searcher.search(query, selection)
        roots = {stem(word) for word in found.words}
        results = []
        for number, score in found.hits[:limit]:
            stored = searcher.stored(number)
            title, summary = highlight(stored.title, roots), highlight(stored.summary, roots)
            has_all = roots <= {stem(w) for s, hit in (*title, *summary) if hit for w in [s.lower()]}
            rest = stored.text.partition("\n")[2].partition("\n")[2]  # title and summary stand above
            lines = [] if has_all else excerpt(rest, roots)
            shown = Shown(stored.url, stored.path, stored.title, stored.summary, score, title, summary, lines)
            results.append(shown)
    finally:
        searcher.close()
    offers = tuple((o.facet, o.term, o.label) for o in query.offers if o.term not in selection.get(o.facet, ()))
    return Answer(text, found.total, results, found.corrected, offers, found.is_part)


def selected(config: Config, chosen: Iterable[tuple[str, str]], terms: Any) -> dict[str, set[str]]:
    """Give the selection that (facet, term) pairs as typed mean; `terms(facet)` gives those of an open vocabulary.

    Raises UsageError for a facet or a term that the site does not have.
    """
    known = {taxonomy.id: taxonomy for taxonomy in config.taxonomies}
    selection: dict[str, set[str]] = {}
    for name, value in chosen:
        taxonomy = known.get(name)
        if taxonomy is None:
            hint = suggest(name, known) or f"use one of these: {', '.join(known)}"
            raise UsageError(f'this site has no filter "{name}"', hint=hint)
        selection.setdefault(name, set()).add(_term(taxonomy, value, terms))
    return selection


def _term(taxonomy: Taxonomy, value: str, terms: Any) -> str:
    spellings: dict[str, str] = {}
    for term in taxonomy.terms:
        for word in (term.id, term.label, *term.also):
            spellings.setdefault(fold(word), term.id)
    if taxonomy.is_open:
        spellings = {term: term for term in terms(taxonomy.id)}
    found = spellings.get(fold(value))
    if found is None:
        ids = sorted(set(spellings.values())) if taxonomy.is_open else [term.id for term in taxonomy.terms]
        hint = suggest(value, spellings) or f"use one of these: {', '.join(ids)}"
        raise UsageError(f'{taxonomy.label} has no term "{value}"', hint=hint)
    return found
