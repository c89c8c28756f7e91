"""The staff's search: what was typed and chosen, to results as text or JSON."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sitegen.building import Choices
from sitegen.errors import UsageError, suggest
from sitegen.library import Opened, open_library
from sitegen.model import Config, Taxonomy
from sitegen.text import fold

if TYPE_CHECKING:
    from rich.text import Text as RichText

    from sitegen.search.excerpts import Segment

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
    """What a search gave: how many pages, the first of them, words used in place of typed ones, filters to offer."""

    query: str
    total: int
    results: list[Shown]
    corrected: tuple[tuple[str, str], ...] = ()
    offers: tuple[tuple[str, str, str], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Give it as the object of `--json`."""
        rows = [{"url": r.url, "title": r.title, "summary": r.summary, "score": r.score} for r in self.results]
        return {"query": self.query, "total": self.total, "results": rows}


def run(choices: Choices, words: Sequence[str], limit: int, say: Callable[[str], None], *, as_json: bool) -> int:
    """Answer a search on the command line; gives the exit code."""
    text, chosen = split_words(words)
    if not text.strip() and not chosen:
        raise UsageError("there is nothing to search for", hint="type words: python3 build.py search huddle")
    answer = search(choices, text, chosen, limit)
    if as_json:
        say(json.dumps(answer.as_dict(), ensure_ascii=False))
    else:
        _print(answer)
    return 0


def split_words(words: Sequence[str]) -> tuple[str, list[tuple[str, str]]]:
    """Part typed words from facet options: `huddle --topic quality` is ("huddle", [("topic", "quality")]).

    Raises UsageError for an option without a value.
    """
    plain, chosen = [], []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if not word.startswith("--"):
            plain.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        if not equals:
            if not rest or rest[0].startswith("--"):
                raise UsageError(f"--{name} needs a term", hint=f"write it as --{name} TERM")
            value = rest.pop(0)
        chosen.append((name, value))
    return " ".join(plain), chosen


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
    from sitegen.search.analysis import stem
    from sitegen.search.excerpts import excerpt, marked
    from sitegen.search.finding import Finder
    from sitegen.search.query import names_of, parse

    query = parse(text, names_of(opened.config.taxonomies))
    finder = Finder(opened.library)
    try:
        selection = selected(opened.config, chosen, finder.terms)
        found = finder.find(query, selection)
        roots = {stem(word) for word in found.words}
        results = []
        for number, score in found.hits[:limit]:
            kept = finder.kept(number)
            title, summary = marked(kept.title, roots), marked(kept.summary, roots)
            has_all = roots <= {stem(w) for s, hit in (*title, *summary) if hit for w in [s.lower()]}
            text = kept.text.partition("\n")[2].partition("\n")[2]  # title and summary stand above
            lines = [] if has_all else excerpt(text, roots)
            shown = Shown(kept.url, kept.path, kept.title, kept.summary, score, title, summary, lines)
            results.append(shown)
    finally:
        finder.close()
    offers = tuple((o.facet, o.term, o.label) for o in query.offers if o.term not in selection.get(o.facet, ()))
    return Answer(text, found.total, results, found.corrected, offers)


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


def _print(answer: Answer) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for typed, used in answer.corrected:
        console.print(Text(f'No page has "{typed}": showing results for "{used}".'))
    if answer.offers:
        options = ", ".join(f"--{facet} {term} ({label})" for facet, term, label in answer.offers)
        console.print(Text(f"To narrow it: {options}"))
    for number, result in enumerate(answer.results, 1):
        line = _styled(result.marked_title, "bold")
        console.print(Text(f"{number:>3}. ").append_text(line).append(f"  {result.url}", style="cyan"))
        for segments in (result.marked_summary, result.excerpt):
            if segments:
                console.print(Text("     ").append_text(_styled(segments, "")))
    pages = "1 page" if answer.total == 1 else f"{answer.total:,} pages"
    more = f", the first {len(answer.results)} shown" if answer.total > len(answer.results) else ""
    console.print(Text(f"{pages}{more}." if answer.total else "No page has these words.", style="dim"))


def _styled(segments: "list[Segment]", style: str) -> "RichText":
    from rich.text import Text

    text = Text(style=style)
    for part, is_hit in segments:
        text.append(part, style="bold yellow" if is_hit else "")
    return text
