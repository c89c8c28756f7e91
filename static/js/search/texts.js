// What a search does with the texts of pages: whether one has a phrase, and its best line around the words.

import { fold, places, words } from "./query.js";

/** Whether a line has the words of a phrase one after the other. @param {string} text @param {string[]} phrase */
export const hasPhrase = (text, phrase) =>
  text.split("\n").some((line) => ` ${words(line).join(" ")} `.includes(` ${phrase.join(" ")} `));

/**
 * Those that have all phrases; `isPart` where not all that may have them were read.
 * @param {string[][]} phrases @param {string[]} typed the words of the query
 * @param {{ids: number[], bits: Int32Array}} ranked ids, best first; by id, which words it has, as bits
 * @param {import("./documents.js").Documents["havePhrases"]} read @param {import("./scoring.js").Ranking} ranking
 * @param {AbortSignal} [signal]
 */
export async function withPhrases(phrases, typed, { ids, bits }, read, ranking, signal) {
  const said = phrases.flat();
  const needed = typed.reduce((some, word, at) => (said.includes(fold(word)) ? some | (1 << at) : some), 0);
  const near = ids.filter((id) => (bits[id] & needed) === needed);
  /** @type {number[]} */
  const all = [];
  let start = 0;
  while (start < Math.min(near.length, ranking.max_read_for_phrase) && all.length < ranking.enough_with_phrase) {
    const some = near.slice(start, (start += ranking.phrase_batch));
    const has = await read(some, phrases, signal);
    all.push(...some.filter((_, at) => has[at]));
  }
  return { all, isPart: start < near.length };
}

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
