/**
 * Reads columns of facets (docs/facet-format.md): which of a facet's terms each page has. Numbers are written as
 * characters, as sitegen/codec.py says.
 *
 * @typedef {Object} Column
 * @property {number[][]} sets every set of terms that a page has, as numbers of terms
 * @property {number[]} items for each page, the number of its set
 */

const ZERO = 35;
const FULL = 50000;

/** Read numbers that stand one after the other. @param {string} text */
export function numbers(text) {
  const found = [];
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    value += digit;
    if (digit < FULL) {
      found.push(value);
      value = 0;
    }
  }
  return found;
}

/** Read rising numbers, which are written as differences. @param {string} text */
export function rising(text) {
  let last = 0;
  return numbers(text).map((step) => (last += step));
}

/** @param {{sets: number[][], items: string}} written @returns {Column} */
export const column = ({ sets, items }) => ({ sets, items: numbers(items) });
