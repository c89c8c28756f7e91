"""Words that may be meant by a mistyped one, by looking at every word, as docs/search-format.md says."""

from collections.abc import Mapping


def corrections(typed: str, frequencies: Mapping[str, int]) -> list[str]:
    """Return the three most frequent words of the first way to mistype that has any; frequencies are powers of two."""
    near = {word: mistakes(typed, word) for word in frequencies if abs(len(word) - len(typed)) <= 2}
    ways = [
        [word for word, count in near.items() if count == 1 and word[0] == typed[0] and len(typed) >= 3],
        [word for word, count in near.items() if count == 1 and word[0] != typed[0] and len(typed) >= 4],
        [word for word, count in near.items() if count == 2 and word[0] == typed[0] and len(typed) >= 8],
    ]
    words = next(filter(None, ways), [])
    return sorted(words, key=lambda word: (-frequencies[word], word))[:3]


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
