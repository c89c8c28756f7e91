// The reader of the search index: what the search page and the search box are built on. docs/search-format.md says how
// hits are found and ranked. Whatever loads rejects where the network fails, or with the AbortError of its signal.

import { column, numbers, rising } from "../filters/columns.js";
import { fold, parse } from "./query.js";

/** @typedef {Map<string, Set<string>>} Selection facet id -> term ids */
/**
 * @typedef {object} Found what search gives; hand it back to counts and drops
 * @property {number} total how many documents
 * @property {boolean} isPart whether there may be more: not all that have the words of a phrase were read for it
 * @property {number[]} hits their ids, best first
 * @property {Float64Array} scores of all ids
 * @property {[string, string][]} corrected [typed word, word used instead]
 * @property {{facet: string, term: string, label: string}[]} offered facet terms named by the words, not yet selected
 * @property {string[]} words folded words to highlight
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
 * @property {(text: string, selection: Selection, options?: {signal?: AbortSignal}) => Promise<Found>} search
 * @property {(found: Found, selection: Selection, options?: {signal?: AbortSignal}) => Promise<Map<string, Map<string, number>>>} counts
 *   counts per facet and term, each facet without its own selection
 * @property {(found: Found, selection: Selection, options?: {signal?: AbortSignal}) => Promise<Map<string, number>>} drops
 *   how many would be found without each selected facet
 * @property {(ids: number[], options?: {signal?: AbortSignal}) => Promise<Card[]>} cards in the order of ids
 * @property {(ids: number[], words: string[], options?: {signal?: AbortSignal}) => Promise<Map<number, {text: string, hit: boolean}[]>>} excerpts
 *   a line of text around the words
 */

const split = (text) => text.split(" ");

/** What `read` makes of a file's text, which is unpacked unless the host did: some do so with what ends in .gz. */
async function load(url, read, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw response;
  const blob = await response.blob();
  const isPacked = (await blob.slice(0, 1).text()) == "\x1f";
  return read(await (isPacked ? new Response(blob.stream().pipeThrough(new DecompressionStream("gzip"))) : blob).text());
}

/** A shard: what is known of each stem, and the stem of each word. */
function readShard(text) {
  const [roots, [idfText], forms, runs, strays] = text.split("\n").map(split);
  const idfs = numbers(idfText);
  const stems = { __proto__: null };
  const words = { __proto__: null };
  roots.forEach((stem, at) => {
    const all = forms[at].split(",").map((form) => form.replace("-", stem));
    stems[stem] = { idf: idfs[at], forms: all, runs: runs[at] };
    for (const form of all) words[form] = stem;
  });
  strays.forEach((word, at) => at % 2 || (words[word] = strays[at + 1]));
  return { stems, words };
}

/** The ids that have a stem, by level: [level, ids]s. */
const postings = (entry) =>
  (entry.ids ??= entry.runs.split("!").map((run) => [numbers(run[0])[0], rising(run.slice(1))]));

/** @param {string} entryUrl of index.json @returns {Promise<Reader>} */
export async function openReader(entryUrl) {
  const known = {};

  /** What `read` made of a file: each is loaded once. */
  const get = (name, read, signal) =>
    (known[name] ??= load(new URL(name + ".gz", entryUrl), read, { signal }).catch((error) => {
      delete known[name];
      throw error;
    })).catch((error) => {
      // Where another search began to load it and was given up, this one begins anew.
      if (error.name != "AbortError" || signal?.aborted) throw error;
      return get(name, read, signal);
    });

  const entry = await load(entryUrl, JSON.parse, { cache: "no-cache" });
  const { facets, size, directories, vocabularies, endings, ...table } = await get(entry.table, JSON.parse);
  const dropped = split(table.dropped);
  const blocks = table.cards.match(/.{6}/g);
  const names = new Map(Object.entries(table.names));
  /** The ids of all documents, the place of each in the columns, and the columns by facet. */
  const readColumns = (text) => {
    const found = JSON.parse(text);
    const all = rising(found.ids);
    const places = new Map(all.map((id, place) => [id, place]));
    return { all, places, columns: new Map(facets.map(({ id }, at) => [id, column(found.columns[at])])) };
  };
  const lifts = new Uint8Array(size).fill(5);
  for (const [id, rank] of table.ranks) lifts[id] += rank;

  /** The parts of a directory, [first words, names], that words from one to another are in. */
  function range([firsts, names], from, to, read, signal) {
    const place = (word) => Math.max(0, firsts.findLastIndex((first) => first <= word));
    return Promise.all(names.slice(place(from), place(to) + 1).map((name) => get(name, read, signal)));
  }

  async function shards(from, to, signal) {
    const inside = await range(directories, from, to, JSON.parse, signal);
    return (await Promise.all(inside.map((directory) => range(directory, from, to, readShard, signal)))).flat();
  }

  async function entryOf(word, signal) {
    const [{ stems, words }] = await shards(word, word, signal);
    const stem = words[word] ?? word;
    return stems[stem] ?? (await shards(stem, stem, signal))[0].stems[stem];
  }

  /**
   * What a typed word stands for: entries of stems with their factors, and the word used where it was mistyped. The
   * factors: 4 as typed; 2 without the accents typed; 3 for what goes on, has another ending, or was mistyped.
   */
  async function meaning(typed, isPrefix, signal) {
    const word = fold(typed);
    const entries = new Map();
    const list = async (name) => (name ? get(name, split, signal) : []);
    const near = () => list(vocabularies[word[0]]);
    const add = async (others, factor) => {
      for (const entry of await Promise.all(others.map((other) => entryOf(other, signal))))
        if (entry && !entries.has(entry)) entries.set(entry, factor);
    };
    await add([typed], 4);
    await add([word], entries.size ? 2 : 4);
    if (isPrefix && word[1]) {
      const all = word[3] ? (await shards(word, word + "\uffff", signal)).flatMap(({ words }) => Object.keys(words)) : await near();
      const longer = all.filter((other) => other.startsWith(word) && other != word);
      await add(word[3] ? longer : longer.slice(0, 4), 3);
    }
    if (!entries.size) await add([word.replace(/^(...+?)(ings?|ed|ers?|e?s|ly)$/, "$1")], 3);
    if (entries.size) return { entries };
    const { corrections } = await import("./texts.js");
    const others = await corrections(word, near, async () => list((await get(endings, JSON.parse, signal))[word.at(-1)]));
    await add(others, 3);
    return { entries, used: others[0] };
  }

  /** Ids, best first; the score of each id, and which words it has, as bits. */
  function rank(groups, counts) {
    const scores = new Float64Array(size);
    const has = new Int32Array(size);
    let every = 0;
    groups.forEach(({ entries }, at) => {
      const bit = 1 << at;
      const runs = [];
      for (const [entry, factor] of entries) {
        every |= bit;
        for (const [level, ids] of postings(entry)) runs.push([level * entry.idf * factor * counts[at], ids]);
      }
      // The best of a word's stems counts: the first that gives an id its bit.
      for (const [score, ids] of runs.sort((one, other) => other[0] - one[0]))
        for (const id of ids)
          if (!(has[id] & bit)) {
            has[id] |= bit;
            scores[id] += score;
          }
    });
    let ids = [];
    let most = 0;
    for (let id = 0; id < size; id++)
      if (has[id]) {
        ids.push(id);
        most = Math.max(most, (scores[id] *= lifts[id]));
      }
    // To have all words counts more than any score. Sorted by the low half of what each falls short, then by the high one.
    const half = (((2 * most) ** 0.5) | 0) + 1;
    for (const unit of [1, half]) {
      const rows = Array.from(Array(half), () => []);
      for (const id of ids) {
        const short = most - scores[id] + (has[id] != every && !groups[6]) * most;
        rows[(short / unit) % half | 0].push(id);
      }
      ids = [].concat(...rows);
    }
    return { ids, scores, has };
  }

  async function cards(ids, { signal } = {}) {
    const names = split("url title summary kind kind_label date language levels formats texts");
    const card = async (id) => {
      const card = (await get(`cards/${id >> 2}.${blocks[id >> 7]}`, JSON.parse, signal))[id & 3];
      return { id, ...Object.fromEntries(names.map((name, place) => [name, card[place]])) };
    };
    return Promise.all(ids.map(card));
  }

  /** What `use` makes of the text of each document; its first argument is the module of texts. */
  async function texts(ids, use, signal) {
    const text = async ({ id, texts }) => (await get(`texts/${id >> 1}.${texts}`, JSON.parse, signal))[id & 1];
    const read = await Promise.all((await cards(ids, { signal })).map(text));
    const module = await import("./texts.js");
    return read.map((text) => use(module, text));
  }

  /** What was found, filtered; with what counts it. */
  const sifted = async ({ all }, selection, signal) => {
    const { sift, tally } = await import("../filters/counts.js");
    const { places, columns } = await get(table.columns, readColumns, signal);
    const found = sift(facets, columns, all.map((id) => places.get(id)), selection);
    return { ...found, counts: () => tally(facets, columns, found) };
  };

  return {
    facets,
    cards,
    counts: async (found, selection, { signal } = {}) => (await sifted(found, selection, signal)).counts(),
    drops: async (found, selection, { signal } = {}) => (await sifted(found, selection, signal)).drops,

    async search(text, selection, { signal } = {}) {
      const query = parse(text, dropped, names);
      const words = [...query.words.keys()];
      const groups = await Promise.all(
        words.map((word, at) => meaning(word, query.prefix && !words[at + 1], signal)),
      );
      const { ids, scores, has } = rank(groups, [...query.words.values()]);
      let [all, rest] = [ids, []];
      if (query.phrases[0]) {
        let needed = 0;
        words.forEach((word, at) => query.phrases.flat().includes(fold(word)) && (needed |= 1 << at));
        rest = ids.filter((id) => (has[id] & needed) == needed);
        const hasAll = ({ hasPhrase }, text) => query.phrases.every((phrase) => hasPhrase(text, phrase));
        all = [];
        for (let reads = 3; rest[0] >= 0 && reads-- && !all[9]; ) {
          const some = rest.splice(0, 32);
          const said = await texts(some, hasAll, signal);
          all.push(...some.filter((_, at) => said[at]));
        }
      }
      if (!words[0]) ({ all } = await get(table.columns, readColumns, signal));
      const isFiltered = [...selection.values()].some(({ size }) => size);
      let kept = all;
      if (isFiltered) {
        const { passes } = await sifted({ all }, selection, signal);
        kept = all.filter((_, at) => passes[at]);
      }
      signal?.throwIfAborted();
      return {
        all,
        total: kept.length,
        isPart: rest[0] >= 0,
        hits: kept,
        scores,
        corrected: groups.flatMap(({ used }, at) => (used ? [[words[at], used]] : [])),
        offered: query.offers.filter(({ facet, term }) => !selection.get(facet)?.has(term)),
        words: groups.flatMap(({ entries }) => [...entries.keys()].flatMap(({ forms }) => forms)),
      };
    },

    async excerpts(ids, words, { signal } = {}) {
      const read = await texts(ids, ({ excerpt }, text) => excerpt(text, words), signal);
      return new Map(ids.map((id, at) => [id, read[at]]));
    },
  };
}
