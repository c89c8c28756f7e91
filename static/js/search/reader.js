// The reader of the search index: what the search page and the search box are built on. docs/search-format.md says how
// hits are found and ranked. Whatever loads rejects with a SearchError (see files.js) or with the AbortError of its signal.

import { files, request } from "./files.js";
import { parse } from "./query.js";
import { excerpt, hasPhrase } from "./texts.js";
import { dictionary, postings } from "./words.js";

export { SearchError } from "./files.js";

/** @typedef {Map<string, Set<string>>} Selection facet id -> term ids */
/** @typedef {{id: number, score: number}} Hit */
/**
 * @typedef {object} Found what search gives; hand it back to counts and drops
 * @property {number} total how many documents
 * @property {Hit[]} hits all of them, best first
 * @property {[string, string][]} corrected [typed word, word used instead]
 * @property {{facet: string, term: string, label: string}[]} offered facet terms named by the words, not yet selected
 * @property {string[]} words folded words to highlight
 * @property {boolean} isEmpty no word was typed: all documents are hits, in no special order
 */
/**
 * @typedef {{id: number, url: string, title: string, summary: string, kind: string, kind_label: string,
 *   date: string, language: string, levels: string[], formats: string[]}} Card what a row of a list shows: `kind` names
 *   the icon ("tool"), `kind_label` is the word ("Tool"), `date` is for people, `levels` are "1" to "5", `formats` labels
 */
/** @typedef {{id: string, label: string, terms: {id: string, label: string, count: number}[]}} Facet */

/**
 * @typedef {object} Reader
 * @property {Facet[]} facets in the order of site.yaml, with all their terms
 * @property {number} count how many documents there are
 * @property {(text: string, selection?: Selection, options?: {prefix?: boolean, signal?: AbortSignal}) => Promise<Found>} search
 * @property {(found: Found, selection: Selection, options?: {signal?: AbortSignal}) => Promise<Map<string, Map<string, number>>>} counts
 *   counts per facet and term, each facet without its own selection
 * @property {(found: Found, selection: Selection, options?: {signal?: AbortSignal}) => Promise<{facet: string, total: number}[]>} drops
 *   what is found without each selected facet, most first; facet "" stands for no filter at all
 * @property {(ids: number[], options?: {signal?: AbortSignal}) => Promise<Card[]>} cards in the order of ids
 * @property {(ids: number[], words: string[], options?: {signal?: AbortSignal}) => Promise<Map<number, {text: string, hit: boolean}[]>>} excerpts
 *   a line of text around the words
 */

const ALL_WORDS = 2 ** 31;

/** @param {string} entryUrl of index.json @returns {Promise<Reader>} */
export async function openReader(entryUrl, { signal } = {}) {
  const entry = await request(entryUrl, (response) => response.json(), { signal, cache: "no-cache" });
  const get = files(entryUrl.replace(/[^/]*$/, ""));
  const table = await get(entry.table, JSON.parse, signal);
  const { facets } = table;
  const meaning = dictionary(get, table.directories, table.vocabularies);
  const dropped = table.dropped.split(" ");
  const names = new Map(Object.entries(table.names));
  const columns = (signal) => get(table.columns, JSON.parse, signal);

  /** Scores of documents by id, with ALL_WORDS more where a document has them all; and which words each has, as bits. */
  function rank(groups, counts) {
    const scores = new Float64Array(table.size);
    const has = new Int32Array(table.size);
    groups.forEach(({ entries }, at) => {
      const best = new Float64Array(table.size);
      for (const [entry, factor] of entries)
        for (const [level, ids] of postings(entry)) {
          const score = level * entry.idf * factor * counts[at];
          for (const id of ids) if (score > best[id]) best[id] = score;
        }
      best.forEach((score, id) => {
        scores[id] += score * 5;
        if (score) has[id] |= 1 << at;
      });
    });
    for (const [id, rank] of table.ranks) scores[id] *= (5 + rank) / 5;
    const all = (2 ** groups.length - 1) | 0;
    has.forEach((bits, id) => bits && (scores[id] = Math.round(scores[id]) + (bits == all) * ALL_WORDS));
    return [scores, has];
  }

  /** Ids by score, then by number. Numbers are sorted much faster than pairs. */
  function ordered(scores) {
    const keys = scores.map((score, id) => score && score * 2 ** 20 + 2 ** 20 - 1 - id).filter(Boolean);
    return Array.from(keys.sort().reverse(), (key) => 2 ** 20 - 1 - (key % 2 ** 20));
  }

  async function cards(ids, { signal } = {}) {
    const names = "url title summary kind kind_label date language levels formats texts".split(" ");
    const card = async (id) => {
      const at = id >> 3;
      const block = await get(`cards/${at}.${table.cards.slice(at * 6, at * 6 + 6)}`, JSON.parse, signal);
      return { id, ...Object.fromEntries(names.map((name, place) => [name, block[id & 7][place]])) };
    };
    return Promise.all(ids.map(card));
  }

  const texts = async (ids, signal) =>
    Promise.all(
      (await cards(ids, { signal })).map(
        async ({ id, texts }) => (await get(`texts/${id >> 1}.${texts}`, JSON.parse, signal))[id & 1],
      ),
    );

  async function filtered(ids, selection, signal) {
    const { filter } = await import("./facets.js");
    return filter(facets, (await columns(signal)).facets, ids, selection);
  }

  return {
    facets,
    count: table.count,
    cards,

    async search(text, selection = new Map(), { prefix = true, signal } = {}) {
      const query = parse(text, dropped, names);
      const words = [...query.words.keys()];
      const groups = await Promise.all(
        words.map((word, at) => meaning(word, prefix && query.prefix && at == words.length - 1, signal)),
      );
      const [scores, has] = rank(groups, [...query.words.values()]);
      let all = ordered(scores);
      if (query.phrases[0]) {
        let needed = 0;
        words.forEach((word, at) => query.phrases.flat().includes(word) && (needed |= 1 << at));
        all = all.filter((id) => (has[id] & needed) == needed).slice(0, 32);
        const read = await texts(all, signal);
        all = all.filter((_, at) => query.phrases.every((phrase) => hasPhrase(read[at], phrase)));
      }
      if (!words[0]) all = [...(await columns(signal)).ids].flatMap((is, id) => (is > 0 ? id : []));
      const isFiltered = [...selection.values()].some(({ size }) => size);
      const kept = isFiltered ? (await filtered(all, selection, signal)).kept : all;
      signal?.throwIfAborted();
      return {
        all,
        total: kept.length,
        hits: kept.map((id) => ({ id, score: scores[id] % ALL_WORDS })),
        isEmpty: !words[0],
        corrected: groups.flatMap(({ used }, at) => (used ? [[words[at], used]] : [])),
        offered: query.offers.filter(({ facet, term }) => !selection.get(facet)?.has(term)),
        words: groups.flatMap(({ entries }) => [...entries.keys()].flatMap(({ forms }) => forms)),
      };
    },

    async counts({ all }, selection = new Map(), { signal } = {}) {
      const { countsOf } = await import("./facets.js");
      return countsOf(facets, await filtered(all, selection, signal));
    },

    async drops({ all }, selection, { signal } = {}) {
      const { dropsOf } = await import("./facets.js");
      return [...dropsOf(facets, await filtered(all, selection, signal)), { facet: "", total: all.length }];
    },

    async excerpts(ids, words, { signal } = {}) {
      const read = await texts(ids, signal);
      return new Map(ids.map((id, at) => [id, excerpt(read[at], words)]));
    },
  };
}
