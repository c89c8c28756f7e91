/**
 * The copies that are saved on this device, in the service worker. They lie in the browser's caches, whose names begin with
 * the site's own path, so that two sites of one host keep apart:
 *
 * - `shell DIGEST`: what every reader has of the site, whole or not in use
 * - `pages`: pages that were visited, and what they were shown with
 * - `kept`: what is on the reader's list, with its files
 * - `state`: which shell is in use, what is kept
 *
 * @typedef {{digest: string, files: Record<string, string>}} Shell what offline.json says: the digests of files by their paths, and one of them all
 */
import { cacheName, SAVED_ON } from "./places.js";

/** @typedef {Event & {waitUntil: (work: Promise<unknown>) => void}} LongEvent */

/** What the types of pages do not know of a service worker. */
export const worker =
  /** @type {{registration: ServiceWorkerRegistration, skipWaiting: () => Promise<void>, clients: {claim: () => Promise<void>, matchAll: (options?: {includeUncontrolled: boolean}) => Promise<{url: string, postMessage: (message: string) => void}[]>}}} */ (
    /** @type {unknown} */ (self)
  );

/** The path at which the site stands, with a slash at its end. */
export const scope = new URL("./", location.href).pathname;

const MOST_VISITED = 400;
const NAMELESS = ["content-encoding", "content-length", "accept-ranges", "set-cookie"];

/** @param {string} name of a cache @returns {Promise<Cache>} */
export const cache = (name) => caches.open(cacheName(scope, name));

/** @param {string} path @param {string} name of a cache */
const match = (path, name) => caches.match(path, { cacheName: cacheName(scope, name) });

/** @returns {Promise<string[]>} the whole names of all caches of this site */
export const cacheNames = async () => (await caches.keys()).filter((name) => name.startsWith(cacheName(scope, "")));

/** @param {string} digest */
export const shellOf = (digest) => `shell ${digest}`;

/** Delete the caches of all shells but one. @param {string} digest */
export async function dropShells(digest) {
  const [start, own] = ["", digest].map((of) => cacheName(scope, shellOf(of)));
  const others = (await cacheNames()).filter((name) => name.startsWith(start) && name !== own);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** @param {string} name @returns {Promise<any>} what is noted under a name, or undefined */
export const recall = async (name) => (await match(scope + name, "state"))?.json();

/** @param {string} name @param {unknown} value */
export const note = async (name, value) => (await cache("state")).put(scope + name, new Response(JSON.stringify(value)));

/** @returns {Promise<Shell | undefined>} the shell in use; without one, nothing is saved or shown from here */
export const shellInUse = () => recall("shell");

/** An answer as it is saved: whole, and with its moment. @param {Response} answer @param {BodyInit} body */
export function dated(answer, body) {
  const headers = new Headers(answer.headers);
  for (const name of NAMELESS) headers.delete(name);
  headers.set(SAVED_ON, new Date().toISOString());
  return new Response(body, { headers });
}

/** @param {Response} copy @returns {string} when it was saved, as ISO 8601 */
export const savedOn = (copy) => copy.headers.get(SAVED_ON) ?? "";

/** @param {string} path */
export const isFingerprinted = (path) => path.startsWith(`${scope}assets/`) || /^search\/.+\.gz$/.test(path.slice(scope.length));

/** @param {Response} answer */
export const isHtml = (answer) => (answer.headers.get("content-type") ?? "").startsWith("text/html");

/** Whether a page is one of this site's, and came whole. @param {string} html */
export const isWhole = (html) => html.trimEnd().endsWith("</html>") && html.includes(`href="${scope}manifest.webmanifest"`);

/** The newest copy of what stands at a path. @param {string} path @returns {Promise<Response | undefined>} */
export async function copyOf(path) {
  const used = (await shellInUse())?.digest;
  const names = ["kept", "pages", ...(used ? [shellOf(used)] : [])];
  const copies = await Promise.all(names.map((name) => match(path, name)));
  return copies.reduce((one, other) => (other && (!one || savedOn(other) > savedOn(one)) ? other : one), undefined);
}

/** A picture in another size or format than the page asks for. @param {string} path @returns {Promise<Response | undefined>} */
export async function likeOf(path) {
  const [, stem, digest] = /^(.+)-\d+(\.[0-9a-f]+)\.\w+$/.exec(path) ?? [];
  if (!stem) return undefined;
  for (const name of ["kept", "pages"]) {
    for (const { url } of await (await cache(name)).keys()) {
      const { pathname } = new URL(url);
      if (pathname.startsWith(`${stem}-`) && pathname.includes(`${digest}.`)) return copyOf(pathname);
    }
  }
  return undefined;
}

/** Save what a visited page has, or is. @param {string} path @param {Response} answer whose body is read @param {Blob} body */
export async function saveVisited(path, answer, body) {
  if (!(await shellInUse()) || (isHtml(answer) && !isWhole(await body.text()))) return;
  const kept = await match(path, "kept");
  const visited = await cache(kept ? "kept" : "pages");
  await visited.put(path, dated(answer, body));
  const requests = kept ? [] : await visited.keys();
  await Promise.all(requests.slice(0, Math.max(0, requests.length - MOST_VISITED)).map((request) => visited.delete(request)));
}

/** What is not at a path any more is not shown from here. @param {string} path */
export async function drop(path) {
  await Promise.all(["kept", "pages"].map(async (name) => (await cache(name)).delete(path)));
}

/** What a page is shown with, of what changes its name with its bytes. @param {string} html @returns {string[]} */
export const assetsOf = (html) =>
  [...new Set([...html.matchAll(/ (?:src|href|poster)="([^"]+)"/g)].map(([, link]) => link))].filter((link) =>
    link.startsWith(`${scope}assets/`),
  );

const MOST_WAIT = 240_000;
let turns = Promise.resolve();
let control = new AbortController();

/** Ask for a file, until `stop` is called. @param {string} path @returns {Promise<Response>} */
export const get = (path) => fetch(path, { cache: isFingerprinted(path) ? "default" : "no-cache", signal: control.signal });

/** End what is being fetched in turn. */
export function stop() {
  control.abort();
  control = new AbortController();
}

/** Do one thing after the other: what changes many copies runs alone, and not for ever. @param {() => Promise<unknown>} work @returns {Promise<void>} */
export function inTurn(work) {
  const turn = turns.then(async () => {
    const timer = setTimeout(stop, MOST_WAIT);
    await work().finally(() => clearTimeout(timer));
  });
  turns = turn.catch(() => {});
  return turn;
}
