// The dictionary: which stems a typed word stands for, and which documents have a stem.

const EXACT = 4;
const COMPLETED = 3;
const CORRECTED = 2;

const split = (text) => text.split(" ");

/** A shard: what is known of each stem, and the stem of each word. */
function readShard(text) {
  const [roots, idfs, forms, runs, strays] = text.split("\n").map(split);
  const stems = { __proto__: null };
  const words = { __proto__: null };
  roots.forEach((stem, at) => {
    const all = forms[at].split(",").map((form) => form.replace("-", stem));
    stems[stem] = { idf: idfs[0].charCodeAt(at) - 35, forms: all, runs: runs[at] };
    for (const form of all) words[form] = stem;
  });
  strays.forEach((word, at) => at % 2 || (words[word] = strays[at + 1]));
  return { stems, words };
}

/** The ids that have a stem, by level: [level, ids]s. */
export const postings = (entry) =>
  (entry.ids ??= entry.runs.split("!").map((run) => {
    const ids = [];
    let id = 0;
    for (let at = 1; at < run.length; at++) {
      const step = run.charCodeAt(at) - 35;
      id += step;
      if (step < 50000) ids.push(id);
    }
    return [run.charCodeAt(0) - 35, ids];
  }));

/** Gives meaning(word, isPrefix, signal): what a typed word stands for. */
export function dictionary(get, directories, vocabularies) {
  const place = (firsts, word) => firsts.findLastIndex((first) => first <= word);

  /** Gives the shards that words from one to another are in. */
  async function range([firsts, names], from, to, read, signal) {
    const found = [];
    for (let at = Math.max(0, place(firsts, from)); at <= place(firsts, to); at++) found.push(get(names[at], read, signal));
    return Promise.all(found);
  }

  const shards = async (from, to, signal) => {
    const inside = await range(directories, from, to, JSON.parse, signal);
    return (await Promise.all(inside.map((directory) => range(directory, from, to, readShard, signal)))).flat();
  };

  async function entryOf(word, signal) {
    const [{ stems, words }] = await shards(word, word, signal);
    const stem = words[word] ?? word;
    return stems[stem] ?? (await shards(stem, stem, signal))[0].stems[stem];
  }

  return async (word, isPrefix, signal) => {
    const entries = new Map();
    const near = async () => (vocabularies[word[0]] ? get(vocabularies[word[0]], split, signal) : []);
    const add = async (others, factor) => {
      for (const entry of await Promise.all(others.map((other) => entryOf(other, signal))))
        if (entry && !entries.has(entry)) entries.set(entry, factor);
    };
    await add([word], EXACT);
    if (isPrefix && word[1]) {
      const known = word[3]
        ? (await shards(word, word + "\uffff", signal)).flatMap(({ words }) => Object.keys(words))
        : await near();
      const others = known.filter((other) => other.startsWith(word) && other != word);
      await add(word[3] ? others : others.slice(0, 4), COMPLETED);
    }
    let used;
    if (!entries.size) {
      const { corrections } = await import("./typos.js");
      const others = corrections(word, await near());
      await add(others, CORRECTED);
      used = others[0];
    }
    return { entries, used };
  };
}
