"""An index of stems, as a search asks it: the staff's, or the readers' shards read back."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from sitegen.search.corrections import WordFrequencies


class Lexicon(Protocol):
    """An index, by stem."""

    def roots(self, word: str) -> list[str]:
        """Return the stems that a folded word is held by, or the word where it is a stem itself.

        Empty where no document has it. A word of Spanish and English pages has two.
        """

    def is_stem(self, root: str) -> bool:
        """Whether any document has a stem."""

    def is_kept(self, word: str) -> bool:
        """Whether an unknown folded word is right as it is: a word of a term's name or of a group of synonyms."""

    def idf(self, root: str) -> int:
        """Return the idf of a stem that a document has."""

    def scores(self, root: str) -> Iterator[tuple[int, int]]:
        """Yield (document number, idf times impact) of the documents that have a stem."""

    def starting(self, start: str) -> list[str]:
        """Return the words that begin so."""

    def ending(self, end: str) -> list[str]:
        """Return the words that end so."""

    def frequent(self, words: Iterable[str]) -> WordFrequencies:
        """Return how frequent words are, without those that no document has."""

    def rank(self, number: int) -> int:
        """Return the rank of a document that `impacts` has yielded."""

    def tie_break(self, number: int) -> Any:
        """Return the key by which documents of one score are sorted."""


class Meaning(NamedTuple):
    """What a typed word stands for: stems with their factors, how often it was typed, and the words that gave them."""

    stems: dict[str, int]
    weight: int
    words: tuple[str, ...]
