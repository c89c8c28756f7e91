/**
 * Reads what lists and search have in common (docs/facet-format.md): numbers written as characters, columns, and cards.
 *
 * @typedef {Object} Column which of a facet's terms each page has
 * @property {number[][]} sets every set of terms that a page has, as numbers of terms
 * @property {number[]} items for each page, the number of its set
 */

const ZERO = 35;
const FULL = 50000;

/** Read numbers that stand one after the other. @param {string} text */
export function numbers(text) {
  /** @type {number[]} */
  const values = [];
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    value += digit;
    if (digit < FULL) {
      values.push(value);
      value = 0;
    }
  }
  return values;
}

/** Read rising numbers, which are written as differences. @param {string} text */
export function rising(text) {
  let last = 0;
  return numbers(text).map((step) => (last += step));
}

/** Read a column. @param {{sets: number[][], items: string}} written @returns {Column} */
export const column = ({ sets, items }) => ({ sets, items: numbers(items) });

/**
 * Read a card: its values stand in the order of the names that the index has for them.
 * @template {import("./rows.js").Card} T
 * @param {string[]} fields @param {unknown[]} values
 * @returns {T}
 */
export const card = (fields, values) =>
  /** @type {T} */ (Object.fromEntries(fields.map((name, at) => [name, values[at]])));
