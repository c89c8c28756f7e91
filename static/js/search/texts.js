// What a search does with the texts of pages: whether one has a phrase, and its best line around the words.

import { places, words } from "./query.js";

/** Whether a line has the words of a phrase one after the other. @param {string} text @param {string[]} phrase */
export const hasPhrase = (text, phrase) =>
  text.split("\n").some((line) => ` ${words(line).join(" ")} `.includes(` ${phrase.join(" ")} `));

/**
 * Cut out the best line below title and summary; empty where none has a word.
 * @param {string} text @param {string[]} wanted folded words
 * @returns {{text: string, hit: boolean}[]} its parts
 */
export function excerpt(text, wanted) {
  /** @type {import("./query.js").Place[]} */
  let best = [];
  let line = "";
  for (const other of text.split("\n").slice(2)) {
    const hits = places(other).filter(({ word }) => wanted.includes(word));
    if (hits.length > best.length) [best, line] = [hits, other];
  }
  if (!best.length) return [];
  // A few words before the first hit; more where the line ends soon.
  const begin = line.lastIndexOf(" ", Math.max(0, Math.min(best[0].start - 40, line.length - 220))) + 1;
  const stop = line.length - begin > 220 ? line.lastIndexOf(" ", begin + 220) : line.length;
  /** @type {{text: string, hit: boolean}[]} */
  const parts = [];
  /** @param {string} text @param {boolean} hit */
  const add = (text, hit) => {
    if (text) parts.push({ text, hit });
  };
  let at = begin;
  add(begin ? "…" : "", false);
  for (const { start, end } of best) {
    if (end > stop) break;
    add(line.slice(at, start), false);
    add(line.slice(start, end), true);
    at = end;
  }
  add(line.slice(at, stop) + (stop < line.length ? "…" : ""), false);
  return parts;
}
