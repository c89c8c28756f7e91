/** What is chosen, as chips that take it away; and the way out where nothing is left. */
import { part, say } from "./parts.js";
import { size } from "./state.js";

/**
 * @param {{toggle: (facet: string, term: string) => void, clear: () => void, lost: () => void}} on `lost`: the chip that
 *   had the focus is gone, and no other is left
 */
export function chips(on) {
  const root = part(".chips");
  const [list, all] = root.children;
  const known = new Map();
  root.hidden = true;
  all.addEventListener("click", () => {
    on.clear();
    on.lost();
  });

  function make(facet, term) {
    const item = part(".chip-item");
    item.querySelector(".chip-facet").textContent = facet.label;
    item.querySelector("strong").textContent = term.label;
    item.firstElementChild.addEventListener("click", () => {
      const next = item.nextElementSibling || item.previousElementSibling;
      on.toggle(facet.id, term.id);
      if (next) next.firstElementChild.focus();
      else on.lost();
    });
    return item;
  }

  return {
    root,
    /** @param {import("./state.js").Selection} selection @param {import("./counts.js").Facet[]} facets */
    update(selection, facets) {
      const items = [];
      for (const facet of facets)
        for (const term of facet.terms)
          if (selection.get(facet.id)?.has(term.id)) {
            const key = `${facet.id} ${term.id}`;
            if (!known.has(key)) known.set(key, make(facet, term));
            items.push(known.get(key));
          }
      // What stays is not moved: it may have the focus.
      for (const item of [...list.children]) if (!items.includes(item)) item.remove();
      items.forEach((item, at) => {
        if (item !== list.children[at]) list.insertBefore(item, list.children[at]);
      });
      root.hidden = !items.length;
      all.hidden = size(selection) < 2;
    },
  };
}

/**
 * What to do where nothing has all that is chosen: a button for each facet, with what the list would hold without it.
 * @param {Map<string, number>} drops @param {import("./counts.js").Facet[]} facets
 * @param {import("./state.js").Selection} selection
 * @param {(count: number) => string} noun "12 tools" @param {(facet: string) => void} drop
 */
export function deadEnd(drops, facets, selection, noun, drop) {
  const root = part(".dead-end");
  const list = root.querySelector("ul");
  const chosen = facets.filter(({ id }) => drops.has(id)).sort((a, b) => drops.get(b.id) - drops.get(a.id));
  for (const facet of chosen) {
    const item = part(".drop");
    const labels = facet.terms.filter((term) => selection.get(facet.id).has(term.id)).map((term) => term.label);
    say(item.querySelector("strong"), `${facet.label}: ${labels.join(", ")}`);
    say(item.querySelector(".count"), noun(drops.get(facet.id)));
    item.firstElementChild.addEventListener("click", () => drop(facet.id));
    list.append(item);
  }
  return root;
}
