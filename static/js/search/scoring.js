/**
 * What typed words stand for, and which documents come first: the same as sitegen/search/scoring.py. Its numbers come
 * with the index, from sitegen/search/ranking_constants.py.
 *
 * @typedef {Object} Ranking
 * @property {number} exact_factor
 * @property {number} unaccented_factor
 * @property {number} completed_factor
 * @property {string} endings
 * @property {number} min_letters_certain
 * @property {number} min_letters_mistake
 * @property {number} min_letters_same
 * @property {number} min_letters_certain_two
 * @property {number} min_letters_of_part
 * @property {number} min_letters_of_longer_part
 * @property {number} min_letters_before_ending
 * @property {number} max_short_prefix
 * @property {number} max_completions
 * @property {number} max_tiered_words
 * @property {number} term_share
 * @property {number} places_with_term
 * @property {number} rank_base
 * @property {number} phrase_batch
 * @property {number} enough_with_phrase
 * @property {number} max_read_for_phrase
 * @property {number} max_query_words
 *
 * @typedef {import("./index.js").Stem} Stem
 * @typedef {Map<Stem, number>} Stems stems with their factors
 * @typedef {Object} Meaning
 * @property {Stems} stems
 * @property {string} [used] what is certain to be meant by a word that was mistyped, or that was two
 * @property {string} [suggested] what may be meant
 *
 * @typedef {(letter: string, signal?: AbortSignal) => Promise<string[]>} Words the words with this first or last letter,
 *   the most frequent first
 *
 * @typedef {Object} Index
 * @property {import("./index.js").Lexicon} lexicon
 * @property {Words} startingWith
 * @property {Words} endingWith
 * @property {(signal?: AbortSignal) => Promise<{letters: Record<string, string>, kept: string, spellings: Record<string, string>}>} guesses
 *   what is known of unknown words: names of vocabularies by last letter, words that are not corrected, and British stems with the American ones
 * @property {string[]} dropped words that say nothing
 * @property {Map<string, import("./query.js").Terms>} names those of facet terms
 * @property {Ranking} ranking
 */
import { runs } from "./index.js";
import { fold } from "./query.js";

/** More than any score. */
const LEAD = 2 ** 40;

/**
 * Find what a typed word stands for; `isStart` says that it may go on, `isNamed` that it is part of the name of a term.
 * @param {string} typed @param {boolean} isStart @param {boolean} isNamed @param {Index} index @param {AbortSignal} [signal]
 * @returns {Promise<Meaning>}
 */
export async function meaning(typed, isStart, isNamed, index, signal) {
  const { lexicon, startingWith, ranking } = index;
  const word = fold(typed);
  /** @type {Map<Stem, number>} */
  const stems = new Map();
  /** @param {string[]} words @param {number} factor */
  const add = async (words, factor) => {
    for (const stem of (await Promise.all(words.map((other) => lexicon.stemsOf(other, signal)))).flat())
      if (!stems.has(stem)) stems.set(stem, factor);
  };
  await add([typed], ranking.exact_factor);
  await add([word], stems.size ? ranking.unaccented_factor : ranking.exact_factor);
  if (isStart && word.length > 1 && !stems.size) {
    const isShort = word.length <= ranking.max_short_prefix;
    const all = isShort ? await startingWith(word[0], signal) : await lexicon.starting(word, signal);
    const longer = all.filter((other) => other.startsWith(word) && other !== word);
    await add(isShort ? longer.slice(0, ranking.max_completions) : longer, ranking.completed_factor);
  }
  if (stems.size) return { stems };
  const { guess } = await import("./corrections.js");
  return guess(word, isNamed, index, signal);
}

/**
 * What a query asks for by name, as in sitegen/search/named_pages.py.
 * @typedef {Object} Named
 * @property {Set<number>} titled the documents whose title it is: they come first
 * @property {Set<number>} meant those that have it as another name or in the other number, or stand for just the terms that it names
 * @property {{words: string[], scores: Map<number, number>}[]} raised what each name adds to those that carry its terms
 * @property {Map<number, number> | undefined} carriers of these one is among the first places
 */

/**
 * Find what a query asks for by name.
 * @param {import("./query.js").Query} query @param {import("./index.js").Lexicon} lexicon @param {Ranking} ranking
 * @param {AbortSignal} [signal]
 * @returns {Promise<Named>}
 */
export async function naming({ title, name, named, isNames }, lexicon, ranking, signal) {
  /** The best score of some keys in each document that has one. @param {string[]} keys */
  const held = async (keys) => {
    /** @type {Map<number, number>} */
    const scores = new Map();
    for (const stem of await Promise.all(keys.map((key) => lexicon.stem(key, signal))))
      for (const { impact, ids } of stem ? runs(stem) : [])
        for (const id of ids)
          scores.set(id, Math.max(scores.get(id) ?? 0, Math.floor((impact * (stem?.idf ?? 0)) / ranking.term_share)));
    return scores;
  };
  /** @param {string} start @param {import("./query.js").Terms} terms */
  const keys = (start, terms) => [...new Set(terms.map(([facet, term]) => `${start}${facet}=${term}`))];
  const all = named.flatMap(({ terms }) => terms);
  const alone = all.filter(([facet]) => isNames && named.every(({ terms }) => terms.some(([other]) => other === facet)));
  const [titled, called, two, ...carried] = await Promise.all([
    held([title]),
    held([name, ...keys("1=", alone)]),
    Promise.all(keys("2=", all).map((key) => held([key]))),
    ...named.map(({ terms }) => held(keys("", terms))),
  ]);
  // Those that stand for two terms that were named are held by both.
  const standing = two.flatMap((ids) => [...ids.keys()]);
  return {
    titled: new Set(titled.keys()),
    meant: new Set([...called.keys(), ...standing.filter((id, at) => standing.indexOf(id) !== at)]),
    raised: named.map(({ words }, at) => ({ words, scores: carried[at] })),
    carriers: isNames && named.length === 1 ? carried[0] : undefined,
  };
}

/**
 * Order the documents that have any of the words, the best first.
 * @param {Meaning[]} meanings @param {number[]} times how often each word was typed
 * @param {Uint8Array} lifts by id, what a document's score is multiplied by @param {Ranking} ranking
 * @param {Named} named @param {string[]} words folded, those of the meanings
 * @returns {{ids: number[], scores: Float64Array, bits: Int32Array, every: number}} ids; by id, the score and which words it
 *   has, as bits; and the bits of all words
 */
export function rank(meanings, times, lifts, ranking, named, words) {
  const scores = new Float64Array(lifts.length);
  const bits = new Int32Array(lifts.length);
  let every = 0;
  meanings.forEach(({ stems }, at) => {
    const bit = 1 << at;
    if (stems.size) every |= bit;
    const scored = [...stems].flatMap(([stem, factor]) =>
      runs(stem).map(({ impact, ids }) => ({ score: impact * stem.idf * factor * times[at], ids })),
    );
    // The best of a word's stems counts: the first that gives a document its bit.
    for (const { score, ids } of scored.sort((one, other) => other.score - one.score))
      for (const id of ids)
        if (!(bits[id] & bit)) {
          bits[id] |= bit;
          scores[id] += score;
        }
  });
  for (const raise of named.raised) {
    const own = words.reduce((sum, word, at) => (raise.words.includes(word) ? sum | (1 << at) : sum), 0);
    if (raise.scores.size) every |= own;
    for (const [id, score] of raise.scores) {
      bits[id] |= own;
      scores[id] += score;
    }
  }
  // What was asked by name comes before all else, what has all words before the rest.
  const isTiered = meanings.length <= ranking.max_tiered_words;
  /** @param {number} id */
  const lead = (id) => (named.titled.has(id) ? 3 : named.meant.has(id) ? 2 : Number(isTiered && bits[id] === every));
  const keys = scores.map((score, id) => lead(id) * LEAD + (scores[id] = score * lifts[id]));
  const found = [...keys.keys()].filter((id) => scores[id] || lead(id) > 1);
  const ids = found.sort((one, other) => keys[other] - keys[one]);
  const places = ranking.places_with_term;
  const carrier = ids.findIndex((id) => named.carriers?.has(id));
  if (carrier >= places) ids.splice(places - 1, 0, ...ids.splice(carrier, 1));
  return { ids, scores, bits, every };
}
