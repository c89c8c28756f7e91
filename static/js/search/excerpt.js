// A line of a document's text around the words that were looked for, and whether it has a phrase.

import { fold, places, words } from "./query.js";

const BEFORE = 60;
const LONGEST = 220;

/** Whether a line of a text has the words of a phrase one after the other. */
export function hasPhrase(text, phrase) {
  return text.split("\n").some((line) => {
    const said = words(line).filter(Boolean);
    return said.some((_, at) => phrase.every((word, place) => said[at + place] == word));
  });
}

/** @returns {{text: string, hit: boolean}[]} the best line below title and summary; empty where none has a word */
export function excerpt(text, wanted) {
  let best = [];
  let line = "";
  let most = 0;
  for (const other of text.split("\n").slice(2)) {
    const hits = places(other).filter(([word]) => wanted.has(word));
    const different = new Set(hits.map(([word]) => word)).size;
    if (different > most) [best, line, most] = [hits, other, different];
  }
  if (!most) return [];
  let start = best[0][1] > BEFORE ? line.indexOf(" ", best[0][1] - BEFORE) + 1 : 0;
  if (start > best[0][1]) start = best[0][1];
  let end = line.length;
  if (end - start > LONGEST) end = Math.max(line.lastIndexOf(" ", start + LONGEST), best[0][2]);
  const parts = [{ text: start ? "…" : "", hit: false }];
  let at = start;
  for (const [, from, to] of best.filter((hit) => hit[2] <= end)) {
    parts.push({ text: line.slice(at, from), hit: false }, { text: line.slice(from, to), hit: true });
    at = to;
  }
  parts.push({ text: line.slice(at, end) + (end < line.length ? "…" : ""), hit: false });
  return parts.filter((part) => part.text);
}
