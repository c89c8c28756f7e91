/**
 * The address is the state: `?topic=quality&level=3&level=4&sort=title&page=2`.
 *
 * Facets and terms stand in the order in which the list offers them, so that one choice has one address. Unknown terms
 * are ignored, and gone once the address is written anew.
 *
 * @typedef {{id: string, terms: {id: string}[]}[]} Vocabulary the facets, in order, with their terms, in order
 */
import { select } from "./state.js";

/**
 * Read the part of an address from "?" on.
 * @param {string} search @param {Vocabulary} facets @param {string[]} sorts the list's own first
 * @param {boolean} isWhole whether `facets` have all terms that there are: if not, other terms are kept too
 * @returns {import("./state.js").State}
 */
export function read(search, facets, sorts, isWhole = true) {
  const query = new URLSearchParams(search);
  const chosen = ({ id, terms }) => {
    const asked = query.getAll(id);
    return [id, isWhole ? terms.map((term) => term.id).filter((term) => asked.includes(term)) : asked];
  };
  const sort = query.get("sort") || "";
  return {
    selection: select(facets.map(chosen)),
    sort: sorts.indexOf(sort) > 0 ? sort : "",
    page: Math.max(1, Math.min(1e6, parseInt(query.get("page") || "", 10) || 1)),
  };
}

/** Whether an address says anything about filters. @param {string} search @param {string[]} names of facets */
export const speaks = (search, names) =>
  [...new URLSearchParams(search).keys()].some((key) => key === "sort" || key === "page" || names.includes(key));

/**
 * Write the same part; empty where nothing is chosen. Terms that `facets` do not have come after those that they have.
 * @param {import("./state.js").State} state @param {Vocabulary} facets
 */
export function write({ selection, sort, page }, facets) {
  const query = new URLSearchParams();
  for (const { id, terms } of facets) {
    const chosen = selection.get(id) ?? new Set();
    const known = terms.map((term) => term.id).filter((term) => chosen.has(term));
    for (const term of new Set([...known, ...chosen])) query.append(id, term);
  }
  if (sort) query.set("sort", sort);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text && `?${text}`;
}
