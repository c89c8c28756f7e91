/**
 * The files of the search index (docs/search-format.md): each is loaded once, unpacked, and read.
 *
 * @typedef {<T>(name: string, read: (text: string) => T, signal?: AbortSignal) => Promise<T>} Get what `read` makes of a
 *   file; rejects where the network fails, or with the AbortError of the signal
 * @typedef {[firsts: string[], names: string[]]} Directory the first words of files, and their names
 * @typedef {{impact: number, ids: number[]}} Run the documents that have a stem at one impact
 *
 * @typedef {Object} Stem what a shard says of a stem
 * @property {number} idf
 * @property {string[]} forms its words
 * @property {string} written its postings, as they stand in the shard
 * @property {Run[]} [runs] the same, once they have been read
 *
 * @typedef {{stems: Record<string, Stem>, words: Record<string, string[]>}} Shard its stems, and those of each word
 *
 * @typedef {Object} Lexicon
 * @property {(root: string, signal?: AbortSignal) => Promise<Stem | undefined>} stem what is known of a stem
 * @property {(word: string, signal?: AbortSignal) => Promise<Stem[]>} stemsOf what is known of a word's stems, or of the
 *   word where it is a stem itself
 * @property {(start: string, signal?: AbortSignal) => Promise<string[]>} starting the words that begin so
 */
import { numbers, rising } from "../filters/format.js";

/** @param {string} text */
export const split = (text) => text.split(" ");

/**
 * Load a file; it is unpacked unless the host did so, as some do with what ends in .gz.
 * @template T
 * @param {URL | string} url @param {(text: string) => T} read @param {RequestInit} options
 * @returns {Promise<T>}
 */
export async function load(url, read, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const blob = await response.blob();
  const isPacked = (await blob.slice(0, 1).text()) === "\x1f";
  return read(await (isPacked ? new Response(blob.stream().pipeThrough(new DecompressionStream("gzip"))) : blob).text());
}

/**
 * Open the files beside an address.
 * @param {string} url @param {Record<string, string>} [bundled] what is here already, by name
 * @returns {Get}
 */
export function openFiles(url, bundled = {}) {
  /** @type {Map<string, Promise<any>>} */
  const known = new Map();
  /** @type {Get} */
  const get = async (name, read, signal) => {
    let file = known.get(name);
    if (!file) {
      file = name in bundled ? Promise.resolve(read(bundled[name])) : load(new URL(`${name}.gz`, url), read, { signal });
      known.set(name, file);
      file.catch(() => known.delete(name));
    }
    try {
      return await file;
    } catch (error) {
      // Where another search began to load it and was given up, this one begins anew.
      if (!(error instanceof DOMException) || error.name !== "AbortError" || signal?.aborted) throw error;
      return get(name, read, signal);
    }
  };
  return get;
}

/** @param {string} text @returns {Shard} */
function readShard(text) {
  const [roots, [idfText], forms, postings, strays] = text.split("\n").map(split);
  const idfs = numbers(idfText);
  const stems = Object.create(null);
  const words = Object.create(null);
  roots.forEach((stem, at) => {
    const all = forms[at] ? forms[at].split(",").map((form) => form.replace("-", stem)) : [];
    stems[stem] = { idf: idfs[at], forms: all, written: postings[at] };
    for (const form of all) (words[form] ??= []).push(stem);
  });
  for (let at = 0; at < strays.length; at += 2) (words[strays[at]] ??= []).push(strays[at + 1]);
  return { stems, words };
}

/** The documents that have a stem, the highest impact first. @param {Stem} stem @returns {Run[]} */
export const runs = (stem) =>
  (stem.runs ??= stem.written.split("!").map((run) => ({ impact: numbers(run[0])[0], ids: rising(run.slice(1)) })));

/** @param {Get} get @param {Directory} directories the directories, each of which names shards @returns {Lexicon} */
export function openLexicon(get, directories) {
  /**
   * Read the files that have the words from one to another.
   * @template T
   * @param {Directory} directory @param {string} from @param {string} to @param {(text: string) => T} read
   * @param {AbortSignal} [signal]
   */
  const range = ([firsts, names], from, to, read, signal) => {
    /** @param {string} word */
    const place = (word) => Math.max(1, firsts.filter((first) => first <= word).length) - 1;
    return Promise.all(names.slice(place(from), place(to) + 1).map((name) => get(name, read, signal)));
  };

  /** @param {string} from @param {string} to @param {AbortSignal} [signal] */
  const shards = async (from, to, signal) => {
    /** @type {Directory[]} */
    const inside = await range(directories, from, to, JSON.parse, signal);
    return (await Promise.all(inside.map((directory) => range(directory, from, to, readShard, signal)))).flat();
  };

  /** @type {Lexicon["stem"]} */
  const stem = async (root, signal) => (await shards(root, root, signal))[0].stems[root];

  return {
    stem,
    async stemsOf(word, signal) {
      const [{ words }] = await shards(word, word, signal);
      const stems = await Promise.all((words[word] ?? [word]).map((root) => stem(root, signal)));
      return stems.flatMap((one) => one ?? []);
    },
    starting: async (start, signal) =>
      (await shards(start, start + "\uffff", signal))
        .flatMap(({ words }) => Object.keys(words))
        .filter((word) => word.startsWith(start)),
  };
}
