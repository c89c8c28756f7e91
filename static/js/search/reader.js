// The reader of the search index: what the search page and the search box are built on.
//
// openReader(entryUrl) gives a Reader. Every method that loads takes a signal and rejects with a SearchError (name
// "SearchError"; `code` is "network", "missing" or "format") where a file cannot be had, or with the AbortError of the signal.

/** @typedef {Map<string, Set<string>>} Selection facet id -> term ids */
/** @typedef {{id: number, score: number}} Hit */
/**
 * @typedef {object} Found what search gives; hand it back to counts and drops
 * @property {number} total how many documents
 * @property {Hit[]} hits all of them, best first
 * @property {[string, string][]} corrected [typed word, word used instead]
 * @property {{facet: string, term: string, label: string}[]} offered facet terms named by the words, not yet selected
 * @property {string[]} words folded surface forms to highlight
 * @property {boolean} isEmpty no word was typed: every document is a hit, in no special order
 */
/**
 * @typedef {{id: number, url: string, title: string, summary: string, kind: string, label: string, date: string,
 *   lang: string, levels: string[], formats: string[]}} Card what a row of a list shows: `kind` names the icon ("tool"),
 *   `label` the word ("Tool"), `date` is for people, `levels` are "1" to "5", `formats` labels
 */
/** @typedef {{id: string, label: string, terms: {id: string, label: string}[]}} Facet */

export class SearchError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "SearchError";
    this.code = code;
  }
}

/** @returns {Promise<Reader>} */
export async function openReader(entryUrl, { signal } = {}) {
  throw new SearchError("missing", `not there yet: ${entryUrl} ${signal}`);
}

export class Reader {
  /** @type {Facet[]} in the order of site.yaml, with all their terms */
  facets = [];

  /** @param {string} text @param {Selection} selection @returns {Promise<Found>} */
  async search(text, selection = new Map(), { prefix = true, signal } = {}) {}

  /** Counts per facet and term, each facet without its own selection. @returns {Promise<Map<string, Map<string, number>>>} */
  async counts(found, selection, { signal } = {}) {}

  /** What is found without each selected facet: [{facet, total}], best first; facet "" stands for none selected at all. */
  async drops(found, selection, { signal } = {}) {}

  /** @param {number[]} ids @returns {Promise<Card[]>} in the order of ids */
  async cards(ids, { signal } = {}) {}

  /** @returns {Promise<Map<number, {text: string, hit: boolean}[]>>} a line of text around the words */
  async excerpts(ids, words, { signal } = {}) {}
}
