// What a search needs once it knows the words: whether a text has a phrase, its best line around them; and which words
// may be meant by an unknown one.

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

/** Whether at most so many letters are wrong: left out, put in, another, or two swapped. */
const isNear = (one, other, wrong) => {
  const [rest, more] = [one.slice(1), other.slice(1)];
  if (one[0] == other[0]) return one == other || isNear(rest, more, wrong);
  if (!wrong--) return false;
  const isSwapped = one[0] == other[1] && one[1] == other[0] && isNear(rest.slice(1), more.slice(1), wrong);
  return isSwapped || isNear(rest, more, wrong) || isNear(rest, other, wrong) || isNear(one, more, wrong);
};

/** The words that may be meant by an unknown one; `first` and `last` give those with its first and its last letter. */
export async function corrections(typed, first, last) {
  for (const [words, letters, wrong] of [[first, 3, 1], [last, 4, 1], [first, 8, 2]]) {
    const found = typed[letters - 1] ? (await words()).filter((word) => isNear(typed, word, wrong)) : [];
    if (found[0]) return found.slice(0, 3);
  }
  return [];
}
