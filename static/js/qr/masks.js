/** The eight masks of a QR code, and how hard it is to read with each. Source: ISO/IEC 18004, 7.8. */

/** @typedef {import("./patterns.js").Frame} Frame */

/** Whether a mask turns a square, by its column and row. @type {((x: number, y: number) => boolean)[]} */
const MASKS = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** x^10 + x^8 + x^5 + x^4 + x^2 + x + 1, which makes the bits that correct a format. */
const FORMAT_FIELD = 0x537;
const FORMAT_MASK = 0x5412;

/** What the middle of a corner's pattern looks like, with four light squares before or behind it. */
const LIKE_A_CORNER = /(?=10111010000|00001011101)/g;

/** A code with a mask, and with the mask's number in it. @param {Frame} frame @param {number} mask */
export function masked({ matrix, fixed }, mask) {
  const turns = MASKS[mask];
  const made = matrix.map((row, y) => row.map((isDark, x) => (fixed[y][x] ? isDark : isDark !== turns(x, y))));
  let rest = mask;
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >> 9) * FORMAT_FIELD);
  // Error correction M is 00, so that the mask alone is left of the format.
  const bits = ((mask << 10) | rest) ^ FORMAT_MASK;
  const last = made.length - 1;
  for (let at = 0; at < 15; at++) {
    const isDark = ((bits >> at) & 1) === 1;
    // Beside the corner the bits go around the timing patterns.
    const near = at < 6 ? at : at < 8 ? at + 1 : at;
    if (at < 8) {
      made[near][8] = isDark;
      made[8][last - at] = isDark;
    } else {
      made[8][at === 8 ? 7 : 14 - at] = isDark;
      made[last - 14 + at][8] = isDark;
    }
  }
  return made;
}

/** How hard a code is to read: long runs, blocks, what looks like a corner, too much of one color. @param {boolean[][]} matrix */
export function penalty(matrix) {
  const rows = matrix.map((row) => row.map(Number).join(""));
  const columns = matrix.map((_, x) => matrix.map((row) => Number(row[x])).join(""));
  let sum = 0;
  for (const line of [...rows, ...columns]) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2;
    sum += 40 * [...line.matchAll(LIKE_A_CORNER)].length;
  }
  for (let y = 1; y < rows.length; y++) {
    for (let x = 1; x < rows.length; x++) {
      const square = rows[y - 1].slice(x - 1, x + 1) + rows[y].slice(x - 1, x + 1);
      if (square === "0000" || square === "1111") sum += 3;
    }
  }
  const dark = rows.join("").replaceAll("0", "").length / rows.length ** 2;
  return sum + 10 * Math.floor(Math.abs(dark * 20 - 10));
}
