/**
 * What pages and their files are answered with: what the network says, if it says all of it within four seconds; else the copy that
 * is saved, if there is one. Files whose names change with their bytes come from the copies at once.
 */
import { copyOf, drop, isFingerprinted, isHtml, likeOf, savedOn, saveVisited, scope, shellInUse } from "./copies.js";

const PATIENCE = 4000;
const GONE = [404, 410];

const SLOWNESS = 10_000;
const DATA = /\/(?:(?:cards|facets|sort)\/[^/]+|facets|ids|index|items)\.json$/;

/** Until when the network is taken to be as slow as it was: a page that is shown as a copy takes its data from copies, too. */
let slowUntil = 0;

/**
 * @typedef {import("./copies.js").LongEvent & {request: Request, preloadResponse: Promise<Response | undefined>}} FetchEvent
 */

/** @param {FetchEvent} event @returns {Promise<Response>} */
export async function answer(event) {
  const { request } = event;
  const path = new URL(request.url).pathname;
  const isPage = request.mode === "navigate";
  const copy = (await shellInUse()) && (await copyOf(path));
  if (copy && isFingerprinted(path)) return copy;
  const asked = ask(event);
  const late = asked.then((answer) => finished(event, path, answer, Boolean(copy)));
  event.waitUntil(late.catch(() => {}));
  try {
    if (!copy) return (await late).shown;
    const { shown, isBroken } = await Promise.race([late, timeOut(isPage || Date.now() > slowUntil ? PATIENCE : 0)]);
    if (!isBroken) return shown;
  } catch (error) {
    if (!copy) return without(path, isPage, error);
  }
  slowUntil = Date.now() + SLOWNESS;
  return isPage && isHtml(copy) ? marked(copy) : copy;
}

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function ask({ request, preloadResponse }) {
  return (request.mode === "navigate" && (await preloadResponse)) || fetch(request);
}

/**
 * What is shown of an answer, and whether the server is broken; it is saved where it can be. Where there is a copy, no half answer
 * is shown: it is read to its end first.
 * @param {FetchEvent} event @param {string} path @param {Response} answer @param {boolean} hasCopy
 */
async function finished(event, path, answer, hasCopy) {
  const isBroken = answer.status >= 500;
  if (GONE.includes(answer.status)) await drop(path);
  if (answer.status !== 200 || answer.type !== "basic" || !(hasCopy || canBeSaved(path, answer))) return { shown: answer, isBroken };
  if (!hasCopy) {
    const twin = answer.clone();
    event.waitUntil(twin.blob().then((body) => saveVisited(path, twin, body)).catch(() => {}));
    return { shown: answer, isBroken };
  }
  const body = await answer.blob();
  event.waitUntil(saveVisited(path, answer, body).catch(() => {}));
  return { shown: new Response(body, answer), isBroken };
}

/** Pages, their data, and what they are shown with. Files to take along come with what is kept. @param {string} path @param {Response} answer */
const canBeSaved = (path, answer) => isHtml(answer) || isFingerprinted(path) || DATA.test(path);

/** @param {number} patience @returns {Promise<never>} */
const timeOut = (patience) =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error("no answer")), patience);
  });

/** What is shown where there is neither network nor copy. @param {string} path @param {boolean} isPage @param {unknown} error */
async function without(path, isPage, error) {
  const instead = isPage ? await copyOf(`${scope}offline.html`) : await likeOf(path);
  if (!instead) throw error;
  return isPage ? new Response(instead.body, { status: 503, headers: instead.headers }) : instead;
}

/** A page that says that it is a copy. @param {Response} copy */
async function marked(copy) {
  const moment = new Date(savedOn(copy)).toLocaleString("en", { dateStyle: "long", timeStyle: "short" });
  const mark = `<div class="wrap"><p class="note copy-note" role="status">This is the copy of ${moment}.</p></div>`;
  const html = (await copy.text()).replace('<main id="main">', (start) => start + mark);
  return new Response(html, { headers: copy.headers });
}
