/**
 * The filters of the search page: its panel, its chips, the filters that words name, and the ways out of a dead end.
 * What is chosen stands in the address beside the words that were searched for.
 *
 * @typedef {import("./state.js").Selection} Selection
 */
import { read, write } from "./address.js";
import { chips, deadEnd } from "./chips.js";
import { panel } from "./panel.js";
import { toggle, without } from "./state.js";

/**
 * Make the filters.
 * @param {ParentNode | null} root where the panel is, if there is one @param {Element} offers where filters are offered; the chips come after it
 * @param {import("./counts.js").Facet[]} facets
 * @param {{go: (chosen: Selection, words?: string) => void, lost: () => void, intent: () => void}} to `go` shows what is
 *   chosen, among what has the words, if others are said; `lost` moves the focus from what was pressed, `intent` is called
 *   before filters are used
 */
export function filtering(root, offers, facets, { go, lost, intent }) {
  /** @type {Selection} */
  let selection = new Map();
  /** @param {string} facet @param {string} term */
  const choose = (facet, term) => go(toggle(selection, facet, term));
  const on = { toggle: choose, clear: () => go(new Map()), lost, close: lost, intent };
  const tags = chips(on);
  const side = root && panel(root, on);
  offers.after(tags.root);
  return {
    facets,
    /** Show what the address says. */
    read() {
      ({ selection } = read(location.search, facets, []));
      tags.update(selection, facets);
      side?.update(selection);
      return selection;
    },
    /** The part of an address that says what is chosen. @param {Selection} [chosen] */
    write: (chosen = selection) => write({ selection: chosen }, facets).replace("?", "&"),
    /** Show how many there are of each term, and in all. @param {Map<string, Map<string, number>>} counts @param {string} total */
    count: (counts, total) => side?.update(selection, counts, total),
    /** Offer the filters that the words name; taken, one takes its words out. @param {import("../search/query.js").Offer[]} offered */
    offer(offered) {
      offers.replaceChildren(
        ...offered.map(({ facet, term, label, rest }) => {
          const button = document.createElement("button");
          button.textContent = `${facets.find(({ id }) => id === facet)?.label}: ${label}`;
          button.addEventListener("click", () => {
            go(toggle(selection, facet, term), rest);
            lost();
          });
          return button;
        }),
      );
    },
    /** What to take away where nothing is found. @param {Map<string, number>} drops @param {(count: number) => string} results */
    waysOut(drops, results) {
      const left = (/** @type {Selection} */ chosen) => {
        go(chosen);
        lost();
      };
      return deadEnd(drops, facets, selection, results, (facet) => left(without(selection, facet)), () => left(new Map()));
    },
  };
}
