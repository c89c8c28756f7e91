"""Words that are right as they are typed, though no page may have them: no search corrects them."""

from collections.abc import Iterable

from sitegen.model import Taxonomy
from sitegen.search.words.analysis import words


def kept_words(taxonomies: Iterable[Taxonomy], synonyms: Iterable[Iterable[str]]) -> frozenset[str]:
    """Return the folded words of the names of all terms and of all groups of synonyms."""
    of_terms = (text for one in taxonomies for term in one.terms for text in (term.label, term.id, *term.also))
    of_groups = (text for group in synonyms for text in group)
    return frozenset(word for text in (*of_terms, *of_groups) for word in words(text)) - {""}
