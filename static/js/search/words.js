// The dictionary: which stems a typed word stands for, and which documents have a stem.

import { Bytes } from "./files.js";

const EXACT = 4;
const COMPLETED = 3;
const CORRECTED = 2;

/** A shard: forms by stem with the place of its postings, and stems by word. */
function readShard(data) {
  const bytes = new Bytes(data);
  const stems = new Map();
  const words = new Map();
  let stem = "";
  for (let count = bytes.number(); count; count--) {
    stem = bytes.word(stem);
    const idf = bytes.take(1)[0];
    const forms = [];
    for (let more = bytes.number(); more; more--) {
      forms.push(bytes.word(stem));
      words.set(forms.at(-1), stem);
    }
    stems.set(stem, { idf, forms, data: bytes.take(bytes.number()) });
  }
  let word = "";
  for (let count = bytes.number(); count; count--) {
    word = bytes.word(word);
    words.set(word, bytes.word(word));
  }
  return { stems, words };
}

/** Postings as [ids, levels], worked out once. */
export function postings(entry) {
  if (entry.postings) return entry.postings;
  const bytes = new Bytes(entry.data);
  const [low, high] = bytes.take(2);
  const ids = [];
  const levels = [];
  for (let level = 16; level; level--) {
    if (!(((low | (high << 8)) >> (level - 1)) & 1)) continue;
    let id = 0;
    for (let count = bytes.number(); count; count--) {
      ids.push((id += bytes.number()));
      levels.push(level);
    }
  }
  return (entry.postings = [ids, levels]);
}

/** Words by first letter: [word, how often]. */
function readVocabulary(data) {
  const bytes = new Bytes(data);
  const found = [];
  let word = "";
  while (bytes.at < data.length) {
    word = bytes.word(word);
    found.push([word, bytes.number()]);
  }
  return found;
}

/** The Damerau-Levenshtein distance, or `most` + 1 where it is more. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at++) {
    const now = [at];
    for (let place = 1; place <= other.length; place++) {
      const same = one[at - 1] == other[place - 1];
      let cost = Math.min(row[place] + 1, now[place - 1] + 1, row[place - 1] + !same);
      if (at > 1 && place > 1 && one[at - 1] == other[place - 2] && one[at - 2] == other[place - 1])
        cost = Math.min(cost, before[place - 2] + 1);
      now.push(cost);
    }
    before = row;
    row = now;
  }
  return Math.min(row.at(-1), most + 1);
}

const byFrequency = ([one, often], [other, oftener]) => oftener - often || (one < other ? -1 : 1);

function corrections(typed, vocabulary) {
  if (typed.length < 3) return [];
  let best = typed.length <= 7 ? 1 : 2;
  let found = [];
  for (const pair of vocabulary) {
    const mistakes = distance(typed, pair[0], best);
    if (mistakes > best) continue;
    if (mistakes < best) found = [];
    best = mistakes;
    found.push(pair);
  }
  return found.sort(byFrequency).slice(0, 3);
}

export class Words {
  #files;
  #table;
  #vocabularies;

  constructor(files, table, vocabularies) {
    this.#files = files;
    this.#table = table;
    this.#vocabularies = vocabularies;
  }

  /** What a typed word stands for: {stems: Map(stem -> factor), used: the word used instead, forms}. */
  async meaning(word, isPrefix, signal) {
    const stems = new Map();
    const shard = await this.#shard(this.#at(word), signal);
    const own = shard.words.get(word) ?? (shard.stems.has(word) && word);
    if (own) stems.set(own, EXACT);
    let used = "";
    if (isPrefix && word.length > 1) await this.#complete(word, stems, signal);
    if (!stems.size) {
      const near = corrections(word, await this.#vocabulary(word, signal));
      for (const other of near) stems.set(await this.#stem(other[0], signal), CORRECTED);
      used = near[0]?.[0] ?? "";
    }
    const entries = await Promise.all(
      Array.from(stems, async ([stem, factor]) => [await this.#entry(stem, signal), factor]),
    );
    const forms = entries.flatMap(([entry, factor]) =>
      factor == COMPLETED ? entry.forms.filter((form) => form.startsWith(word)) : entry.forms,
    );
    return { entries, used, forms };
  }

  async #complete(word, stems, signal) {
    const add = (stem) => stems.has(stem) || stems.set(stem, COMPLETED);
    if (word.length > 3) {
      const last = this.#at(word + "\uffff");
      const numbers = Array.from({ length: last - this.#at(word) + 1 }, (_, at) => last - at);
      for (const shard of await Promise.all(numbers.map((at) => this.#shard(at, signal))))
        for (const [other, stem] of shard.words) if (other.startsWith(word)) add(stem);
    } else {
      const longer = (await this.#vocabulary(word, signal)).filter(([other]) => other.startsWith(word) && other != word);
      const most = longer.sort(byFrequency).slice(0, 4);
      for (const stem of await Promise.all(most.map(([other]) => this.#stem(other, signal)))) add(stem);
    }
  }

  /** Which shard holds a word. */
  #at(word) {
    const firsts = this.#table.firsts;
    let low = 0;
    for (let high = firsts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= word) low = middle;
      else high = middle;
    }
    return low;
  }

  #shard(at, signal) {
    return this.#files.get(this.#table.shards[at], readShard, signal);
  }

  async #stem(word, signal) {
    return (await this.#shard(this.#at(word), signal)).words.get(word);
  }

  async #entry(stem, signal) {
    return (await this.#shard(this.#at(stem), signal)).stems.get(stem);
  }

  async #vocabulary(word, signal) {
    const name = this.#vocabularies[word[0]];
    return name ? this.#files.get(name, readVocabulary, signal) : [];
  }
}
