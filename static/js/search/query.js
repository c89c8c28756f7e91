// What somebody typed, understood: the same as sitegen/search/words/query.py, held to it by tests/search/words/query_cases.json.

const WORD = /[0-9]+(?:\.[0-9]+)+|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

const lower = (text) => text.normalize("NFC").toLowerCase().replaceAll("i\u0307", "i");

/** A word without case, apostrophes and possessive s. */
function spell(word) {
  const plain = lower(word.normalize("NFKC")).replace(/['’]s$/, "");
  return /^[0-9][\0-\x7f]*\./.test(plain) ? plain : plain.replace(/[^\p{L}\p{N}]/gu, "");
}

/** A word without accents too. */
export const fold = (word) => spell(word).normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize();

/** The words of a text with their places: [folded word, start, end]. */
export const places = (text) =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => [fold(word), index, index + word.length]);

/** All words of a text in order, folded. */
export const words = (text) => places(lower(text)).flatMap(([word]) => word || []);

/**
 * `words` of the result are as they were typed, with accents, and how often.
 * `names` has the folded words of facet terms, each with its [facet, term, label]s.
 * @returns {{words: Map<string, number>, phrases: string[][], prefix: boolean, offers: {facet: string, term: string, label: string}[]}}
 */
export function parse(text, dropped, names) {
  const spelled = (lower(text).match(WORD) ?? []).map((word) => spell(word).slice(0, 40)).filter((word) => word);
  const typed = spelled.map(fold);
  const said = spelled.filter((_, at) => !dropped.includes(typed[at]));
  const counts = new Map();
  for (const word of said[0] ? said : spelled)
    if (counts.has(word) || counts.size < 32) counts.set(word, (counts.get(word) ?? 0) + 1);
  const offers = {};
  for (let at = 0; at < typed.length; at++) {
    for (let end = typed.length; end > at; end--) {
      const named = names.get(typed.slice(at, end).join(" "));
      if (!named) continue;
      for (const [facet, term, label] of named) offers[[facet, term]] = { facet, term, label };
      at = end - 1;
    }
  }
  return {
    words: counts,
    phrases: text.split(/["“”]/).slice(0, -1).filter((_, at) => at % 2).map(words).filter((phrase) => phrase[1]),
    prefix: /[\p{L}\p{N}]$/u.test(text) && [...counts.keys()].at(-1) == spelled.at(-1),
    offers: Object.values(offers),
  };
}
