// The reader of the search index: what the search page and the search box are built on. docs/search-format.md says how
// hits are found and ranked. Methods reject with a SearchError (see files.js) or with the AbortError of their signal.

import { Bytes, Files, json, request } from "./files.js";
import { excerpt, hasPhrase } from "./excerpt.js";
import { countsOf, filter, readColumns } from "./facets.js";
import { namesOf, parse } from "./query.js";
import { postings, Words } from "./words.js";

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
 * @typedef {{id: number, url: string, title: string, summary: string, kind: string, label: string, date: string,
 *   lang: string, levels: string[], formats: string[]}} Card what a row of a list shows: `kind` names the icon ("tool"),
 *   `label` the word ("Tool"), `date` is for people, `levels` are "1" to "5", `formats` labels
 */
/** @typedef {{id: string, label: string, terms: {id: string, label: string, count: number, also: string[]}[]}} Facet */

const CARDS = 8;
const TEXTS = 2;
const READ_FOR_PHRASES = 32;
const IDS = 2 ** 20;
const ALL_WORDS = 2 ** 31;

const hex = (data) => Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");

function readTable(data) {
  const bytes = new Bytes(data);
  const [size, count] = [bytes.number(), bytes.number()];
  const ranks = [];
  let id = 0;
  for (let more = bytes.number(); more; more--) ranks.push([(id += bytes.number()), bytes.number() - 3]);
  const firsts = [];
  for (let more = bytes.number(); more; more--) firsts.push(bytes.word(firsts.at(-1) ?? ""));
  const shards = firsts.map(() => hex(bytes.take(4)));
  const cards = Array.from({ length: Math.ceil(size / CARDS) }, (_, at) => `cards/${at}.${hex(bytes.take(3))}`);
  return { size, count, ranks, firsts, shards, cards };
}

/** @param {string} entryUrl of index.json @returns {Promise<Reader>} */
export async function openReader(entryUrl, { signal } = {}) {
  const response = await request(entryUrl, { signal, cache: "no-cache" });
  const entry = await response.json();
  const files = new Files(entryUrl.replace(/[^/]*$/, ""));
  return new Reader(entry, files, await files.get(entry.table, readTable, signal));
}

export class Reader {
  /** @type {Facet[]} */
  facets;
  /** @type {number} how many documents there are */
  count;
  #columns;
  #dropped;
  #files;
  #names;
  #table;
  #words;

  constructor(entry, files, table) {
    this.facets = entry.facets.map((facet) => ({
      ...facet,
      terms: facet.terms.map(([id, label, count, ...also]) => ({ id, label, count, also })),
    }));
    this.count = table.count;
    this.#columns = entry.columns;
    this.#dropped = new Set(entry.dropped.split(" "));
    this.#files = files;
    this.#names = namesOf(this.facets);
    this.#table = table;
    this.#words = new Words(files, table, entry.vocabularies);
  }

  /** @param {string} text @param {Selection} selection @returns {Promise<Found>} */
  async search(text, selection = new Map(), { prefix = true, signal } = {}) {
    const query = parse(text, this.#dropped, this.#names);
    const last = query.words.length - 1;
    const groups = await Promise.all(
      query.words.map(([word], at) => this.#words.meaning(word, prefix && query.prefix && at == last, signal)),
    );
    let keys = this.#rank(groups, query);
    if (query.phrases.length) keys = await this.#withPhrases(keys, query, groups, signal);
    const found = {
      state: Array.from(keys, (key) => IDS - 1 - (key % IDS)),
      corrected: groups.flatMap((group, at) => (group.used ? [[query.words[at][0], group.used]] : [])),
      offered: query.offers.filter((offer) => !selection.get(offer.facet)?.has(offer.term)),
      words: [...new Set(groups.flatMap((group) => group.forms))],
      isEmpty: last < 0,
    };
    if (found.isEmpty) found.state = (await this.#load(signal)).ids;
    let order = found.state.map((_, at) => at);
    if (isSome(selection)) order = (await this.#filter(found, selection, signal)).kept;
    found.hits = order.map((at) => ({ id: found.state[at], score: Math.floor((keys[at] ?? 0) / IDS) % ALL_WORDS }));
    found.total = order.length;
    signal?.throwIfAborted();
    return found;
  }

  /** Counts per facet and term, each facet without its own selection. @returns {Promise<Map<string, Map<string, number>>>} */
  async counts(found, selection = new Map(), { signal } = {}) {
    const { columns } = await this.#load(signal);
    return countsOf(this.facets, columns, (await this.#filter(found, selection, signal)).tallies);
  }

  /** What is found without each selected facet, most first; facet "" stands for no filter at all. */
  async drops(found, selection, { signal } = {}) {
    const { alone, kept } = await this.#filter(found, selection, signal);
    const drops = this.facets.map((facet, at) => ({ facet: facet.id, total: kept.length + alone[at] }));
    const some = drops.filter((drop) => selection.get(drop.facet)?.size && drop.total > kept.length);
    return [...some.sort((one, other) => other.total - one.total), { facet: "", total: found.state.length }];
  }

  /** @param {number[]} ids @returns {Promise<Card[]>} in the order of ids */
  async cards(ids, { signal } = {}) {
    return Promise.all(
      ids.map(async (id) => {
        const block = await this.#files.get(this.#table.cards[Math.floor(id / CARDS)], json, signal);
        const [url, title, summary, kind, label, date, lang, levels, formats, texts] = block[id % CARDS];
        return { id, url, title, summary, kind, label, date, lang, levels, formats, texts };
      }),
    );
  }

  /** A line of text around the words. @returns {Promise<Map<number, {text: string, hit: boolean}[]>>} */
  async excerpts(ids, words, { signal } = {}) {
    const wanted = new Set(words);
    const texts = await Promise.all(ids.map((id) => this.#text(id, signal)));
    return new Map(ids.map((id, at) => [id, excerpt(texts[at], wanted)]));
  }

  async #text(id, signal) {
    const [card] = await this.cards([id], { signal });
    const block = await this.#files.get(`texts/${Math.floor(id / TEXTS)}.${card.texts}`, json, signal);
    return block[id % TEXTS];
  }

  /** Documents as sorted numbers: all words first, then by score, then by id. */
  #rank(groups, query) {
    const { size, ranks } = this.#table;
    const scores = new Float64Array(size);
    this.#matched = new Int32Array(size);
    const best = new Float64Array(size);
    groups.forEach(({ entries }, at) => {
      best.fill(0);
      for (const [entry, factor] of entries) {
        const [ids, levels] = postings(entry);
        const weight = entry.idf * factor * query.words[at][1];
        for (let place = 0; place < ids.length; place++) {
          const score = weight * levels[place];
          if (score > best[ids[place]]) best[ids[place]] = score;
        }
      }
      for (let id = 0; id < size; id++) {
        if (best[id]) {
          scores[id] += best[id] * 5;
          this.#matched[id] |= 1 << at;
        }
      }
    });
    for (const [id, rank] of ranks) scores[id] *= (5 + rank) / 5;
    const all = groups.length > 31 ? -1 : 2 ** groups.length - 1;
    const keys = [];
    for (let id = 0; id < size; id++)
      if (scores[id])
        keys.push(-(((this.#matched[id] == all ? ALL_WORDS : 0) + Math.round(scores[id])) * IDS + (IDS - 1 - id)));
    return Float64Array.from(keys).sort().map((key) => -key);
  }

  #matched;

  /** Of the first documents that have all words of the phrases, those that have the phrases. */
  async #withPhrases(keys, query, groups, signal) {
    let needed = 0;
    for (const phrase of query.phrases)
      query.words.forEach(([word], at) => phrase.includes(word) && (needed |= 1 << at));
    const near = keys.filter((key) => (this.#matched[IDS - 1 - (key % IDS)] & needed) == needed);
    const read = near.slice(0, READ_FOR_PHRASES);
    const texts = await Promise.all(Array.from(read, (key) => this.#text(IDS - 1 - (key % IDS), signal)));
    return read.filter((_, at) => query.phrases.every((phrase) => hasPhrase(texts[at], phrase)));
  }

  #load(signal) {
    return this.#files.get(this.#columns, readColumns(this.facets.length), signal);
  }

  async #filter(found, selection, signal) {
    const { columns } = await this.#load(signal);
    return filter(this.facets, columns, selection, found.state);
  }
}

const isSome = (selection) => [...selection.values()].some((terms) => terms.size);
