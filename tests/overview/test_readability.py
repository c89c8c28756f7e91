"""The Flesch-Kincaid grade: worked examples, whose arithmetic stands here, and how sentences are divided."""

import pytest

from sitegen.overview.readability import FEWEST_WORDS, grade, read, sentences_of

CAT = "The cat sat on the mat."
PASSAGE = "This sentence, taken as a reading passage unto itself, is being used to prove a point."
PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."


def counts(line: str) -> list[tuple[int, int]]:
    """Return (words, syllables) of each sentence."""
    return [(sentence.words, sentence.syllables) for sentence in sentences_of(line)]


@pytest.mark.parametrize(
    ("sentence", "words", "syllables", "expected", "published_ease"),
    [
        # The-cat-sat-on-the-mat: 6 words of 1 syllable.
        # 0.39 x 6 / 1 = 2.34; 11.8 x 6 / 6 = 11.8; 2.34 + 11.8 - 15.59 = -1.45
        (CAT, 6, 6, -1.45, 116),
        # The Aus-tra-lian plat-y-pus is seem-ing-ly a hy-brid of a mam-mal and rep-til-ian crea-ture:
        # 1+3+3+1+3+1+2+1+1+2+1+3+2 = 24 in 13 words.
        # 0.39 x 13 / 1 = 5.07; 11.8 x 24 / 13 = 21.784615...; 5.07 + 21.784615 - 15.59 = 11.264615...
        (PLATYPUS, 13, 24, 11.264615, 37.5),
        # This sen-tence, tak-en as a read-ing pas-sage un-to it-self, is be-ing used to prove a point:
        # 1+2+2+1+1+2+2+2+2+1+2+1+1+1+1+1 = 23 in 16 words.
        # 0.39 x 16 / 1 = 6.24; 11.8 x 23 / 16 = 16.9625; 6.24 + 16.9625 - 15.59 = 7.6125
        (PASSAGE, 16, 23, 7.6125, 69),
    ],
)
def test_published_examples_have_their_counts_and_the_grade_of_the_formula(
    sentence: str, words: int, syllables: int, expected: float, published_ease: float
) -> None:
    """English Wikipedia, "Flesch-Kincaid readability tests", gives the reading ease of these sentences.

    It is 206.835 - 1.015 x words / sentences - 84.6 x syllables / words, from the same counts as the grade.
    """
    assert counts(sentence) == [(words, syllables)]
    assert sentences_of(sentence)[0].grade == pytest.approx(expected, abs=1e-6)
    assert 206.835 - 1.015 * words - 84.6 * syllables / words == pytest.approx(published_ease, abs=0.2)


def test_a_text_is_graded_over_all_its_sentences() -> None:
    # 10 x 6 + 4 x 13 = 112 words in 14 sentences, 10 x 6 + 4 x 24 = 156 syllables.
    # 0.39 x 112 / 14 = 3.12; 11.8 x 156 / 112 = 16.435714...; 3.12 + 16.435714 - 15.59 = 3.965714...
    reading = read([*[CAT] * 10, f"{PLATYPUS} {PLATYPUS}", *[PLATYPUS] * 2])
    assert reading is not None
    assert reading.grade == pytest.approx(3.965714, abs=1e-6)
    assert reading.words == 112
    assert [sentence.text for sentence in reading.hardest] == [PLATYPUS] * 3
    assert grade(14, 112, 156) == reading.grade


def test_a_text_of_few_words_has_no_grade() -> None:
    line = " ".join(["word"] * (FEWEST_WORDS - 1))
    assert read([line]) is None
    assert read([f"{line} more"])


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("We met. We talked! Did it help? Yes.", ["We met.", "We talked!", "Did it help?", "Yes."]),
        ("He said: \u201cIt works.\u201d Then we left.", ["He said: \u201cIt works.\u201d", "Then we left."]),
        ("Dr. J. Smith came at 7 a.m. to St. Luke's.", ["Dr. J. Smith came at 7 a.m. to St. Luke's."]),
        ("In the U.S. Labor Day is a holiday.", ["In the U.S. Labor Day is a holiday."]),
        ("It took 3.5 days, vs. 4.2 before.", ["It took 3.5 days, vs. 4.2 before."]),
        ("It rose \u2026 and fell. 12 teams joined.", ["It rose \u2026 and fell.", "12 teams joined."]),
        ("Bring the charter", []),
        (
            "Bring the charter and a pen to each of the meetings",
            ["Bring the charter and a pen to each of the meetings"],
        ),
        ("What you need:", ["What you need:"]),
        ("", []),
        ("...", []),
    ],
)
def test_sentences_end_at_their_marks(line: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in sentences_of(line)] == sentences


def test_a_long_row_of_initials_takes_no_long_time() -> None:
    line = "A. " * 200_000
    assert counts(line) == [(200_000, 200_000)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # num-bers and signs: a number is a word of one syllable, a sign none.
        ("We saved 1,200 hours \u2014 50% of them.", (7, 7)),
        # A com-pound is one word: un-ion + man-age-ment, 5 syl-la-bles.
        ("Use union-management talks.", (3, 1 + 5 + 1)),
        ("Write to us@example.org or see https://example.org/ now.", (5, 5)),
        ("UBTs meet.", (2, 4)),
        ("It\u2019s Ana\u2019s.", (2, 1 + 2)),
    ],
)
def test_words_are_what_stands_between_spaces(line: str, expected: tuple[int, int]) -> None:
    assert counts(line) == [expected]
