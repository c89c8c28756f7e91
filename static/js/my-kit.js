/**
 * "My kit" of the home page: the kit that a reader keeps, or all of them. Without script, or where none is kept, it leads to
 * the way to all kits.
 */
import { base, read } from "./my-list/store.js";

/** @param {Element} part holds the link */
export function start(part) {
  const link = part.querySelector("a");
  const name = link?.querySelector("span");
  if (!link || !name) return;
  const plain = { href: link.pathname, text: name.textContent };

  const draw = () => {
    const kits = read().items.filter(({ id }) => isKit(base + id, plain.href));
    const { id, title } = kits[0] ?? {};
    const others = kits.length - 1;
    link.href = others > 0 ? `${base}my-list/` : id ? `${base}${id}/` : plain.href;
    name.textContent = others > 0 ? `${title} and ${others} more` : (title ?? plain.text);
  };
  addEventListener("storage", draw);
  addEventListener("pageshow", draw);
  draw();
}

/** Whether a page stands two steps below all kits. @param {string} path @param {string} kits */
const isKit = (path, kits) => path.startsWith(kits) && path.slice(kits.length).split("/").length === 2;
