/**
 * The shell: home, the list, search, and what they are shown with. A new one is saved whole, and only then takes the place of the
 * one before. offline.json says what belongs to it, so that these bytes stay the same when pages change.
 */
import { cache, copyOf, dated, dropShells, get, isFingerprinted, note, scope, shellInUse, shellOf } from "./copies.js";

/** @typedef {import("./copies.js").Shell} Shell */

/** Look whether there is a new one, and save it. Rejects where any of it cannot be had. @returns {Promise<boolean>} whether there was */
export async function renew() {
  const answer = await get(`${scope}offline.json`);
  if (!answer.ok) throw new Error(answer.statusText);
  /** @type {Shell} */
  const wanted = await answer.json();
  const used = await shellInUse();
  if (used?.digest === wanted.digest) return false;
  const shell = await cache(shellOf(wanted.digest));
  const old = used && (await cache(shellOf(used.digest)));
  const save = async (/** @type {[string, string]} */ [path, digest]) => {
    // What came before the network broke is there, and so is what the last shell had.
    if (await shell.match(path)) return;
    const same = used?.files[path] === digest ? await old?.match(path) : undefined;
    await shell.put(path, same ?? (await whole(path, digest)));
  };
  const results = await Promise.allSettled(Object.entries(wanted.files).map(save));
  const failed = results.find(({ status }) => status === "rejected");
  if (failed) throw /** @type {PromiseRejectedResult} */ (failed).reason;
  // Pages that were visited look as they did: what they were shown with stays with them.
  const pages = await cache("pages");
  for (const path of Object.keys(used?.files ?? {})) {
    const asset = isFingerprinted(path) && !(path in wanted.files) ? await copyOf(path) : undefined;
    if (asset) await pages.put(path, asset);
  }
  await note("shell", wanted);
  await dropShells(wanted.digest);
  return true;
}

/** A file that is what the shell says, to the last byte. @param {string} path @param {string} digest */
async function whole(path, digest) {
  const answer = await get(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const data = await answer.arrayBuffer();
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (!hex.startsWith(digest)) throw new Error(`${path}: not as the shell has it`);
  return dated(answer, data);
}
