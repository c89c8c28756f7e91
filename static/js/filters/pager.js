/** The way to the pages of a list before and after the one that is shown. */
import { find, number, part, show } from "./parts.js";

/** Make a pager. @param {(page: number) => void} go @param {(page: number) => string} link the address of a page */
export function pager(go, link) {
  const root = part(".pager");
  const ways = [
    { item: find(root, "li:first-child"), step: -1 },
    { item: find(root, "li:last-child"), step: 1 },
  ].map(({ item, step }) => ({ item, step, anchor: /** @type {HTMLAnchorElement} */ (item.querySelector("a")) }));
  let shown = 1;
  for (const { anchor, step } of ways)
    anchor.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(shown + step);
    });
  return {
    root,
    /** @param {number} page @param {number} pages how many there are */
    update(page, pages) {
      shown = page;
      show(root, pages > 1);
      find(root, ".pager-place").textContent = `Page ${number(page)} of ${number(pages)}`;
      for (const { item, anchor, step } of ways) {
        const to = page + step;
        show(item, to > 0 && to <= pages);
        anchor.href = link(to);
      }
    },
  };
}
