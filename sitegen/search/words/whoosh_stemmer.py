"""Porter's stemmer, as Whoosh has it: all that is used of Whoosh outside the staff's index."""

from whoosh.lang.porter import stem


def porter_stem(word: str) -> str:
    """Return the stem of a word of small Latin letters. A stem begins with the letter that its word begins with."""
    root: str = stem(word)
    return root
