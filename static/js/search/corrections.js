/**
 * What an unknown word may stand for: the same as sitegen/search/scoring.py and corrections.py. Loaded on a miss.
 *
 * @joins
 */
import { stem } from "./stems.js";

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
async function corrections(typed, sameStart, sameEnd, ranking) {
  const tries = [
    { letters: ranking.min_letters_one_mistake, words: sameStart, mistakes: 1 },
    { letters: ranking.min_letters_first_mistake, words: sameEnd, mistakes: 1 },
    { letters: ranking.min_letters_two_mistakes, words: sameStart, mistakes: 2 },
  ];
  for (const { letters, words, mistakes } of tries) {
    const near = typed.length < letters ? [] : (await words()).filter((word) => isNear(typed, word, mistakes));
    if (near.length) return { others: near.slice(0, ranking.max_corrections), mistakes };
  }
  return { others: [], mistakes: 0 };
}

/**
 * Find what a word stands for that no page has.
 * @param {string} word @param {boolean} isNamed whether it is part of a term's name
 * @param {import("./scoring.js").Index} index @param {AbortSignal} [signal]
 * @returns {Promise<import("./scoring.js").Meaning>}
 */
export async function guess(word, isNamed, { lexicon, startingWith, endingWith, guesses, dropped, ranking }, signal) {
  /** @param {string} other */
  const stemsOf = (other) => lexicon.stemsOf(other, signal);
  /** @param {import("./index.js").Stem[]} stems @param {number} factor */
  const all = (stems, factor) => new Map(stems.map((stem) => [stem, factor]));
  const { kept, spellings } = await guesses(signal);

  const root = stem(word);
  const own = await lexicon.stem(Object.hasOwn(spellings, root) ? spellings[root] : root, signal);
  if (own) return { stems: all([own], ranking.exact_factor) };

  const ending = new RegExp(`^(.{${ranking.min_letters_before_ending},}?)(${ranking.endings})$`);
  const shorter = await stemsOf(word.replace(ending, "$1"));
  if (shorter.length) return { stems: all(shorter, ranking.completed_factor) };

  if (isNamed) return { stems: new Map() };
  const sameStart = await startingWith(word[0], signal);
  const least = ranking.min_letters_of_part;
  for (let at = word.length - least; at >= least; at--) {
    const [first, rest] = [word.slice(0, at), word.slice(at)];
    if (Math.max(at, rest.length) < ranking.min_letters_of_longer_part || !sameStart.includes(first)) continue;
    const others = await stemsOf(rest);
    if (others.length || dropped.includes(rest)) {
      const stems = all(await stemsOf(first), ranking.exact_factor);
      return { stems, rest: all(others, ranking.exact_factor), used: `${first} ${rest}` };
    }
  }

  if (kept.split(" ").includes(word)) return { stems: new Map() };
  const ends = () => endingWith(word.slice(-1), signal);
  const { others, mistakes } = await corrections(word, async () => sameStart, ends, ranking);
  const known = await Promise.all(others.map(async (other) => ({ other, stems: await stemsOf(other) })));
  const certain = known.filter(({ stems }) => {
    if (mistakes > 1) return word.length >= ranking.min_letters_certain_two;
    const isFrequent = stems.some(({ idf }) => idf <= ranking.max_idf_frequent);
    return word.length >= (isFrequent ? ranking.min_letters_certain_frequent : ranking.min_letters_certain);
  });
  const stems = all(certain.flatMap((one) => one.stems), ranking.corrected_factor);
  return { stems, used: certain[0]?.other, suggested: certain.length ? undefined : others[0] };
}
