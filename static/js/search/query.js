/**
 * What somebody typed, understood: the same as sitegen/search/words/query.py, held to it by
 * tests/search/words/query_cases.json.
 *
 * @joins
 * @typedef {{word: string, start: number, end: number}} Place a folded word, and where it stands in a text
 * @typedef {{facet: string, term: string, label: string, rest: string}} Offer a facet term that words name, and the text
 *   without these words
 * @typedef {[facet: string, term: string, label: string][]} Terms those that have a name
 *
 * @typedef {Object} Known what the index says of words
 * @property {string[]} dropped words that say nothing
 * @property {Map<string, Terms>} names those of facet terms: folded words in the singular, in one run
 * @property {import("./scoring.js").Ranking} ranking
 *
 * @typedef {Object} Query
 * @property {Map<string, number>} words as they were typed, with accents, and how often
 * @property {string[][]} phrases folded words
 * @property {boolean} prefix whether the last word may go on
 * @property {Offer[]} offers
 * @property {string} title the key of the title that the text may be
 * @property {string} name that of the name
 * @property {{words: string[], terms: Terms}[]} named the names of facet terms among the words
 * @property {boolean} isNames whether nothing but names was typed
 */

const WORD =
  /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)+|(?<=\d)x(?=\d)|\d+(?=x\d)|(?!\d)[\p{L}\p{N}](?:\.(?!\d)[\p{L}\p{N}])+(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** @param {string} text */
export const lower = (text) =>
  text
    .normalize()
    .toLowerCase()
    .replace(/(?<=i)\u0307|[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/(?<=\d)( 1\/2| ?½)(?![\d/])/g, ".5");

/** The beginning of a long word: MAX_WORD_LENGTH of sitegen/search/words/analysis.py. @param {string} word */
const cut = (word) => word.slice(0, 40);

/** A word without case, apostrophes, possessive s and elided article. @param {string} word */
function spell(word) {
  const plain = lower(word.normalize("NFKC")).replace(/^[dl]['’](?!s$)|['’]s$/g, "");
  return cut(plain.replace(/^[0-9][\0-\x7f]*\./.test(plain) ? /,/g : /[^\p{L}\p{N}]/gu, ""));
}

/** A word without accents too. @param {string} word */
export const fold = (word) =>
  cut(spell(word).normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replaceAll("ß", "ss").normalize());

/** A folded word without a plural's ending, as sitegen/search/words/singular.py. @param {string} word */
export const singular = (word) =>
  word.replace(/(?<=..)(?:(ss|x|[cs]h)es|([^sui])s)$/u, "$1$2").replace(/(?<=..)ie$/u, "y");

/** The words of a text with their places. @param {string} text @returns {Place[]} */
export const places = (text) =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word: fold(word), start: index, end: index + word.length }));

/** All words of a text in order, folded. @param {string} text */
export const words = (text) => places(lower(text)).flatMap(({ word }) => word || []);

/**
 * Put other words in place of some; all else stays as it is.
 * @param {string} text @param {[typed: string, other: string][]} pairs
 */
export const rewrite = (text, pairs) =>
  places(text).reduceRight((left, { word, start, end }) => {
    const [, other] = pairs.find(([typed]) => fold(typed) === word) ?? [];
    return other ? left.slice(0, start) + other + left.slice(end) : left;
  }, text);

/**
 * Understand a typed text.
 * @param {string} text @param {Known} known
 * @returns {Query}
 */
export function parse(text, known) {
  const { dropped, ranking } = known;
  const typed = (lower(text).match(WORD) ?? []).map(spell).filter((word) => word);
  const telling = typed.filter((word) => !dropped.includes(fold(word)));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const word of telling.length ? telling : typed)
    if (counts.has(word) || counts.size < ranking.max_query_words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return {
    words: counts,
    // What stands right after a digit is an inch mark.
    phrases: (text.match(/(?<!\d)["“”][^"“”]*["“”]/g) ?? []).map(words).filter((phrase) => phrase.length > 1),
    prefix: /[\p{L}\p{N}]$/u.test(text) && [...counts.keys()].at(-1) === typed.at(-1),
    title: titleKey(text, known, String),
    name: `${titleKey(text, known, singular)}_`,
    ...named(text, known),
  };
}

/**
 * The facet terms that words name: at each place the longest name; its words are not looked at again. A bare number is one
 * after another name alone.
 * @param {string} text @param {Known} known
 */
function named(text, { dropped, names, ranking }) {
  const typed = places(text).filter(({ word }) => word);
  /** @type {{terms: Terms, own: Place[]}[]} */
  const spans = [];
  /** @type {string[]} */
  const others = [];
  let isAfter = false;
  for (let at = 0; at < typed.length; at++) {
    const { word } = typed[at];
    let end = at + ranking.max_query_words + 1;
    let name = "";
    do name = typed.slice(at, --end).map(({ word }) => singular(word)).join("");
    while (name && !(names.has(name) && (isAfter || /\D/.test(name))));
    const terms = names.get(name);
    if (terms) {
      spans.push({ terms, own: typed.slice(at, end) });
      at = end - 1;
    } else others.push(word);
    isAfter = Boolean(terms) || (isAfter && dropped.includes(word));
  }
  /** @param {string[]} left */
  const areDropped = (left) => left.every((word) => dropped.includes(word));
  /** @type {Map<string, Offer>} */
  const offers = new Map();
  for (const [facet, term, label] of spans.flatMap(({ terms }) => terms)) {
    const own = spans.flatMap(({ terms, own }) => (terms.some((one) => one[0] === facet && one[1] === term) ? own : []));
    const cut = own.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
    const rest = areDropped(words(cut)) ? "" : cut.trim().replace(/\s+/g, " ");
    offers.set(`${facet} ${term}`, { facet, term, label, rest });
  }
  return {
    offers: [...offers.values()],
    named: spans.map(({ terms, own }) => ({ terms, words: own.map(({ word }) => word) })),
    isNames: spans.length > 0 && areDropped(others),
  };
}

/**
 * The key of the title that a text may be, as sitegen/search/words/title_keys.py makes it; of no words, one that no page has.
 * @param {string} text @param {Known} known @param {(word: string) => string} form
 */
function titleKey(text, { dropped }, form) {
  const typed = words(text);
  const telling = typed.filter((word) => !dropped.includes(word));
  const [longest] = (telling.length ? telling : typed).map(form).sort((one, word) => word.length - one.length);
  const letters = words(text.replace(/['’]/g, "")).map(form).join("").replaceAll(".", "");
  let hash = 0x811c9dc5;
  for (let at = 0; at < letters.length; at++) hash = Math.imul(hash ^ letters.charCodeAt(at), 0x1000193);
  return `${longest}_${(hash & 0xffffff).toString(16)}`;
}
