// Which words may be meant by an unknown one: the same as sitegen/search/corrections.py.

/**
 * Whether at most so many letters are wrong: left out, put in, another, or two swapped.
 * @param {string} one @param {string} other @param {number} mistakes
 * @returns {boolean}
 */
function isNear(one, other, mistakes) {
  const [rest, otherRest] = [one.slice(1), other.slice(1)];
  if (one[0] === other[0]) return one === other || isNear(rest, otherRest, mistakes);
  if (!mistakes) return false;
  const left = mistakes - 1;
  const isSwapped = one[0] === other[1] && one[1] === other[0] && isNear(rest.slice(1), otherRest.slice(1), left);
  return isSwapped || isNear(rest, otherRest, left) || isNear(rest, other, left) || isNear(one, otherRest, left);
}

/**
 * Find the words that may be meant, the most frequent of those with the fewest mistakes.
 * @param {string} typed @param {() => Promise<string[]>} sameStart those with its first letter, the most frequent first
 * @param {() => Promise<string[]>} sameEnd those with its last one @param {import("./scoring.js").Ranking} ranking
 */
export async function corrections(typed, sameStart, sameEnd, ranking) {
  const tries = [
    { letters: ranking.min_letters_one_mistake, words: sameStart, mistakes: 1 },
    { letters: ranking.min_letters_first_mistake, words: sameEnd, mistakes: 1 },
    { letters: ranking.min_letters_two_mistakes, words: sameStart, mistakes: 2 },
  ];
  for (const { letters, words, mistakes } of tries) {
    const found = typed.length < letters ? [] : (await words()).filter((word) => isNear(typed, word, mistakes));
    if (found.length) return found.slice(0, ranking.max_corrections);
  }
  return [];
}
