// Files of the index: loaded once, unpacked where they are packed, and read as numbers and words.

/** What goes wrong while loading. `code`: "network" (no answer), "missing" (not there: the site has changed). */
export class SearchError extends Error {
  constructor(code, url) {
    super(`${code}: ${url}`);
    this.name = "SearchError";
    this.code = code;
  }
}

const ENDING = typeof DecompressionStream == "function" ? ".gz" : ".bin";

/** @returns {Promise<Response>} */
export async function request(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new SearchError("network", url);
  }
  if (response.ok) return response;
  throw new SearchError("missing", url);
}

async function load(url, signal) {
  const response = await request(url + ENDING, { signal });
  try {
    const data = new Uint8Array(await response.arrayBuffer());
    // Some hosts unpack what ends in .gz: the first bytes tell.
    if (data[0] != 31 || data[1] != 139) return data;
    const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new SearchError("network", url);
  }
}

/** Loads each file once. `get` gives what `read` made of its bytes. */
export class Files {
  #base;
  #known = new Map();

  constructor(base) {
    this.#base = base;
  }

  async get(name, read, signal) {
    signal?.throwIfAborted();
    let loading = this.#known.get(name);
    if (!loading) {
      loading = load(this.#base + name, signal).then(read);
      this.#known.set(name, loading);
    }
    try {
      return await loading;
    } catch (error) {
      if (this.#known.get(name) == loading) this.#known.delete(name);
      // Another search began to load it, and was given up.
      if (error.name == "AbortError" && !signal?.aborted) return this.get(name, read, signal);
      throw error;
    }
  }
}

const utf8 = new TextDecoder();

/** Reads numbers and words one after the other. */
export class Bytes {
  at = 0;

  constructor(data) {
    this.data = data;
  }

  number() {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = this.data[this.at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  }

  take(size) {
    return this.data.subarray(this.at, (this.at += size));
  }

  text() {
    return utf8.decode(this.take(this.number()));
  }

  /** A word that shares its beginning with another. */
  word(before) {
    return before.slice(0, this.number()) + this.text();
  }
}

export const json = (data) => JSON.parse(utf8.decode(data));
