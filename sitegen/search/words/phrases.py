"""Whether a text says a phrase."""

from collections.abc import Sequence

from sitegen.search.words.analysis import words


def has_phrase(text: str, phrase: Sequence[str]) -> bool:
    """Whether a line of a text has the folded words of a phrase one after the other."""
    size, wanted = len(phrase), tuple(phrase)
    for line in text.split("\n"):
        said = tuple(filter(None, words(line)))
        if any(said[at : at + size] == wanted for at in range(len(said) - size + 1)):
            return True
    return False
