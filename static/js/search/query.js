/**
 * What somebody typed, understood: the same as sitegen/search/words/query.py, held to it by
 * tests/search/words/query_cases.json.
 *
 * @typedef {{word: string, start: number, end: number}} Place a folded word, and where it stands in a text
 * @typedef {{facet: string, term: string, label: string}} Offer a facet term that words name
 *
 * @typedef {Object} Query
 * @property {Map<string, number>} words as they were typed, with accents, and how often
 * @property {string[][]} phrases folded words
 * @property {boolean} prefix whether the last word may go on
 * @property {Offer[]} offers
 */

const WORD = /[0-9]+(?:\.[0-9]+)+|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** @param {string} text */
const lower = (text) => text.normalize("NFC").toLowerCase().replaceAll("i\u0307", "i");

/** A word without case, apostrophes and possessive s. @param {string} word */
function spell(word) {
  const plain = lower(word.normalize("NFKC")).replace(/['’]s$/, "");
  return /^[0-9][\0-\x7f]*\./.test(plain) ? plain : plain.replace(/[^\p{L}\p{N}]/gu, "");
}

/** A word without accents too. @param {string} word */
export const fold = (word) => spell(word).normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize();

/** The words of a text with their places. @param {string} text @returns {Place[]} */
export const places = (text) =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word: fold(word), start: index, end: index + word.length }));

/** All words of a text in order, folded. @param {string} text */
export const words = (text) => places(lower(text)).flatMap(({ word }) => word || []);

/**
 * Understand a typed text.
 * @param {string} text
 * @param {Object} known
 * @param {string[]} known.dropped words that say nothing
 * @param {Map<string, [facet: string, term: string, label: string][]>} known.names the folded words of facet terms
 * @param {import("./scoring.js").Ranking} known.ranking
 * @returns {Query}
 */
export function parse(text, { dropped, names, ranking }) {
  const typed = (lower(text).match(WORD) ?? [])
    .map((word) => spell(word).slice(0, ranking.max_word_length))
    .filter((word) => word);
  const telling = typed.filter((word) => !dropped.includes(fold(word)));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const word of telling.length ? telling : typed)
    if (counts.has(word) || counts.size < ranking.max_query_words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return {
    words: counts,
    phrases: text.split(/["“”]/).slice(0, -1).filter((_, at) => at % 2).map(words).filter((phrase) => phrase.length > 1),
    prefix: /[\p{L}\p{N}]$/u.test(text) && [...counts.keys()].at(-1) === typed.at(-1),
    offers: named(typed.map(fold), names),
  };
}

/**
 * The facet terms that words name: at each place the longest name; its words are not looked at again.
 * @param {string[]} typed @param {Map<string, [facet: string, term: string, label: string][]>} names
 */
function named(typed, names) {
  /** @type {Map<string, Offer>} */
  const offers = new Map();
  for (let at = 0; at < typed.length; at++)
    for (let end = typed.length; end > at; end--) {
      const terms = names.get(typed.slice(at, end).join(" "));
      if (!terms) continue;
      for (const [facet, term, label] of terms) offers.set(`${facet} ${term}`, { facet, term, label });
      at = end - 1;
    }
  return [...offers.values()];
}
