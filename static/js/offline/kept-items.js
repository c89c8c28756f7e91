/**
 * What a reader keeps, saved on this device with its files: no films, and no more than fifty megabytes in all.
 *
 * @typedef {Object} Saved what is known of an item
 * @property {string} shell with which it came, its digest
 * @property {string[]} paths of its page, what that is shown with, and its files
 * @property {number} size in bytes
 * @property {number} left how many of them are not saved, for there is no room, or they are gone
 * @typedef {Record<string, Saved>} Items by their ids
 */
import { assetsOf, cache, copyOf, dated, get, isHtml, isWhole, note, recall, scope, shellInUse, worker } from "./copies.js";

const MOST_BYTES = 50_000_000;
export const FILM = /\.(?:mp4|m4v|mov|webm|ogv|mp3|m4a)$/i;

/** Save the items of a list, in its order, and forget those that are not on it any more. @param {string[]} ids */
export async function keep(ids) {
  const used = await shellInUse();
  if (!used) return;
  const isSameList = String(await recall("list")) === String(ids);
  /** @type {Items} */
  const before = (await recall("kept")) ?? {};
  /** @type {Items} */
  const items = Object.fromEntries(Object.entries(before).filter(([id]) => ids.includes(id)));
  if (!isSameList) {
    await note("list", ids);
    await settle(items, before);
  }
  for (const id of ids) {
    const known = items[id];
    if (known?.shell === used.digest && (isSameList || !known.left)) continue;
    const others = Object.entries(items).filter(([other]) => other !== id);
    const room = MOST_BYTES - others.reduce((sum, [, { size }]) => sum + size, 0);
    // Where the network breaks, the copy of before stays, and the next page tries it again.
    items[id] = await save(id, room, used);
    await settle(items, known ? { id: known } : {});
  }
}

/** Note what is saved, delete what belongs to no item any more, and tell pages. @param {Items} items @param {Items} before */
async function settle(items, before) {
  await note("kept", items);
  const [kept, wanted] = [await cache("kept"), new Set(Object.values(items).flatMap(({ paths }) => paths))];
  const gone = Object.values(before).flatMap(({ paths }) => paths.filter((path) => !wanted.has(path)));
  await Promise.all(gone.map((path) => kept.delete(path)));
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true })) client.postMessage("saved");
}

/** @param {string} id @param {number} room in bytes @param {import("./copies.js").Shell} used @returns {Promise<Saved>} */
async function save(id, room, used) {
  const [kept, page] = [await cache("kept"), `${scope}${id}/`];
  /** @type {Saved} */
  const saved = { shell: used.digest, paths: [], size: 0, left: 0 };
  /** @param {string} path @returns {Promise<Blob | undefined>} nothing of what is gone or does not fit */
  const take = async (path) => {
    const answer = await get(path);
    if (answer.status >= 500) throw new Error(`${path}: ${answer.status}`);
    const isTaken = answer.ok && !(Number(answer.headers.get("content-length")) > room - saved.size);
    const body = isTaken ? await answer.blob() : undefined;
    if (!body || body.size > room - saved.size) {
      if (!body) await answer.body?.cancel();
      saved.left += 1;
      return undefined;
    }
    if (path === page && !(isHtml(answer) && isWhole(await body.text()))) throw new Error(`${path}: not whole`);
    await kept.put(path, dated(answer, body));
    await (await cache("pages")).delete(path);
    saved.paths.push(path);
    saved.size += body.size;
    return body;
  };
  const html = await (await take(page))?.text();
  if (html === undefined) return saved;
  for (const path of assetsOf(html)) if (!(path in used.files)) await take(path);
  const items = `${scope}my-list/items.json`;
  const known = await ((await copyOf(items)) ?? (await get(items))).json();
  for (const { url } of known.items[id]?.files ?? []) {
    const { origin, pathname } = new URL(url, location.href);
    if (origin === location.origin && !FILM.test(pathname)) await take(pathname);
  }
  return saved;
}
