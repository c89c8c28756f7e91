/**
 * What is chosen, as chips that take it away; and the way out where nothing is left.
 *
 * @typedef {import("./counts.js").Facet} Facet
 * @typedef {import("./state.js").Selection} Selection
 */
import { find, part, say, show } from "./parts.js";
import { size } from "./state.js";

/**
 * Make the chips.
 * @param {{toggle: (facet: string, term: string) => void, clear: () => void, lost: () => void}} on `lost`: the chip that
 *   had the focus is gone, and no other is left
 */
export function chips(on) {
  const root = part(".chips");
  const list = find(root, "ul");
  const all = find(root, ".chip-all");
  /** @type {Map<string, HTMLElement>} */
  const known = new Map();
  root.hidden = true;
  all.addEventListener("click", () => {
    on.clear();
    on.lost();
  });

  /** @param {Facet} facet @param {Facet["terms"][number]} term */
  function make(facet, term) {
    const item = part(".chip-item");
    find(item, ".chip-facet").textContent = facet.label;
    find(item, "strong").textContent = term.label;
    find(item, "button").addEventListener("click", () => {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      on.toggle(facet.id, term.id);
      if (next) find(next, "button").focus();
      else on.lost();
    });
    return item;
  }

  return {
    root,
    /** @param {Selection} selection @param {Facet[]} facets */
    update(selection, facets) {
      /** @type {Element[]} */
      const items = [];
      for (const facet of facets)
        for (const term of facet.terms)
          if (selection.get(facet.id)?.has(term.id)) {
            const key = `${facet.id} ${term.id}`;
            const item = known.get(key) ?? make(facet, term);
            known.set(key, item);
            items.push(item);
          }
      // What stays is not moved: it may have the focus.
      for (const item of [...list.children]) if (!items.includes(item)) item.remove();
      items.forEach((item, at) => {
        if (item !== list.children[at]) list.insertBefore(item, list.children[at]);
      });
      show(root, items.length > 0);
      show(all, size(selection) > 1);
    },
  };
}

/**
 * What to do where nothing has all that is chosen: a button for each facet without which the list would hold something,
 * or, if there is none, one that clears all.
 * @param {Map<string, number>} drops facets to what the list would hold @param {Facet[]} facets @param {Selection} selection
 * @param {(count: number) => string} noun "12 tools" @param {(facet: string) => void} drop @param {() => void} clear
 */
export function deadEnd(drops, facets, selection, noun, drop, clear) {
  const root = part(".dead-end");
  const ways = facets.flatMap(({ id, label, terms }) => {
    const chosen = selection.get(id);
    const total = drops.get(id);
    if (!chosen || !total) return [];
    return { id, total, words: `${label}: ${terms.filter((term) => chosen.has(term.id)).map((term) => term.label).join(", ")}` };
  });
  for (const { id, total, words } of ways.sort((one, other) => other.total - one.total)) {
    const item = part(".drop");
    say(find(item, "strong"), words);
    say(find(item, ".count"), noun(total));
    find(item, "button").addEventListener("click", () => drop(id));
    find(root, "ul").append(item);
  }
  const all = find(root, ":scope > button");
  show(all, !ways.length);
  all.addEventListener("click", clear);
  return root;
}
