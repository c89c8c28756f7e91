/** The page for what is not saved: it lists the pages that are, newest first. */
import { cacheName, SAVED_ON } from "./places.js";

const MOST_LISTED = 50;
const list = /** @type {HTMLElement} */ (document.querySelector(".saved-pages ul"));
const { pathname: scope } = new URL("./", /** @type {HTMLLinkElement} */ (document.querySelector("link[rel=manifest]")).href);

/** @returns {Promise<{path: string, title: string, savedOn: string}[]>} */
async function savedPages() {
  const pages = [];
  for (const name of ["kept", "pages"].map((name) => cacheName(scope, name))) {
    const cache = (await caches.has(name)) ? await caches.open(name) : null;
    for (const request of (await cache?.keys()) ?? []) {
      const copy = request.url.endsWith("/") ? await cache?.match(request) : null;
      if (!copy) continue;
      const title = plain(/<meta property="og:title" content="([^"]*)"/.exec(await copy.text())?.[1] ?? "");
      pages.push({ path: new URL(request.url).pathname, title, savedOn: copy.headers.get(SAVED_ON) ?? "" });
    }
  }
  return pages.filter(({ title }) => title).sort((one, other) => (one.savedOn < other.savedOn ? 1 : -1));
}

/** @param {string} text of an attribute */
function plain(text) {
  /** @type {Record<string, string>} */
  const signs = { amp: "&", lt: "<", gt: ">", "#34": '"', "#39": "'" };
  return text.replace(/&(amp|lt|gt|#34|#39);/g, (_, name) => signs[name]);
}

if (self.caches) {
  const pages = (await savedPages()).slice(0, MOST_LISTED);
  list.replaceChildren(
    ...pages.map(({ path, title }) => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: path, textContent: title }));
      return item;
    }),
  );
  /** @type {HTMLElement} */ (list.parentElement).hidden = !pages.length;
}
