/**
 * The index of a list (docs/facet-format.md): its facets, their columns, other orders, and cards. Each file is fetched
 * when it is needed, once; a failure is forgotten, so that the next call tries again.
 *
 * @typedef {import("./counts.js").Facet & {column: string}} IndexedFacet
 * @typedef {import("./counts.js").Sifted} Sifted
 * @typedef {import("./format.js").Column} Column
 * @typedef {import("./rows.js").Card} Card
 * @typedef {import("./state.js").Selection} Selection
 *
 * @typedef {Object} Index
 * @property {number} count of pages
 * @property {number} block how many cards stand in one file
 * @property {string[]} fields of cards
 * @property {{id: string, url: string}[]} sorts
 * @property {IndexedFacet[]} facets
 * @property {string} ids the file with the number that search has for each page
 */
import { sift, slice, tally } from "./counts.js";
import { card, column } from "./format.js";

/** Open an index that was fetched. @param {string} url its address @param {Index} index */
function open(url, index) {
  const { get, here } = files();
  const pages = [...Array(index.count).keys()];
  const folder = url.replace(/facets\.json$/, "cards/");

  /** @param {IndexedFacet[]} facets */
  const known = (facets) => facets.filter((facet) => here.has(facet.column));
  /** @param {IndexedFacet[]} facets @returns {Map<string, Column>} */
  const columns = (facets) => new Map(known(facets).map((facet) => [facet.id, here.get(facet.column)]));
  /** @param {string} sort */
  const sortUrl = (sort) => index.sorts.find(({ id }) => id === sort)?.url ?? "";
  /** @param {number} page its position in the list */
  const blockOf = (page) => `${folder}${Math.floor(page / index.block)}.json`;

  return {
    facets: index.facets,
    /** The facets in which something is chosen. @param {Selection} selection */
    chosen: (selection) => index.facets.filter(({ id }) => selection.has(id)),
    /** Whether the columns of some facets are here. @param {IndexedFacet[]} facets */
    has: (facets) => known(facets).length === facets.length,
    /** @param {IndexedFacet[]} facets */
    fetchColumns: (facets) => Promise.all(facets.map((facet) => get(facet.column, column))),
    /** The numbers that search has for the pages, in list order. */
    fetchIds: () => get(index.ids, (/** @type {number[]} */ ids) => ids),
    /**
     * Find which pages pass; the columns of the chosen facets must be here.
     * @param {Selection} selection @param {number[]} [among] the places of the pages to look at, rising, if not all
     */
    sift: (selection, among = pages) => sift(index.facets, columns(index.facets), among, selection),
    /** Count by those columns that are here. @param {Sifted} sifted */
    count: (sifted) => tally(known(index.facets), columns(index.facets), sifted),

    /** Whether an order is here. @param {string} sort "" for the list's own */
    hasOrder: (sort) => !sortUrl(sort) || here.has(sortUrl(sort)),
    /** @param {string} sort */
    fetchOrder: (sort) => get(sortUrl(sort), (/** @type {number[]} */ order) => order),
    /** The positions of some of the pages that pass. @param {Sifted} sifted @param {string} sort @param {number} from @param {number} to */
    slice: (sifted, sort, from, to) => slice(sifted, here.get(sortUrl(sort)) ?? null, from, to),

    /** The cards of pages where all are here, else null. @param {number[]} positions @returns {Card[] | null} */
    cards: (positions) =>
      positions.every((page) => here.has(blockOf(page)))
        ? positions.map((page) => here.get(blockOf(page))[page % index.block])
        : null,
    /** @param {number[]} positions */
    fetchCards: (positions) =>
      Promise.all(
        [...new Set(positions.map(blockOf))].map((block) =>
          get(block, (/** @type {unknown[][]} */ cards) => cards.map((values) => card(index.fields, values))),
        ),
      ),
    /** The first pages of the list, as many as these blocks have. @param {number} blocks */
    first: (blocks) => pages.slice(0, blocks * index.block),
  };
}

/** @typedef {ReturnType<typeof open>} FacetIndex */

/** Give what fetches an index, when it is first needed. @param {string} url @returns {() => Promise<FacetIndex>} */
export function facetIndex(url) {
  const { get } = files();
  return () => get(url, (/** @type {Index} */ index) => open(url, index));
}

/** Files of JSON: `get` gives what `read` makes of one, `here` has those that have come. */
function files() {
  /** @type {Map<string, any>} */
  const here = new Map();
  /** @type {Map<string, Promise<any>>} */
  const asked = new Map();
  /**
   * @template T
   * @param {string} url @param {(json: any) => T} read
   * @returns {Promise<T>}
   */
  function get(url, read) {
    const known = asked.get(url);
    if (known) return known;
    const work = fetchJson(url).then((json) => {
      const value = read(json);
      here.set(url, value);
      return value;
    });
    asked.set(url, work);
    work.catch(() => asked.delete(url));
    return work;
  }
  return { get, here };
}

/** The copy that a browser kept is asked for changes, so that files of one build go together. @param {string} url */
async function fetchJson(url) {
  const answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}
