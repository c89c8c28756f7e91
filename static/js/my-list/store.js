/**
 * What a reader keeps on this device, and nowhere else: pages in their order, a title and a note. It is stored under the
 * address of its page, so that two sites of one host keep apart.
 *
 * @typedef {{id: string, title: string}} Kept `id` is what stands between the slashes of a page's address, below the site's
 * @typedef {{title: string, note: string, items: Kept[]}} MyList
 */

const ID = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)+$/;

/** Where the one kit stood that a reader could keep before there were lists. */
const OLD_KIT = "my-kit";
const OLD_KEY = /^[a-z0-9-]+\/[a-z0-9-]+\/$/;

/** Far more items than anybody carries to a huddle; an address with more of them is cut. */
const MOST_ITEMS = 1000;
const MOST_LETTERS = 300;

const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".my-list-link"));
const place = link?.pathname ?? "/my-list/";

/** The path at which the site stands, with a slash at its end. */
export const base = place.replace(/[^/]+\/$/, "");

/** The id of the page at an address of this site, or "". @param {string} href */
export function idOf(href) {
  const { origin, pathname } = new URL(href, location.href);
  const id = pathname.startsWith(base) ? pathname.slice(base.length).replace(/\/$/, "") : "";
  return origin === location.origin && ID.test(id) ? id : "";
}

/** A list of which nothing is trusted: no id or text that cannot be one, no page twice. @param {any} wanted @returns {MyList} */
export function clean(wanted) {
  const text = (/** @type {unknown} */ value) => (typeof value === "string" ? value.slice(0, MOST_LETTERS) : "");
  const items = new Map();
  for (const item of Array.isArray(wanted?.items) ? wanted.items : []) {
    const id = String(item?.id);
    if (ID.test(id) && items.size < MOST_ITEMS) items.set(id, { id, title: text(item.title) });
  }
  return { title: text(wanted?.title), note: text(wanted?.note), items: [...items.values()] };
}

/** @returns {MyList} */
export function read() {
  try {
    return withOldKit(clean(JSON.parse(localStorage.getItem(place) ?? "null")));
  } catch {
    return clean(null);
  }
}

/** @param {MyList} list @returns {boolean} whether it could be stored */
export function write(list) {
  try {
    localStorage.setItem(place, JSON.stringify(list));
    localStorage.removeItem(OLD_KIT);
    return true;
  } catch {
    return false;
  }
}

/** The kit that was kept before there were lists is an item like others. @param {MyList} list */
function withOldKit(list) {
  const old = localStorage.getItem(OLD_KIT);
  if (!old || !link?.dataset.kits) return list;
  let kit = { key: "", title: "" };
  try {
    kit = { ...kit, ...JSON.parse(old) };
  } catch {
    return list;
  }
  const id = OLD_KEY.test(kit.key) ? idOf(link.dataset.kits + kit.key) : "";
  return clean({ ...list, items: [...list.items, { id, title: kit.title }] });
}
