/**
 * What a reader has chosen, as a value that is never changed: each step gives a new one.
 *
 * @typedef {Map<string, Set<string>>} Selection facet id to the ids of its chosen terms; no facet has an empty set
 * @typedef {{selection: Selection, words: string, sort: string, page: number}} State `words` are those that pages must have,
 *   `sort` is "" for the list's own order
 */

/** @param {Iterable<readonly [facet: string, terms: Iterable<string>]>} pairs @returns {Selection} */
export function select(pairs) {
  const selection = new Map();
  for (const [facet, terms] of pairs) {
    const chosen = new Set(terms);
    if (chosen.size) selection.set(facet, chosen);
  }
  return selection;
}

/** Add a term, or take it away where it is chosen. @param {Selection} selection @param {string} facet @param {string} term */
export function toggle(selection, facet, term) {
  const terms = new Set(selection.get(facet));
  if (!terms.delete(term)) terms.add(term);
  return select(new Map(selection).set(facet, terms));
}

/** Take away a facet's choices. @param {Selection} selection @param {string} facet */
export const without = (selection, facet) => select([...selection].filter(([name]) => name !== facet));

/** How many terms are chosen. @param {Selection} selection */
export const size = (selection) => [...selection.values()].reduce((sum, terms) => sum + terms.size, 0);
