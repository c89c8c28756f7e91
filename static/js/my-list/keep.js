/**
 * The buttons that keep pages, in rows and on pages, and how many are kept, in the header. Where nothing can be stored,
 * no button is shown.
 */
import { idOf, read, write } from "./store.js";

/** @param {Element} link the way to the list, in the header */
export function start(link) {
  const count = link.querySelector(".my-list-count");
  const canStore = write(read());

  const paint = () => {
    const { items } = read();
    const ids = new Set(items.map(({ id }) => id));
    const number = items.length ? String(items.length) : "";
    if (count && count.textContent !== number) count.textContent = number;
    if (!canStore) return;
    for (const button of document.querySelectorAll(".keep")) {
      const { id, title } = pageOf(button);
      const isKept = ids.has(id);
      const word = button.querySelector("span");
      const name = isKept ? "Kept" : "Keep";
      if (!id || !word || button.ariaLabel === `${name}: ${title}`) continue;
      word.textContent = name;
      button.ariaPressed = String(isKept);
      button.ariaLabel = `${name}: ${title}`;
    }
  };

  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest(".keep") : null;
    if (!button) return;
    const { id, title } = pageOf(button);
    const list = read();
    const others = list.items.filter((item) => item.id !== id);
    write({ ...list, items: others.length < list.items.length ? others : [...list.items, { id, title }] });
    // Storing tells other windows alone.
    dispatchEvent(new Event("storage"));
  });
  // Filters and searches fill rows anew; other windows keep pages, too; and a browser goes back to pages as they were.
  new MutationObserver(paint).observe(document.body, { attributeFilter: ["href"], childList: true, subtree: true });
  addEventListener("storage", paint);
  addEventListener("pageshow", paint);
  paint();
}

/** The page that a button keeps: that of its row, else the one on the screen. @param {Element} button */
function pageOf(button) {
  const link = button.closest(".row")?.querySelector("a");
  const title = link ?? document.querySelector("h1");
  return { id: idOf(link?.href ?? location.href), title: title?.textContent ?? "" };
}
