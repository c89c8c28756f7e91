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
 * @returns {import("./state.js").State}
 */
export function read(search, facets, sorts) {
  const query = new URLSearchParams(search);
  const known = ({ id, terms }) => [id, terms.map((term) => term.id).filter((term) => query.getAll(id).includes(term))];
  const sort = query.get("sort") || "";
  return {
    selection: select(facets.map(known)),
    sort: sorts.indexOf(sort) > 0 ? sort : "",
    page: Math.max(1, Math.min(1e6, parseInt(query.get("page") || "", 10) || 1)),
  };
}

/** Whether an address says anything about filters. @param {string} search @param {string[]} names of facets */
export const speaks = (search, names) =>
  [...new URLSearchParams(search).keys()].some((key) => key === "sort" || key === "page" || names.includes(key));

/**
 * Write the same part; empty where nothing is chosen.
 * @param {import("./state.js").State} state @param {Vocabulary} facets
 */
export function write({ selection, sort, page }, facets) {
  const query = new URLSearchParams();
  for (const { id, terms } of facets)
    for (const term of terms) if (selection.get(id)?.has(term.id)) query.append(id, term.id);
  if (sort) query.set("sort", sort);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text && `?${text}`;
}
