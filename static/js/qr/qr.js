/**
 * QR codes of addresses, by ISO/IEC 18004: bytes, error correction M, versions 1 to 13, which hold 300 characters.
 * @joins
 */
import { codewords, versionFor } from "./codewords.js";
import { masked, penalty } from "./masks.js";
import { blank } from "./patterns.js";

/** A longer text has squares too small for the camera of an old phone. */
export const MOST_CHARACTERS = 300;

/** @typedef {boolean[][]} Matrix rows of squares, true for a dark one */

/**
 * @param {string} text
 * @returns {Matrix | null} null where the text is too long
 */
export function qr(text) {
  const bytes = new TextEncoder().encode(text);
  const version = text.length > MOST_CHARACTERS ? 0 : versionFor(bytes.length);
  if (!version) return null;
  const frame = blank(version);
  place(frame, codewords(bytes, version));
  let best = masked(frame, 0);
  for (let mask = 1; mask < 8; mask++) {
    const other = masked(frame, mask);
    if (penalty(other) < penalty(best)) best = other;
  }
  return best;
}

/** The dark squares as the path of a line that is one square thick. @param {Matrix} matrix */
export function pathOf(matrix) {
  let path = "";
  matrix.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) path += `M${start} ${y}.5h${x - start}`;
    }
  });
  return path;
}

/**
 * Write the bits in pairs of columns from the right, up and down in turn, around what is there.
 * @param {import("./patterns.js").Frame} frame @param {number[]} words
 */
function place({ matrix, fixed }, words) {
  const last = matrix.length - 1;
  let bit = 0;
  for (let right = last; right > 0; right -= 2) {
    // The column of the timing pattern is none of a pair.
    if (right === 6) right--;
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step <= last; step++) {
      const y = isUp ? last - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y][x]) continue;
        matrix[y][x] = ((words[bit >> 3] >> (7 - (bit & 7))) & 1) === 1;
        bit++;
      }
    }
  }
}
