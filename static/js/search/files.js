// Files of the index: each loaded once, and unpacked where it is packed.

/** Its message is "network" (no answer) or "missing" (the file is not there: the site has changed). */
export class SearchError extends Error {
  name = "SearchError";
}

const ENDING = globalThis.DecompressionStream ? ".gz" : ".bin";

export async function request(url, read, options) {
  try {
    const response = await fetch(url, options);
    if (!response.ok) throw new SearchError("missing");
    return await read(response);
  } catch (error) {
    throw options.signal?.aborted || error.message == "missing" ? error : new SearchError("network");
  }
}

async function unpacked(response) {
  const blob = await response.blob();
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  // Some hosts unpack what ends in .gz: the first bytes tell.
  if (first != 31 || second != 139) return blob.text();
  return new Response(blob.stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** Gives get(name, read, signal): what `read` made of a file's text. */
export function files(base) {
  const known = {};
  return async function get(name, read, signal) {
    const loading = (known[name] ??= request(base + name + ENDING, unpacked, { signal }).then(read));
    try {
      return await loading;
    } catch (error) {
      if (known[name] == loading) delete known[name];
      // Another search began to load it, and was given up.
      if (error.name != "AbortError" || signal?.aborted) throw error;
      return get(name, read, signal);
    }
  };
}
