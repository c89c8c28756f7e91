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

/** The words that may be meant by an unknown one; `first` and `last` give those with its first and its last letter. */
export async function corrections(typed, first, last) {
  const near = async (words, letters, most) =>
    typed[letters - 1] ? (await words()).filter((word) => distance(typed, word) == most) : [];
  let found = await near(first, 3, 1);
  if (!found[0]) found = await near(last, 4, 1);
  if (!found[0]) found = await near(first, 8, 2);
  return found.slice(0, 3);
}
