/** What a QR code says as codewords: the text in blocks, each with the words that correct it (Reed and Solomon). */

/** Of error correction M, by version from 1: correcting words a block, and blocks. Source: ISO/IEC 18004, table 9. */
const CORRECTING = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9];

const BYTE_MODE = 4;
const PADDING = [0xec, 0x11];

/** x^8 + x^4 + x^3 + x^2 + 1, by which the field of 256 numbers is made. */
const FIELD = 0x11d;

/** The first version that holds so many bytes, or 0. @param {number} length */
export function versionFor(length) {
  return CORRECTING.findIndex((_, at) => headBits(at + 1) + 8 * length <= 8 * dataWords(at + 1)) + 1;
}

/** All words of a code, in the order in which they are placed. @param {Uint8Array} bytes @param {number} version */
export function codewords(bytes, version) {
  const data = padded(bytes, version);
  const count = BLOCKS[version - 1];
  const length = CORRECTING[version - 1];
  const short = Math.floor(data.length / count);
  const longBlocks = data.length % count;
  const factors = generator(length);
  /** @type {number[][]} */
  const blocks = [];
  for (let at = 0, from = 0; at < count; at++) {
    const to = from + short + (at >= count - longBlocks ? 1 : 0);
    blocks.push(data.slice(from, to));
    from = to;
  }
  const corrections = blocks.map((block) => remainder(block, factors));
  return [...inTurn(blocks, short + 1), ...inTurn(corrections, length)];
}

/** Words from all blocks in turn; shorter ones have none at the end. @param {number[][]} blocks @param {number} length */
function inTurn(blocks, length) {
  const words = [];
  for (let at = 0; at < length; at++) {
    for (const block of blocks) if (at < block.length) words.push(block[at]);
  }
  return words;
}

/** Mode, length, text, end and padding. @param {Uint8Array} bytes @param {number} version */
function padded(bytes, version) {
  /** @type {number[]} */
  const bits = [];
  const add = (/** @type {number} */ value, /** @type {number} */ length) => {
    for (let at = length - 1; at >= 0; at--) bits.push((value >> at) & 1);
  };
  add(BYTE_MODE, 4);
  add(bytes.length, headBits(version) - 4);
  bytes.forEach((byte) => add(byte, 8));
  const room = 8 * dataWords(version);
  add(0, Math.min(4, room - bits.length));
  add(0, (8 - (bits.length % 8)) % 8);
  for (let at = 0; bits.length < room; at++) add(PADDING[at % 2], 8);
  const words = [];
  for (let at = 0; at < bits.length; at += 8) words.push(parseInt(bits.slice(at, at + 8).join(""), 2));
  return words;
}

/** Bits before the text: the mode, and its length. @param {number} version */
const headBits = (version) => (version < 10 ? 12 : 20);

/** @param {number} version */
const dataWords = (version) => Math.floor(rawBits(version) / 8) - CORRECTING[version - 1] * BLOCKS[version - 1];

/** How many squares are left for words, of the patterns that a version has. @param {number} version */
function rawBits(version) {
  const squares = (16 * version + 128) * version + 64;
  if (version < 2) return squares;
  const patterns = Math.floor(version / 7) + 2;
  return squares - ((25 * patterns - 10) * patterns - 55) - (version < 7 ? 0 : 36);
}

/** The product of (x - 2^i) for i below a length, without its first factor. @param {number} length */
function generator(length) {
  const factors = [...Array(length - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < length; step++) {
    for (let at = 0; at < length; at++) factors[at] = times(factors[at], root) ^ (factors[at + 1] ?? 0);
    root = times(root, 2);
  }
  return factors;
}

/** What is left of a block when it is divided by a polynomial. @param {number[]} block @param {number[]} factors */
function remainder(block, factors) {
  const rest = factors.map(() => 0);
  for (const word of block) {
    const factor = word ^ /** @type {number} */ (rest.shift());
    rest.push(0);
    factors.forEach((one, at) => {
      rest[at] ^= times(one, factor);
    });
  }
  return rest;
}

/** The product of two numbers of the field. @param {number} one @param {number} other */
function times(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * FIELD);
    product ^= ((other >> bit) & 1) * one;
  }
  return product;
}
