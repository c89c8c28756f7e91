/**
 * The reader of the search index: what the search page and the search box are built on. docs/search-format.md says how
 * hits are found and ranked. Whatever loads rejects where the network fails, or with the AbortError of its signal.
 *
 * @joins
 * @typedef {import("../filters/counts.js").Facet} Facet
 * @typedef {import("../filters/state.js").Selection} Selection
 * @typedef {import("./documents.js").Excerpt} Excerpt
 * @typedef {import("./documents.js").Hit} Hit
 * @typedef {{signal?: AbortSignal}} Options
 *
 * @typedef {Object} Found what search gives; hand it back to counts and drops
 * @property {number[]} all ids of what is found without filters, best first
 * @property {number} total how many documents pass the filters
 * @property {boolean} isPart whether there may be more: not all that have the words of a phrase were read for it
 * @property {number[]} hits ids of those that pass, best first
 * @property {Float64Array} scores of all ids
 * @property {[typed: string, used: string][]} corrected words that were mistyped, and those used instead
 * @property {[typed: string, other: string][]} suggested unknown words, and those that may be meant
 * @property {string[]} missing words that no page has
 * @property {import("./query.js").Offer[]} offered facet terms named by the words, not yet selected
 * @property {string[]} words folded words to highlight
 *
 * @typedef {Object} Reader
 * @property {Facet[]} facets in the order of site.yaml, with all their terms
 * @property {(text: string, selection: Selection, options?: Options) => Promise<Found>} search
 * @property {(found: Found, selection: Selection, options?: Options) => Promise<Map<string, Map<string, number>>>} counts
 *   counts per facet and term, each facet without its own selection
 * @property {(found: Found, selection: Selection, options?: Options) => Promise<Map<string, number>>} drops
 *   how many would be found without each selected facet
 * @property {(ids: number[], options?: Options) => Promise<Hit[]>} cards in the order of ids
 * @property {(ids: number[], words: string[], options?: Options) => Promise<Map<number, Excerpt>>} excerpts by id
 *
 * @typedef {Object} Entry what the entry says, or the bundle
 * @property {string} table the name of that file
 * @property {string} [bundle] its name, where there is one
 * @property {Record<string, string>} [files] what is in the bundle, by name
 *
 * @typedef {Object} IndexTable what the index says before any word is looked up
 * @property {number} size ids lie below it
 * @property {[id: number, rank: number][]} ranks
 * @property {import("./index.js").Directory} directories
 * @property {string} columns
 * @property {Record<string, string>} vocabularies by first letter
 * @property {string} endings the name of the file with what unknown words need
 * @property {import("./scoring.js").Ranking} ranking
 * @property {string} dropped
 * @property {Record<string, import("./query.js").Terms>} names
 * @property {Facet[]} facets
 * @typedef {IndexTable & import("./documents.js").Blocks} Table
 */
import { openDocuments } from "./documents.js";
import { load, openFiles, openLexicon, split } from "./index.js";
import { fold, lower, parse, rewrite } from "./query.js";
import { meaning, naming, rank } from "./scoring.js";

/**
 * Open the index.
 * @param {string} entryUrl of index.json @param {string} [bundleUrl] of the bundle, where the page names one
 * @returns {Promise<Reader>}
 */
export async function openReader(entryUrl, bundleUrl) {
  /** @param {URL | string} url @returns {Promise<Entry | undefined>} nothing where it cannot be loaded */
  const bundle = (url) => load(url, JSON.parse, {}).catch(() => undefined);
  // A page that was kept for long may name a bundle that is no more.
  let entry = bundleUrl && (await bundle(bundleUrl));
  if (!entry) {
    /** @type {Entry} */
    const own = await load(entryUrl, JSON.parse, { cache: "no-cache" });
    entry = (own.bundle && (await bundle(new URL(`${own.bundle}.gz`, entryUrl)))) || own;
  }
  const get = openFiles(entryUrl, entry.files);
  /** @type {Table} */
  const table = await get(entry.table, JSON.parse);
  const { facets, ranking } = table;
  const known = { dropped: split(table.dropped), names: new Map(Object.entries(table.names)), ranking };
  const documents = openDocuments(get, table);
  const lifts = new Uint8Array(table.size).fill(ranking.rank_base);
  for (const [id, lift] of table.ranks) lifts[id] += lift;

  /** @param {string} [name] @param {AbortSignal} [signal] */
  const vocabulary = async (name, signal) => (name ? get(name, split, signal) : []);
  /** @type {import("./scoring.js").Index} */
  const index = {
    lexicon: openLexicon(get, table.directories),
    startingWith: (letter, signal) => vocabulary(table.vocabularies[letter], signal),
    endingWith: async (letter, signal) => vocabulary((await index.guesses(signal)).letters[letter], signal),
    guesses: (signal) => get(table.endings, JSON.parse, signal),
    ...known,
  };

  /** Understand a text, and look up its words. @param {string} text @param {AbortSignal} [signal] */
  const understand = async (text, signal) => {
    const query = parse(text, known);
    const words = [...query.words.keys()];
    const folded = words.map(fold);
    const isNamed = folded.map((word) => query.named.some((name) => name.words.includes(word)));
    const [named, ...meanings] = await Promise.all([
      naming(query, index.lexicon, ranking, signal),
      ...words.map((word, at) => meaning(word, query.prefix && at === words.length - 1, isNamed[at], index, signal)),
    ]);
    return { text, query, words, folded, isNamed, named, meanings };
  };

  /**
   * What is used or suggested in place of which words.
   * @param {Awaited<ReturnType<typeof understand>>} understood @param {"used" | "suggested"} which
   * @returns {[typed: string, other: string][]}
   */
  const told = ({ words, meanings }, which) =>
    meanings.flatMap(({ [which]: other }, at) => (other ? [[words[at], other]] : []));

  /**
   * Find what a text asks for; what is certain to be mistyped is read as if the other word had been typed.
   * @param {string} text @param {AbortSignal} [signal]
   */
  const find = async (text, signal) => {
    let own = await understand(text, signal);
    const corrected = told(own, "used");
    if (corrected.length) own = await understand(rewrite(lower(text), corrected), signal);
    const { query, meanings, named, folded } = own;
    return { ...own, corrected, ...rank(meanings, [...query.words.values()], lifts, ranking, named, folded) };
  };

  /** What was found, filtered; with what counts it. @param {number[] | undefined} found @param {Selection} selection @param {AbortSignal} [signal] */
  const filtered = async (found, selection, signal) => {
    const [{ siftDocuments }, columns] = await Promise.all([
      import("../filters/counts.js"),
      get(table.columns, (text) => ({ text }), signal),
    ]);
    return siftDocuments(facets, columns, found, selection);
  };

  return {
    facets,
    cards: (ids, { signal } = {}) => documents.cards(ids, signal),
    excerpts: async (ids, words, { signal } = {}) => {
      const read = await documents.excerpts(ids, words, signal);
      return new Map(ids.map((id, at) => [id, read[at]]));
    },
    counts: async ({ all }, selection, { signal } = {}) => (await filtered(all, selection, signal)).counts(),
    drops: async ({ all }, selection, { signal } = {}) => (await filtered(all, selection, signal)).drops,

    async search(typed, selection, { signal } = {}) {
      const found = await find(typed, signal);
      const { text, query, words, meanings, isNamed, ids, scores, bits, corrected } = found;
      let suggested = told(found, "suggested");
      if (suggested.length) {
        // Nothing is offered that no page has together with the other words.
        const other = await find(rewrite(lower(text), suggested), signal);
        if (!other.ids.some((id) => other.bits[id] && other.bits[id] === other.every)) suggested = [];
      }
      let [all, isPart] = [ids, false];
      if (query.phrases.length) {
        const { withPhrases } = await import("./texts.js");
        ({ all, isPart } = await withPhrases(query.phrases, words, { ids, bits }, documents.havePhrases, ranking, signal));
      }
      let hits = all;
      if (selection.size) {
        ({ all, hits } = await filtered(words.length ? all : undefined, selection, signal));
      }
      signal?.throwIfAborted();
      return {
        all,
        total: hits.length,
        isPart,
        hits,
        scores,
        corrected,
        suggested,
        missing: words.filter((_, at) => !meanings[at].stems.size && !isNamed[at]),
        offered: query.offers.filter(({ facet, term }) => !selection.get(facet)?.has(term)),
        words: meanings.flatMap(({ stems }) => [...stems.keys()].flatMap(({ forms }) => forms)),
      };
    },
  };
}
