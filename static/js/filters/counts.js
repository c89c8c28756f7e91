/**
 * Filters and counts pages by the columns of their facets: every set of terms is looked at once, every page once for
 * each facet.
 *
 * @typedef {import("./format.js").Column} Column
 * @typedef {import("./state.js").Selection} Selection
 * @typedef {{id: string, label: string, terms: {id: string, label: string}[]}} Facet
 *
 * @typedef {Object} Sifted
 * @property {ArrayLike<number>} pages those that were looked at, by their places in the columns
 * @property {number} total how many of them pass
 * @property {Uint8Array} passes for each of them, 1 where it passes
 * @property {Map<string, number>} drops chosen facet to how many would pass without its choices
 * @property {Facet[]} chosen the facets in which something is chosen
 * @property {Uint8Array} fails for each of the pages, in how many of those facets it fails
 * @property {Uint8Array} where for each of them, the number of the last facet in which it fails, from 1
 */
import { column, rising } from "./format.js";

const LETTERS_ALIKE = 4;
const MOST_ALIKE = 6;

/**
 * Find which pages pass: those that have, of each facet in which something is chosen, one of the chosen terms.
 * @param {Facet[]} facets @param {Map<string, Column>} columns by facet; those of the chosen facets are needed
 * @param {ArrayLike<number>} pages places in the columns @param {Selection} selection
 * @returns {Sifted}
 */
export function sift(facets, columns, pages, selection) {
  const chosen = facets.filter(({ id }) => selection.has(id));
  const fails = new Uint8Array(pages.length);
  const where = new Uint8Array(pages.length);
  chosen.forEach(({ id, terms }, number) => {
    const { sets, items } = columnOf(columns, id);
    const isChosen = terms.map((term) => selection.get(id)?.has(term.id));
    const isGood = sets.map((set) => set.some((term) => isChosen[term]));
    for (let at = 0; at < pages.length; at++)
      if (!isGood[items[pages[at]]]) {
        fails[at]++;
        where[at] = number + 1;
      }
  });
  const passes = new Uint8Array(pages.length);
  const missed = new Uint32Array(chosen.length + 1);
  let total = 0;
  for (let at = 0; at < pages.length; at++) {
    if (!fails[at]) total += passes[at] = 1;
    else if (fails[at] === 1) missed[where[at]]++;
  }
  const drops = new Map(chosen.map((facet, number) => [facet.id, total + missed[number + 1]]));
  return { pages, total, passes, drops, chosen, fails, where };
}

/**
 * Count how many pages each term would show: a facet's own choices are left out, those of all others count.
 * @param {Facet[]} facets @param {Map<string, Column>} columns of all these facets @param {Sifted} sifted
 * @returns {Map<string, Map<string, number>>} facet to term to pages
 */
export function tally(facets, columns, { pages, chosen, fails, where }) {
  const counts = new Map();
  for (const facet of facets) {
    const { sets, items } = columnOf(columns, facet.id);
    const own = chosen.indexOf(facet) + 1;
    const ofSet = new Uint32Array(sets.length);
    for (let at = 0; at < pages.length; at++)
      if (!fails[at] || (own && fails[at] === 1 && where[at] === own)) ofSet[items[pages[at]]]++;
    const ofTerm = new Uint32Array(facet.terms.length);
    sets.forEach((set, number) => set.forEach((term) => (ofTerm[term] += ofSet[number])));
    counts.set(facet.id, new Map(facet.terms.map((term, number) => [term.id, ofTerm[number]])));
  }
  return counts;
}

/**
 * @typedef {Object} DocumentColumns the columns of search
 * @property {string} text as they are written
 * @property {{ids: number[], places: Map<number, number>, columns: Map<string, Column>}} [read] the ids of all documents, the
 *   place of each in the columns, and the columns, once they have been read
 */

/**
 * Sift documents of a search by their ids, or all that there are.
 * @param {Facet[]} facets @param {DocumentColumns} file @param {number[] | undefined} found @param {Selection} selection
 */
export function siftDocuments(facets, file, found, selection) {
  const { ids, places, columns } = (file.read ??= readColumns(facets, file.text));
  const all = found ?? ids;
  const sifted = sift(facets, columns, all.map((id) => places.get(id) ?? 0), selection);
  const hits = all.filter((_, at) => sifted.passes[at]);
  return { all, hits, drops: sifted.drops, counts: () => tally(facets, columns, sifted) };
}

/** @param {Facet[]} facets @param {string} text */
function readColumns(facets, text) {
  const written = JSON.parse(text);
  const ids = rising(written.ids);
  const columns = new Map(facets.map(({ id }, at) => [id, column(written.columns[at])]));
  return { ids, places: new Map(ids.map((id, place) => [id, place])), columns };
}

/**
 * The terms that typed words are like: their label begins with the same four letters as one of them.
 * @param {Facet[]} facets @param {{word: string}[]} typed folded words
 */
export function alike(facets, typed) {
  const starts = typed.map(({ word }) => word.slice(0, LETTERS_ALIKE)).filter((start) => start.length === LETTERS_ALIKE);
  const all = facets.flatMap(({ id: facet, terms }) => terms.map(({ id: term, label }) => ({ facet, term, label, rest: "" })));
  return all.filter(({ label }) => starts.some((start) => label.toLowerCase().startsWith(start))).slice(0, MOST_ALIKE);
}

/** @param {Map<string, Column>} columns @param {string} facet */
function columnOf(columns, facet) {
  const column = columns.get(facet);
  if (!column) throw new Error(`the column of ${facet} is not here`);
  return column;
}

/**
 * Find the pages `from` to `to` of those that pass, in the order in which they were looked at or in another.
 * @param {Sifted} sifted of pages in list order @param {number[] | null} order of all pages of the list
 * @param {number} from @param {number} to
 */
export function slice({ pages: among, passes }, order, from, to) {
  const left = new Set(order && Array.from(among).filter((_, at) => passes[at]));
  /** @type {number[]} */
  const pages = [];
  const all = order ?? among;
  for (let at = 0, seen = 0; at < all.length && seen < to; at++) {
    if ((order ? left.has(all[at]) : passes[at]) && seen++ >= from) pages.push(all[at]);
  }
  return pages;
}
