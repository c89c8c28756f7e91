/**
 * Counts and filters pages by the facet index (docs/facet-format.md): every set of terms once, every page once.
 *
 * @typedef {{id: string, label: string, terms: {id: string, label: string}[], sets: number[][], items: number[]}} Facet
 * @typedef {Object} Sifted
 * @property {number} total how many pages pass
 * @property {Uint8Array} passes for each page, in list order, 1 where it passes
 * @property {Map<string, number>} drops chosen facet to pages that would pass without its choices
 * @property {Facet[]} chosen the facets in which something is chosen
 * @property {Uint8Array} fails for each page, in how many of those it fails
 * @property {Uint8Array} where for each page, the place of the one where it does, from 1, if that is one
 */

/**
 * Which pages pass: one walk for each facet in which something is chosen.
 * @param {Facet[]} facets @param {number} count of pages @param {import("./state.js").Selection} selection
 * @returns {Sifted}
 */
export function sift(facets, count, selection) {
  const chosen = facets.filter(({ id }) => selection.has(id));
  const fails = new Uint8Array(count);
  const where = new Uint8Array(count);
  chosen.forEach(({ id, terms, sets, items }, at) => {
    const wanted = terms.map((term) => selection.get(id).has(term.id));
    const good = sets.map((set) => set.some((term) => wanted[term]));
    for (let page = 0; page < count; page++)
      if (!good[items[page]]) {
        fails[page]++;
        where[page] = at + 1;
      }
  });
  const passes = new Uint8Array(count);
  const missed = new Uint32Array(chosen.length + 1);
  let total = 0;
  for (let page = 0; page < count; page++) {
    if (!fails[page]) total += passes[page] = 1;
    else if (fails[page] === 1) missed[where[page]]++;
  }
  const drops = new Map(chosen.map((facet, at) => [facet.id, total + missed[at + 1]]));
  return { total, passes, drops, chosen, fails, where };
}

/**
 * How many pages each term would show: a facet's own choices are left out.
 * @param {Facet[]} facets @param {Sifted} sifted @returns {Map<string, Map<string, number>>} facet to term to pages
 */
export function tally(facets, { chosen, fails, where }) {
  const counts = new Map();
  for (const facet of facets) {
    const own = chosen.indexOf(facet) + 1;
    const pages = new Uint32Array(facet.sets.length);
    for (let page = 0; page < fails.length; page++)
      if (!fails[page] || (own && fails[page] === 1 && where[page] === own)) pages[facet.items[page]]++;
    const found = new Uint32Array(facet.terms.length);
    facet.sets.forEach((set, at) => set.forEach((term) => (found[term] += pages[at])));
    counts.set(facet.id, new Map(facet.terms.map((term, at) => [term.id, found[at]])));
  }
  return counts;
}

/**
 * The positions of pages `from` to `to` of those that pass, in list order or in another.
 * @param {Uint8Array} passes @param {number[] | null} order
 */
export function positions(passes, order, from, to) {
  const found = [];
  for (let at = 0, seen = 0; at < passes.length && seen < to; at++) {
    const page = order ? order[at] : at;
    if (passes[page] && seen++ >= from) found.push(page);
  }
  return found;
}
