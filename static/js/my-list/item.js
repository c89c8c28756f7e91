/** One page of a list: its title, what it is, its short address for paper, its files, and the buttons that move it. */

import { base } from "./store.js";

/**
 * @param {HTMLElement} row a copy of the sample in templates/my-list.html
 * @param {import("./store.js").Kept} item
 * @param {import("./sums.js").Page | undefined} page what is known of it
 * @param {{isGone: boolean, isSent: boolean, isFirst: boolean, isLast: boolean}} state
 */
export function fill(row, { id, title }, page, { isGone, isSent, isFirst, isLast }) {
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (row.querySelector(selector));
  const name = page?.title || title || id;
  const link = /** @type {HTMLAnchorElement} */ (find(".row-title a"));
  row.dataset.id = id;
  link.textContent = name;
  link.href = `${base}${id}/`;
  if (page?.language) link.lang = page.language;
  if (isGone) link.replaceWith(name);
  find(".kept-gone").hidden = !isGone;
  find(".kept-address").textContent = `${location.host}${base}${id}/`;
  find(".kept-address").hidden = isGone;
  find(".kept-kind").hidden = !page;
  find("use").setAttribute("href", `#i-${page?.kind ?? "page"}`);
  find(".kept-label").textContent = [page?.label, levels(page?.levels)].filter(Boolean).join(", ");

  const file = find(".kept-file");
  const files = (page?.files ?? []).map(({ url, label, facts }) => {
    const made = /** @type {HTMLElement} */ (file.cloneNode(true));
    const to = /** @type {HTMLAnchorElement} */ (made.querySelector("a"));
    to.href = url;
    /** @type {HTMLElement} */ (to.querySelector("span")).textContent = `${label}: ${facts}`;
    return made;
  });
  file.replaceWith(...files);

  for (const button of row.querySelectorAll("button")) {
    button.hidden = isSent || (isGone && Boolean(button.dataset.step));
    button.ariaLabel = `${button.textContent?.trim()}: ${name}`;
  }
  find("[data-step='-1']").ariaDisabled = String(isFirst);
  find("[data-step='1']").ariaDisabled = String(isLast);
}

/** "Level 3", "Levels 1, 2" or "All levels" @param {string[]} [ids] "1" to "5" */
function levels(ids = []) {
  if (ids.length === 5) return "All levels";
  return ids.length ? `Level${ids.length === 1 ? "" : "s"} ${ids.join(", ")}` : "";
}
