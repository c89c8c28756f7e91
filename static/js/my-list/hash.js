/**
 * A list as the end of an address, behind the `#`, which browsers send to no server:
 * `#keep=tools/huddle-guide,stories/a-story&title=Huddle&note=Tuesday,%207:00`.
 */
import { clean } from "./store.js";

/** @typedef {import("./store.js").MyList} MyList */

/** @param {MyList} list @returns {string} with its `#`, or "" for a list of nothing */
export function toHash({ title, note, items }) {
  const parts = [`keep=${items.map(({ id }) => id).join(",")}`];
  if (title) parts.push(`title=${encoded(title)}`);
  if (note) parts.push(`note=${encoded(note)}`);
  return items.length || title || note ? `#${parts.join("&")}` : "";
}

/**
 * What an address says: the list, and what of it is no address of a page and cannot be shown.
 * @param {string} hash @returns {{list: MyList, broken: string[]} | null} null where it says nothing of a list
 */
export function fromHash(hash) {
  // Programs that send addresses on encode what they need not, and split none of it.
  const values = new Map(hash.slice(1).split("&").map(pair));
  if (!values.has("keep")) return null;
  const typed = (values.get("keep") ?? "").split(",").map((id) => id.trim().replace(/^\/+|\/+$/g, "")).filter(Boolean);
  const list = clean({ title: values.get("title"), note: values.get("note"), items: typed.map((id) => ({ id, title: "" })) });
  const ids = new Set(list.items.map(({ id }) => id));
  return { list, broken: [...new Set(typed)].filter((id) => !ids.has(id)) };
}

/** @param {string} text @returns {[string, string]} */
function pair(text) {
  const plain = decoded(text);
  const at = plain.indexOf("=");
  return at < 0 ? [plain, ""] : [plain.slice(0, at), plain.slice(at + 1)];
}

/** What cannot be decoded is read as it was written. @param {string} text */
function decoded(text) {
  return text.replace(/(?:%[\da-f]{2})+/gi, (coded) => {
    try {
      return decodeURIComponent(coded);
    } catch {
      return coded;
    }
  });
}

/** Leaves what an address may have, so that it can be read. @param {string} text */
const encoded = (text) => encodeURIComponent(text).replace(/%(?:2C|3A|2F)/g, decodeURIComponent);
