"""Find the terms of the site in what a source says: in values behind labels, and in its title and text."""

import re
from collections.abc import Iterator

from sitegen.catalog.taxonomy import Vocabulary, make_vocabulary, term_of
from sitegen.catalog.unknown_terms import unknown_hint
from sitegen.importing.import_records import FieldValue, Notes
from sitegen.model import Config, Taxonomy

_PARTS = re.compile(r"\s*(?:[,;|\u2022]|\band\b|&|/)\s*")
_LISTED = re.compile(r"\s*[,;|\u2022]\s*")
_SHORTEST_ANY_CASE = 4
_FEWEST_IN_TEXT = {"regions": 1, "departments": 2, "topics": 3}
"""How often the text must name a term for it to be a guess, by field; terms of other fields stand behind labels."""

_IN_TITLE = frozenset({"regions", "departments", "topics", "team_levels"})


class SiteVocabulary:
    """The vocabularies of a site, by front-matter field, with patterns that find their words in a text."""

    def __init__(self, config: Config) -> None:
        self._words = {one.field: make_vocabulary(one) for one in config.taxonomies}
        self._patterns = {
            one.field: list(_patterns_of(one))
            for one in config.taxonomies
            if one.field in _IN_TITLE and not one.is_open
        }

    def field_of(self, field: str, text: str, label: str, notes: Notes) -> FieldValue | None:
        """Return the terms that a value behind a label means; what means none is asked about, and left out."""
        words = self._words.get(field)
        if words is None:
            notes.leave_out(f'this site has no field for "{label}"', text)
            return None
        terms, unknown = _terms_of(text, words)
        for value in unknown:
            notes.leave_out(f'unknown {words.label.lower()} behind "{label}"', value)
            notes.ask(
                f'"{value}", behind "{label}", is no {words.label.lower()} of this site', unknown_hint(value, words)
            )
        return FieldValue(field, terms, "certain", f'"{label}: {text}" says so') if terms else None

    def fields_in(self, title: str, text: str) -> Iterator[FieldValue]:
        """Yield fields whose terms the title names, which is likely, or the text often enough, which is a guess."""
        for field, patterns in self._patterns.items():
            if in_title := tuple(dict.fromkeys(term for term, pattern in patterns if pattern.search(title))):
                yield FieldValue(field, in_title, "likely", "the title says so")
            elif fewest := _FEWEST_IN_TEXT.get(field):
                counts: dict[str, int] = {}
                for term, pattern in patterns:
                    counts[term] = counts.get(term, 0) + len(pattern.findall(text))
                often = tuple(term for term, count in counts.items() if count >= fewest)
                if often:
                    yield FieldValue(field, often, "guess", "the text names it")

    def knows(self, field: str) -> bool:
        """Return whether the site has a filter of this field."""
        return field in self._words

    def first_term(self, field: str) -> str:
        """Return the first term of a field; empty where there is none."""
        words = self._words.get(field)
        return next(iter(words.ids.values()), "") if words else ""


def _terms_of(text: str, words: Vocabulary) -> tuple[tuple[str, ...], list[str]]:
    """Return the terms that a value lists, each once, and the parts that mean none."""
    terms: list[str] = []
    unknown: list[str] = []
    for listed in filter(None, _LISTED.split(text.strip(" ."))):
        if term := _term(listed, words):
            terms.append(term)
            continue
        parts = [part for part in _PARTS.split(listed) if part]
        known = [_term(part, words) for part in parts]
        terms += [term for term in known if term]
        unknown += [part for part, term in zip(parts, known, strict=True) if not term]
    return tuple(dict.fromkeys(terms)), unknown


def _term(text: str, words: Vocabulary) -> str:
    """Return the term of a word, in the singular or plural; empty where it means none."""
    candidates = [text, re.sub(r"ies$", "y", text), re.sub(r"s$", "", text), f"{text}s", re.sub(r"s\b", "", text)]
    plain = re.sub(r"^(?:all|and|the|for)\s+", "", text, flags=re.IGNORECASE)
    return next((term for word in (*candidates, plain) if word and (term := term_of(word, words))), "")


def _patterns_of(taxonomy: Taxonomy) -> Iterator[tuple[str, re.Pattern[str]]]:
    for term in taxonomy.terms:
        words = [term.label] if taxonomy.field == "topics" else [term.label, *term.also]
        for word in words:
            is_short = len(word) < _SHORTEST_ANY_CASE or word.isupper()
            if is_short and len(word) < 3:  # noqa: PLR2004 - CO and NW stand in too many other words
                continue
            yield term.id, re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", 0 if is_short else re.IGNORECASE)
