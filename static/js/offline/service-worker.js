/**
 * The service worker: it shows the site where there is no network. It stands at one address below the site's path, and its bytes
 * do not change with a page. What it saves: ./copies.js.
 * @joins
 */
import { answer } from "./answers.js";
import { assetsOf, cacheNames, copyOf, inTurn, isHtml, recall, saveVisited, scope, shellInUse, stop, worker } from "./copies.js";
import { FILM, keep } from "./kept-items.js";
import { renew } from "./shell.js";

/** @typedef {import("./copies.js").LongEvent} LongEvent */

const PAUSE = 600_000;
let lookedAt = 0;

/** @type {(type: string, listener: (event: any) => void) => void} */
const on = (type, listener) => self.addEventListener(type, listener);

on("install", (/** @type {LongEvent} */ event) => {
  worker.skipWaiting();
  event.waitUntil(inTurn(renew));
});

on("activate", (/** @type {LongEvent} */ event) => event.waitUntil(begin()));

on("fetch", (/** @type {import("./answers.js").FetchEvent & {respondWith: (answer: Promise<Response>) => void}} */ event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === location.origin && pathname.startsWith(scope);
  if (request.method !== "GET" || !isOurs || request.headers.has("range") || FILM.test(pathname)) return;
  event.respondWith(answer(event));
  if (request.mode === "navigate") event.waitUntil(look().catch(() => {}));
});

on("message", (/** @type {LongEvent & {data: {keep?: string[], isCleared?: boolean}, ports: MessagePort[]}} */ event) => {
  const { data, ports } = event;
  if (data.isCleared) stop();
  const work = data.isCleared ? clear : () => list(data.keep ?? []);
  event.waitUntil(inTurn(work).then(() => ports[0]?.postMessage("done"), () => {}));
});

/** Take over the pages that are open, and save them: they came before there was anybody to do so. */
async function begin() {
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
  for (const { url } of await worker.clients.matchAll()) {
    await saveOpen(new URL(url).pathname).catch(() => {});
  }
}

/** @param {string} path */
async function saveOpen(path) {
  const page = await fetch(path);
  if (!page.ok || !isHtml(page)) return;
  const body = await page.blob();
  await saveVisited(path, page, body);
  for (const asset of assetsOf(await body.text())) {
    if (await copyOf(asset)) continue;
    const answer = await fetch(asset);
    if (answer.ok) await saveVisited(asset, answer, await answer.blob());
  }
}

/** Look for a new shell, not with every page; what is kept comes along with it. */
async function look() {
  if (Date.now() - lookedAt < PAUSE) return;
  lookedAt = Date.now();
  await inTurn(async () => {
    if ((await shellInUse()) && (await renew())) await keep((await recall("list")) ?? []);
  });
}

/** Save a list. A worker that was ended, and is wanted again, begins anew. @param {string[]} ids */
async function list(ids) {
  if (!(await shellInUse())) await renew();
  await keep(ids);
}

/** Remove all that is saved, and end. */
async function clear() {
  for (const name of await cacheNames()) await caches.delete(name);
  await worker.registration.unregister();
}
