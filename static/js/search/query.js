// What somebody typed, understood: the same as sitegen/search/query.py, held to it by tests/search/query_cases.json.

const WORD = /[0-9]+(?:\.[0-9]+)+|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const MAX_LENGTH = 40;
const MAX_WORDS = 32;

function lower(text) {
  return text.normalize("NFC").toLowerCase().replaceAll("i\u0307", "i");
}

export function fold(word) {
  const plain = lower(word).replace(/['’]s$/, "").normalize("NFKD").replace(/[\u0300-\u036f]+/g, "").toLowerCase();
  return /^[0-9][\0-\x7f]*\./.test(plain) ? plain : plain.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** All words of a text in order, folded. */
export const words = (text) => (lower(text).match(WORD) ?? []).map(fold);

/** The words of a text with their places: [folded word, start, end]. */
export function places(text) {
  return Array.from(text.matchAll(WORD), (found) => [fold(found[0]), found.index, found.index + found[0].length]);
}

/** Names of facet terms to the terms that have them. */
export function namesOf(facets) {
  const names = new Map();
  for (const facet of facets) {
    for (const { id, label, also } of facet.terms) {
      for (const name of [label, ...also, ...(/^\d+$/.test(id) ? [] : [id])]) {
        const key = words(name).join(" ");
        const known = names.get(key) ?? [];
        if (key && !known.some((offer) => offer.facet == facet.id && offer.term == id))
          names.set(key, [...known, { facet: facet.id, term: id, label }]);
      }
    }
  }
  return names;
}

/** @returns {{words: [string, number][], phrases: string[][], prefix: boolean, offers: {facet: string, term: string, label: string}[]}} */
export function parse(text, dropped, names) {
  const typed = words(text).filter((word) => word && word.length <= MAX_LENGTH);
  const said = typed.filter((word) => !dropped.has(word));
  const counts = new Map();
  for (const word of said.length ? said : typed)
    if (counts.has(word) || counts.size < MAX_WORDS) counts.set(word, (counts.get(word) ?? 0) + 1);
  const phrases = Array.from(text.matchAll(/["“”]([^"“”]*)["“”]/g), (found) => words(found[1]).filter(Boolean));
  return {
    words: [...counts],
    phrases: phrases.filter((phrase) => phrase.length > 1),
    prefix: /[\p{L}\p{N}]\n?$/u.test(text) && typed.length > 0 && [...counts.keys()].at(-1) == typed.at(-1),
    offers: offers(typed, names),
  };
}

function offers(typed, names) {
  const found = new Set();
  const longest = Math.max(0, ...Array.from(names.keys(), (name) => name.split(" ").length));
  for (let at = 0; at < typed.length; at++) {
    for (let size = Math.min(longest, typed.length - at); size; size--) {
      const named = names.get(typed.slice(at, at + size).join(" "));
      if (!named) continue;
      for (const offer of named) found.add(offer);
      at += size - 1;
      break;
    }
  }
  const seen = new Map(Array.from(found, (offer) => [offer.facet + " " + offer.term, offer]));
  return [...seen.values()];
}
