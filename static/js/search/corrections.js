/**
 * What an unknown word may stand for: the same as sitegen/search/scoring.py and corrections.py. Loaded on a miss.
 *
 * @joins
 */
import { singular } from "./query.js";
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

/** The different letters of a word. @param {string} word */
const letters = (word) => [...new Set(word)].sort().join();
/** @param {string} word */
const consonants = (word) => word.replace(/[aeiou]/g, "");
const DIGIT = /\d/;

/**
 * Find the word that may be meant: the most frequent that is certain to be, or else the most frequent.
 * @param {string} typed @param {string[]} sameStart words with its first letter, the most frequent first
 * @param {() => Promise<string[]>} sameEnd those with its last one @param {string[]} names
 * @param {import("./scoring.js").Ranking} ranking
 */
async function correction(typed, sameStart, sameEnd, names, ranking) {
  const { length } = typed;
  const { min_letters_same, min_letters_mistake, min_letters_certain, min_letters_certain_two } = ranking;
  if (length < min_letters_same || DIGIT.test(typed)) return false;
  /** @param {string[]} words @param {number} mistakes */
  const best = (words, mistakes) => {
    const near = [...words, ...names].flatMap((word) => {
      const forms = [word, singular(word)].filter((form) => !DIGIT.test(word) && isNear(typed, form, mistakes));
      const isSure = forms.some((form) => {
        if (mistakes > 1) return length >= min_letters_certain_two || consonants(typed) === consonants(form);
        const isSlip = letters(typed) === letters(form) || (length >= min_letters_mistake && length < form.length);
        return length >= min_letters_certain || (isSlip && typed[0] === form[0]);
      });
      return isSure || (forms.length && length >= min_letters_mistake) ? { word, isSure } : [];
    });
    return near.find(({ isSure }) => isSure) ?? near[0];
  };
  return (
    best(sameStart, 1) ||
    (length >= min_letters_mistake && best(await sameEnd(), 1)) ||
    (length >= min_letters_certain && best(sameStart, 2))
  );
}

/**
 * Find what a word stands for that no page has.
 * @param {string} word @param {boolean} isNamed whether it is part of a term's name
 * @param {import("./scoring.js").Index} index @param {AbortSignal} [signal]
 * @returns {Promise<import("./scoring.js").Meaning>}
 */
export async function guess(word, isNamed, { lexicon, startingWith, endingWith, guesses, dropped, names, ranking }, signal) {
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
  const stems = all(shorter, ranking.completed_factor);
  const isKept = kept.split(" ").includes(word);
  if (shorter.length || (isNamed && isKept)) return { stems };

  /** @param {string} other @param {boolean} isSure */
  const meant = (other, isSure) => ({ stems, [isSure ? "used" : "suggested"]: other });
  const sameStart = await startingWith(word[0], signal);
  const least = ranking.min_letters_of_part;
  for (let at = word.length - least; at >= least; at--) {
    const [first, rest] = [word.slice(0, at), word.slice(at)];
    if (Math.max(at, rest.length) < ranking.min_letters_of_longer_part || !sameStart.includes(first)) continue;
    if (dropped.includes(rest) || (await stemsOf(rest)).length)
      return meant(`${first} ${rest}`, DIGIT.test(word) || word.length >= ranking.min_letters_certain);
  }

  if (isNamed || isKept) return { stems };
  const sameEnd = () => endingWith(word.slice(-1), signal);
  const other = await correction(word, sameStart, sameEnd, [...names.keys()], ranking);
  return other ? meant(other.word, other.isSure) : { stems };
}
