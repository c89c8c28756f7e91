"""The numbers that decide what a search finds and in which order: how much a typed word counts, and how far one looks.

They stand here alone. What is settled at build (weights of fields, BM25F's parameters) stands where it is worked out.
"""

EXACT_FACTOR = 4
"""What a stem counts that was typed."""

UNACCENTED_FACTOR = 2
"""What a stem counts that lacks the accents which were typed, where pages have them."""

COMPLETED_FACTOR = 3
"""What a stem counts whose words begin with what was typed, or end in another way."""

TERM_SHARE = 4
"""A facet term that words name adds one part of so many of what a word can count, for the pages that carry it."""

PLACES_WITH_TERM = 3
"""Where a name of a term alone was typed, one of so many first pages carries the term."""

ENDINGS = "ings?|ed|ers?|e?s|ly"
"""Endings, as a regular expression: they are cut off from a word that is unknown."""

MIN_LETTERS_BEFORE_ENDING = 3
"""How many letters are left where an ending is cut off, at least."""

MAX_SHORT_PREFIX = 3
"""Up to so many letters, a beginning stands for the most frequent words alone."""

MAX_COMPLETIONS = 4
"""How many words such a beginning stands for."""

MIN_LETTERS_SAME = 4
"""From so many letters on, a word of the same letters is certain to be meant: two were swapped, or one typed twice."""

MIN_LETTERS_MISTAKE = 5
"""From so many letters on, a word with one mistake may be meant; it is certain to be, if a letter was left out."""

MIN_LETTERS_CERTAIN = 8
"""From so many letters on, a word with one mistake is certain to be meant, or with two in its vowels; so are two words
that were typed as one.

With any other two it may be.
"""

MIN_LETTERS_CERTAIN_TWO = 10
"""From so many letters on, a word with two mistakes is certain to be meant."""

MIN_LETTERS_OF_PART = 2
"""How many letters each of two words has that were typed as one, at least."""

MIN_LETTERS_OF_LONGER_PART = 4
"""How many letters the longer of the two has, at least."""

MAX_TIERED_WORDS = 2
"""Queries of up to so many words show first the documents that have all of them."""

RANK_BASE = 5
"""A document's score is multiplied by this and its rank, -3 to 3."""

PHRASE_BATCH = 32
"""How many documents are read for a phrase at once, the best that have its words."""

ENOUGH_WITH_PHRASE = 10
"""While fewer than this have the phrase, the next batch is read."""

MAX_READ_FOR_PHRASE = 96
"""How many documents are read for a phrase, at most."""

MAX_QUERY_WORDS = 32
"""Of a longer query only the first different words count."""
