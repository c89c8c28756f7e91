// Words that are mistyped: loaded when a word is unknown.

/** How many letters are wrong: left out, put in, another, or two swapped. */
function distance(one, other) {
  let before;
  let row = Array.from(" " + other, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const now = [at];
    for (let to = 1; to <= other.length; to++) {
      now[to] = Math.min(row[to] + 1, now[to - 1] + 1, row[to - 1] + (one[at - 1] != other[to - 1]));
      if (one[at - 1] == other[to - 2] && one[at - 2] == other[to - 1]) now[to] = Math.min(now[to], before[to - 2] + 1);
    }
    before = row;
    row = now;
  }
  return row.at(-1);
}

/** The nearest words to an unknown one; `vocabulary` has the most frequent first. */
export function corrections(typed, vocabulary) {
  let best = typed.length < 3 ? 0 : typed.length > 7 ? 2 : 1;
  let found = [];
  for (const word of vocabulary) {
    const wrong = Math.abs(word.length - typed.length) > best ? 9 : distance(typed, word);
    if (wrong < best) found = [];
    if (wrong <= best) found.push(word);
    best = Math.min(best, wrong);
  }
  return found.slice(0, 3);
}
