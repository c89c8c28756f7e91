/**
 * What typed words stand for, and which documents come first: the same as sitegen/search/scoring.py. Its numbers come
 * with the index, from sitegen/search/ranking_constants.py.
 *
 * @typedef {Object} Ranking
 * @property {number} exact_factor
 * @property {number} unaccented_factor
 * @property {number} completed_factor
 * @property {number} corrected_factor
 * @property {string} endings
 * @property {number} min_letters_before_ending
 * @property {number} max_short_prefix
 * @property {number} max_completions
 * @property {number} min_letters_one_mistake
 * @property {number} min_letters_first_mistake
 * @property {number} min_letters_two_mistakes
 * @property {number} max_corrections
 * @property {number} max_tiered_words
 * @property {number} rank_base
 * @property {number} phrase_batch
 * @property {number} enough_with_phrase
 * @property {number} max_read_for_phrase
 * @property {number} max_query_words
 * @property {number} max_word_length
 *
 * @typedef {import("./index.js").Stem} Stem
 * @typedef {{stems: Map<Stem, number>, used?: string}} Meaning stems with their factors, and the word used where one was
 *   mistyped
 * @typedef {(letter: string, signal?: AbortSignal) => Promise<string[]>} Words the words with this first or last letter,
 *   the most frequent first
 */
import { runs } from "./index.js";
import { fold } from "./query.js";

/**
 * Find what a typed word stands for; `isStart` says that it may go on.
 * @param {string} typed @param {boolean} isStart
 * @param {{lexicon: import("./index.js").Lexicon, startingWith: Words, endingWith: Words, ranking: Ranking}} index
 * @param {AbortSignal} [signal]
 * @returns {Promise<Meaning>}
 */
export async function meaning(typed, isStart, { lexicon, startingWith, endingWith, ranking }, signal) {
  const word = fold(typed);
  /** @type {Map<Stem, number>} */
  const stems = new Map();
  /** @param {string[]} words @param {number} factor */
  const add = async (words, factor) => {
    for (const stem of await Promise.all(words.map((other) => lexicon.stemOf(other, signal))))
      if (stem && !stems.has(stem)) stems.set(stem, factor);
  };
  await add([typed], ranking.exact_factor);
  await add([word], stems.size ? ranking.unaccented_factor : ranking.exact_factor);
  if (isStart && word.length > 1) {
    const isShort = word.length <= ranking.max_short_prefix;
    const all = isShort ? await startingWith(word[0], signal) : await lexicon.starting(word, signal);
    const longer = all.filter((other) => other.startsWith(word) && other !== word);
    await add(isShort ? longer.slice(0, ranking.max_completions) : longer, ranking.completed_factor);
  }
  if (!stems.size) {
    const ending = new RegExp(`^(.{${ranking.min_letters_before_ending},}?)(${ranking.endings})$`);
    await add([word.replace(ending, "$1")], ranking.completed_factor);
  }
  if (stems.size) return { stems };
  const { corrections } = await import("./corrections.js");
  const others = await corrections(word, () => startingWith(word[0], signal), () => endingWith(word.slice(-1), signal), ranking);
  await add(others, ranking.corrected_factor);
  return { stems, used: others[0] };
}

/**
 * Order the documents that have any of the words, the best first.
 * @param {Meaning[]} meanings @param {number[]} times how often each word was typed
 * @param {Uint8Array} lifts by id, what a document's score is multiplied by @param {Ranking} ranking
 * @returns {{ids: number[], scores: Float64Array, bits: Int32Array}} ids; by id, the score and which words it has, as bits
 */
export function rank(meanings, times, lifts, ranking) {
  const scores = new Float64Array(lifts.length);
  const bits = new Int32Array(lifts.length);
  let every = 0;
  meanings.forEach(({ stems }, at) => {
    const bit = 1 << at;
    if (stems.size) every |= bit;
    const scored = [...stems].flatMap(([stem, factor]) =>
      runs(stem).map(({ level, ids }) => ({ score: level * stem.idf * factor * times[at], ids })),
    );
    // The best of a word's stems counts: the first that gives a document its bit.
    for (const { score, ids } of scored.sort((one, other) => other.score - one.score))
      for (const id of ids)
        if (!(bits[id] & bit)) {
          bits[id] |= bit;
          scores[id] += score;
        }
  });
  /** @type {number[]} */
  let ids = [];
  let most = 0;
  for (let id = 0; id < lifts.length; id++)
    if (bits[id]) {
      ids.push(id);
      most = Math.max(most, (scores[id] *= lifts[id]));
    }
  // To have all words counts more than any score. Sorted by the low half of what each falls short, then by the high one.
  const isTiered = meanings.length <= ranking.max_tiered_words;
  const half = Math.floor(Math.sqrt(2 * most)) + 1;
  for (const unit of [1, half]) {
    /** @type {number[][]} */
    const rows = Array.from(Array(half), () => []);
    for (const id of ids) {
      const short = most - scores[id] + (isTiered && bits[id] !== every ? most : 0);
      rows[Math.floor(short / unit) % half].push(id);
    }
    ids = rows.flat();
  }
  return { ids, scores, bits };
}
