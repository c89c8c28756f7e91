/** What of a list is saved on this device, to be read without a network: the marks of its rows, and the buttons that remove it. */
import { cacheName, offSwitch } from "../offline/places.js";
import { base } from "./store.js";

/** @typedef {Record<string, import("../offline/kept-items.js").Saved>} Items */

const device = matchMedia("(pointer: coarse)").matches ? "phone" : "computer";
const workers = navigator.serviceWorker;

/** @param {HTMLElement} root of the page @param {(words: string) => void} say what happened @returns {() => void} mark the rows anew */
export function savedView(root, say) {
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const isOn = document.querySelector("link[rel=manifest]") && workers && self.caches;
  if (!isOn) return () => {};

  const paint = async () => {
    const isOff = localStorage.getItem(offSwitch(base)) !== null;
    /** @type {Items} */
    const items = (await (await inCache("state").match(`${base}kept`))?.json()) ?? {};
    const saved = Object.values(items).filter(({ paths }) => paths.length);
    const visited = (await inCache("pages").keys()).filter(({ url }) => url.endsWith("/")).length;
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".kept-items > li"))) {
      const mark = /** @type {HTMLElement} */ (row.querySelector(".kept-saved"));
      const item = items[row.dataset.id ?? ""];
      const rest = item?.left ? `, without ${item.left} of its files, for which there is no room` : "";
      mark.hidden = !item?.paths.length;
      mark.textContent = `Saved on this ${device}${rest}`;
    }
    find(".kept-offline").hidden = !(saved.length || visited || isOff);
    find(".kept-offline-said").textContent = isOff
      ? `Nothing is saved on this ${device}.`
      : `Saved on this ${device}: ${count(saved.length, "item")} of your list (${megabytes(saved)}) and ${count(visited, "page")} that you visited.`;
    find(".kept-forget").hidden = isOff;
    find(".kept-save").hidden = !isOff;
  };

  find(".kept-forget").addEventListener("click", async () => {
    localStorage.setItem(offSwitch(base), "");
    await clear();
    await paint();
    say(`What was saved on this ${device} is removed.`);
    find(".kept-save").focus();
  });
  find(".kept-save").addEventListener("click", () => {
    localStorage.removeItem(offSwitch(base));
    location.reload();
  });
  workers.addEventListener("message", paint);
  return paint;
}

/** A cache of this site; nothing is made where there is none. @param {string} name */
function inCache(name) {
  const whole = { cacheName: cacheName(base, name) };
  return {
    match: (/** @type {string} */ path) => caches.match(path, whole),
    keys: async () => ((await caches.has(whole.cacheName)) ? (await caches.open(whole.cacheName)).keys() : []),
  };
}

/** Let the service worker remove all that it saved, and end. */
async function clear() {
  const registration = await workers.getRegistration(base);
  const { port1, port2 } = new MessageChannel();
  const done = new Promise((resolve) => port1.addEventListener("message", resolve));
  port1.start();
  if (!registration?.active) return;
  registration.active.postMessage({ isCleared: true }, [port2]);
  await done;
}

/** @param {number} number @param {string} what */
const count = (number, what) => `${number} ${what}${number === 1 ? "" : "s"}`;

/** @param {{size: number}[]} items */
const megabytes = (items) => `${(items.reduce((sum, { size }) => sum + size, 0) / 1_000_000).toFixed(1)} MB`;
