"""Grade how hard English texts are to read: the Flesch-Kincaid grade level.

Source: J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, "Derivation of New Readability Formulas for Navy
Enlisted Personnel", Research Branch Report 8-75, 1975:

    grade = 0.39 x words / sentences + 11.8 x syllables / words - 15.59
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from sitegen.model import Record
from sitegen.overview.syllables import count_syllables

FEWEST_WORDS = 100
"""Texts with fewer words have no grade that says much: the samples of the formula have about as many."""

_FEWEST_OF_LINE = 8
_FEWEST_OF_HARD = 6
_CLOSING = "\"')]\u201d\u2019\u00bb"
_SENTENCE_END = re.compile(rf"(?<=[.!?\u2026])[{re.escape(_CLOSING)}]*\s+(?=[^a-z\s])")
_ENDS = re.compile(rf"[.!?:\u2026][{re.escape(_CLOSING)}]*$")
_ABBREVIATED = re.compile(
    r"[(\"'\u201c]*(?:Dr|Mr|Mrs|Ms|St|Jr|Sr|No|vs|Inc|etc|e\.g|i\.e|a\.m|p\.m|[A-Z]|(?:[A-Z]\.)+[A-Z])\."
)
_LETTERS = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_WEB = re.compile(r"://|@|^www\.")


class Sentence(Record, frozen=True):
    """A sentence as it stands, with how many words and syllables it has, at least one of each."""

    text: str
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        """Its own grade."""
        return grade(1, self.words, self.syllables)


class Reading(Record, frozen=True):
    """The grade of a text, how many words it has, and its hardest sentences, the hardest first."""

    grade: float
    words: int
    hardest: tuple[Sentence, ...]


def grade(sentences: int, words: int, syllables: int) -> float:
    """Return the Flesch-Kincaid grade level: years of school in the United States. Counts are at least 1."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def read(lines: Iterable[str], most_hard: int = 3) -> Reading | None:
    """Return the grade of the paragraphs of a text, one a line, or None where they have too few words."""
    sentences = [sentence for line in lines for sentence in sentences_of(line)]
    words = sum(sentence.words for sentence in sentences)
    if words < FEWEST_WORDS:
        return None
    hard = (sentence for sentence in sentences if sentence.words >= _FEWEST_OF_HARD)
    hardest = sorted(hard, key=lambda sentence: sentence.grade, reverse=True)[:most_hard]
    total = grade(len(sentences), words, sum(sentence.syllables for sentence in sentences))
    return Reading(total, words, tuple(hardest))


def sentences_of(line: str) -> list[Sentence]:
    """Return the sentences of a paragraph: none of a short line that does not end like one, such as a table's cell."""
    sentences = [_sentence(text) for text in _split(line.strip())]
    whole = [sentence for sentence in sentences if sentence.words]
    is_prose = _ENDS.search(line.rstrip()) or sum(sentence.words for sentence in whole) >= _FEWEST_OF_LINE
    return whole if is_prose else []


def _split(line: str) -> Iterator[str]:
    """Yield a paragraph in pieces that end after the marks of sentences; an abbreviation or an initial ends none."""
    start = 0
    for end in _SENTENCE_END.finditer(line):
        word = line[max(start, line.rfind(" ", start, end.start()) + 1) : end.start()]
        if not _ABBREVIATED.fullmatch(word):
            yield line[start : end.end()].rstrip()
            start = end.end()
    yield line[start:]


def _sentence(text: str) -> Sentence:
    counts = [_syllables_of(word) for word in text.split() if not _WEB.search(word)]
    known: Sequence[int] = [count for count in counts if count]
    return Sentence(text, len(known), sum(known))


def _syllables_of(word: str) -> int:
    """Return the syllables of a word between spaces: a number has one, a compound those of its parts, a sign none."""
    parts = _LETTERS.findall(word)
    if parts:
        return sum(map(count_syllables, parts))
    return 1 if any(map(str.isdigit, word)) else 0
