/**
 * The address is the state: `?topic=quality&level=3&level=4&words=huddle&sort=title&page=2`.
 *
 * Facets and terms stand in the order in which the list offers them, so that one choice has one address. Unknown terms
 * are ignored, and gone once the address is written anew.
 *
 * @typedef {{id: string, terms: {id: string}[]}[]} Vocabulary the facets, in order, with their terms, in order
 * @typedef {import("./state.js").State} State
 */
import { select } from "./state.js";

const MOST_PAGES = 1e6;
const OWN = ["words", "sort", "page"];

/** Those of some terms that a vocabulary has, in its order. @param {{id: string}[]} terms @param {Set<string>} chosen */
const known = (terms, chosen) => terms.map(({ id }) => id).filter((id) => chosen.has(id));

/**
 * Read the part of an address from "?" on.
 * @param {string} search @param {Vocabulary} facets @param {string[]} sorts the list's own first
 * @param {boolean} isWhole whether `facets` have all terms that there are: if not, other terms are kept too
 * @returns {State}
 */
export function read(search, facets, sorts, isWhole = true) {
  const query = new URLSearchParams(search);
  const chosen = facets.map(({ id, terms }) => {
    const asked = new Set(query.getAll(id));
    return /** @type {const} */ ([id, isWhole ? known(terms, asked) : asked]);
  });
  const sort = query.get("sort") ?? "";
  const page = parseInt(query.get("page") ?? "", 10) || 1;
  return {
    selection: select(chosen),
    words: (query.get("words") ?? "").trim(),
    sort: sorts.indexOf(sort) > 0 ? sort : "",
    page: Math.max(1, Math.min(MOST_PAGES, page)),
  };
}

/** Whether an address says anything about filters. @param {string} search @param {Vocabulary} facets */
export const speaks = (search, facets) =>
  [...new URLSearchParams(search).keys()].some((key) => OWN.includes(key) || facets.some(({ id }) => id === key));

/**
 * Write the same part; empty where nothing is chosen. Terms that `facets` do not have come after those that they have.
 * @param {Partial<State>} state @param {Vocabulary} facets
 */
export function write({ selection = new Map(), words = "", sort = "", page = 1 }, facets) {
  const query = new URLSearchParams();
  for (const { id, terms } of facets) {
    const chosen = selection.get(id) ?? new Set();
    for (const term of new Set([...known(terms, chosen), ...chosen])) query.append(id, term);
  }
  if (words) query.set("words", words);
  if (sort) query.set("sort", sort);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text && `?${text}`;
}
