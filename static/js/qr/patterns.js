/** The squares of a QR code that say nothing of its text: by them a camera finds it, and knows how large it is. */

/** @typedef {{matrix: boolean[][], fixed: boolean[][]}} Frame `fixed` are the squares that no text may take */

/** x^12 + x^11 + x^10 + x^9 + x^8 + x^5 + x^2 + 1, which makes the bits that correct a version. */
const VERSION_FIELD = 0x1f25;

/** A code without its text. @param {number} version @returns {Frame} */
export function blank(version) {
  const size = 17 + 4 * version;
  const rows = () => Array.from({ length: size }, () => /** @type {boolean[]} */ (Array(size).fill(false)));
  const frame = { matrix: rows(), fixed: rows() };
  for (let at = 0; at < size; at++) {
    set(frame, 6, at, at % 2 === 0);
    set(frame, at, 6, at % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) finder(frame, x, y);
  const centers = alignments(version, size);
  const last = centers.length - 1;
  centers.forEach((y, row) =>
    centers.forEach((x, column) => {
      const isFinder = (!row && !column) || (!row && column === last) || (row === last && !column);
      if (!isFinder) rings(frame, x, y, 2);
    }),
  );
  reserveFormat(frame, size);
  if (version >= 7) versions(frame, version, size);
  return frame;
}

/** @param {Frame} frame @param {number} x @param {number} y @param {boolean} isDark */
function set({ matrix, fixed }, x, y, isDark) {
  if (y < 0 || x < 0 || y >= matrix.length || x >= matrix.length) return;
  matrix[y][x] = isDark;
  fixed[y][x] = true;
}

/** Rings around a center: a dark one outside, a light one in it. @param {Frame} frame @param {number} x @param {number} y @param {number} reach */
function rings(frame, x, y, reach) {
  for (let down = -reach; down <= reach; down++) {
    for (let along = -reach; along <= reach; along++) {
      set(frame, x + along, y + down, Math.max(Math.abs(down), Math.abs(along)) !== reach - 1);
    }
  }
}

/** The pattern of a corner, with the light edge around it. @param {Frame} frame @param {number} x @param {number} y */
function finder(frame, x, y) {
  for (let down = -4; down <= 4; down++) {
    for (let along = -4; along <= 4; along++) set(frame, x + along, y + down, false);
  }
  rings(frame, x, y, 3);
}

/** The rows and columns with the centers of the small patterns. @param {number} version @param {number} size */
function alignments(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = 2 * Math.ceil((size - 13) / (2 * count - 2));
  return [6, ...Array.from({ length: count - 1 }, (_, at) => size - 7 - (count - 2 - at) * step)];
}

/** What is written with the mask, and the one square that is always dark. @param {Frame} frame @param {number} size */
function reserveFormat(frame, size) {
  for (let at = 0; at < 9; at++) {
    for (const [x, y] of [[8, at], [at, 8]]) if (!frame.fixed[y][x]) set(frame, x, y, false);
    if (at < 8) {
      set(frame, size - 1 - at, 8, false);
      set(frame, 8, size - 1 - at, false);
    }
  }
  set(frame, 8, size - 8, true);
}

/** The version, in two places. @param {Frame} frame @param {number} version @param {number} size */
function versions(frame, version, size) {
  let rest = version;
  for (let step = 0; step < 12; step++) rest = (rest << 1) ^ ((rest >> 11) * VERSION_FIELD);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at++) {
    const isDark = ((bits >> at) & 1) === 1;
    const [across, along] = [size - 11 + (at % 3), Math.floor(at / 3)];
    set(frame, across, along, isDark);
    set(frame, along, across, isDark);
  }
}
