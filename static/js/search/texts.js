// The text of a document: whether it has a phrase, and its best line around the words that were looked for.

import { places, words } from "./query.js";

/** Whether a line has the words of a phrase one after the other. */
export const hasPhrase = (text, phrase) =>
  text.split("\n").some((line) => ` ${words(line).join(" ")} `.includes(` ${phrase.join(" ")} `));

/** @returns {{text: string, hit: boolean}[]} from the lines below title and summary; empty where none has a word */
export function excerpt(text, wanted) {
  let best = [];
  let line = "";
  for (const other of text.split("\n").slice(2)) {
    const hits = places(other).filter(([word]) => wanted.includes(word));
    if (hits.length > best.length) [best, line] = [hits, other];
  }
  if (!best[0]) return [];
  // A few words before the first hit; more where the line ends soon.
  const start = line.lastIndexOf(" ", Math.max(0, Math.min(best[0][1] - 40, line.length - 220))) + 1;
  const end = line.length - start > 220 ? line.lastIndexOf(" ", start + 220) : line.length;
  const parts = [];
  const add = (text, hit) => text && parts.push({ text, hit });
  let at = start;
  add(start ? "…" : "", false);
  for (const [, from, to] of best) {
    if (to > end) break;
    add(line.slice(at, from), false);
    add(line.slice(from, to), true);
    at = to;
  }
  add(line.slice(at, end) + (end < line.length ? "…" : ""), false);
  return parts;
}
