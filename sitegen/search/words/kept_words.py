"""Words that are right as they are typed, though no page may have them: no search corrects them."""

from collections.abc import Iterable

from sitegen.model import Taxonomy
from sitegen.search.words.analysis import words
from sitegen.search.words.term_names import term_names


def kept_words(taxonomies: Iterable[Taxonomy], synonyms: Iterable[Iterable[str]]) -> frozenset[str]:
    """Return the folded words of the names of all terms and of all groups of synonyms."""
    of_names = {word for name in term_names(taxonomies) for word in name}
    return frozenset(of_names.union(*(words(text) for group in synonyms for text in group)) - {""})
