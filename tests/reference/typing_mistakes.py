"""Words that may be meant by a mistyped one, by looking at every word, as docs/search-format.md says."""

from collections.abc import Collection, Mapping

from sitegen.search.words.singular import singular


def correction(typed: str, frequencies: Mapping[str, int], names: Collection[str]) -> tuple[str, bool]:
    """Return the word that may be meant, empty if none, and whether it is certain to be.

    Frequencies are powers of two; `names` are words that no page has, unless they are in `frequencies` too.
    """
    size = len(typed)
    if has_digit(typed) or size < 4:
        return "", False
    known = dict.fromkeys(names, 0) | dict(frequencies)
    near = {word: _forms(typed, word) for word in known if not has_digit(word) and abs(len(word) - size) <= 4}
    ways = [
        (1, [word for word in near if word[0] == typed[0] or word in names]),
        (1, [word for word in near if word[-1] == typed[-1] or word in names] if size >= 5 else []),
        (2, [word for word in near if word[0] == typed[0] or word in names] if size >= 8 else []),
    ]
    for most, words in ways:
        meant = []
        for word in words:
            forms = [form for form, count in near[word].items() if count <= most]
            is_certain = any(_is_certain(typed, form, most) for form in forms)
            if is_certain or (forms and size >= 5):
                meant.append((not is_certain, -known[word], word))
        if meant:
            is_uncertain, _, word = min(meant)
            return word, not is_uncertain
    return "", False


def has_digit(word: str) -> bool:
    return any(letter in "0123456789" for letter in word)


def _forms(typed: str, word: str) -> dict[str, int]:
    """Return a word and its singular with their mistakes."""
    return {form: mistakes(typed, form) for form in (word, singular(word))}


def _is_certain(typed: str, form: str, most: int) -> bool:
    size = len(typed)
    if most == 2:
        return size >= 10 or [c for c in typed if c not in "aeiou"] == [c for c in form if c not in "aeiou"]
    is_slip = set(typed) == set(form) or 5 <= size < len(form)
    return size >= 8 or (typed[0] == form[0] and is_slip)


def mistakes(one: str, other: str) -> int:
    """Return the Damerau-Levenshtein distance: letters left out, put in, replaced, or two neighbors swapped once."""
    table = [[max(row, column) for column in range(len(other) + 1)] for row in range(len(one) + 1)]
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            is_swapped = one[max(0, row - 2) : row] == other[max(0, column - 2) : column][::-1]
            table[row][column] = min(
                table[row - 1][column] + 1,
                table[row][column - 1] + 1,
                table[row - 1][column - 1] + (one[row - 1] != other[column - 1]),
                table[row - 2][column - 2] + 1 if is_swapped and min(row, column) > 1 else row + column,
            )
    return table[-1][-1]
