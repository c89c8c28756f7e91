/**
 * What a list with filters shows: the line of the count, the panel, chips, rows and their pager, the way out of a dead
 * end, trouble, and what screen readers are told. It knows nothing of where all this comes from.
 *
 * @typedef {import("./counts.js").Facet} Facet
 * @typedef {import("./state.js").Selection} Selection
 * @typedef {import("./state.js").State} State
 *
 * @typedef {Object} Actions what a reader may do
 * @property {(facet: string, term: string) => void} toggle
 * @property {(facet: string) => void} drop
 * @property {() => void} clear
 * @property {(words: string) => void} words only pages that have them are wanted
 * @property {(sort: string) => void} sort "" for the list's own order
 * @property {(page: number) => void} page
 * @property {(facet?: string, term?: string) => void} intent somebody comes near the filters, or near an option
 * @property {(page: number) => string} address where a page of the list stands
 */
import { chips, deadEnd } from "./chips.js";
import { pager } from "./pager.js";
import { panel } from "./panel.js";
import { find, number, part, say, show } from "./parts.js";
import { rows } from "./rows.js";
import { wordField } from "./word-field.js";

const LEAST_ROW = 120;
const ANNOUNCE_AFTER = 700;

/**
 * Take over a list.
 * @param {HTMLElement} root the `.listing`
 * @param {{one: string, many: string}} words what one page and several are called
 * @param {Actions} on
 */
export function listView(root, { one, many }, on) {
  const results = find(root, ".results");
  const asBuilt = find(root, ".list-static");
  const chipsAsBuilt = /** @type {HTMLElement | null} */ (root.querySelector(".chips-static"));
  const text = find(root, ".count-text");
  const textAsBuilt = text.textContent ?? "";
  const status = find(root, "#live-status");
  const filters = find(root, ".filters");
  const sorter = part(".sort");
  const choice = /** @type {HTMLSelectElement} */ (sorter.querySelector("select"));
  const sorts = [...choice.options].map((option) => option.value);
  const live = document.createElement("div");
  const list = rows();
  const pages = pager(on.page, on.address);
  const toText = () => text.focus();
  const tags = chips({ toggle: on.toggle, clear: on.clear, lost: toText });
  const toTop = () => {
    text.focus({ preventScroll: true });
    results.scrollIntoView({ block: "start" });
  };
  const side = panel(filters, { toggle: on.toggle, close: toTop, intent: on.intent });
  let timer = 0;

  const words = wordField(root, on.words);

  live.className = "list-live";
  live.hidden = true;
  live.append(list.root, pages.root);
  asBuilt.before(tags.root);
  asBuilt.after(live);
  if (sorts.length > 1) text.after(sorter);
  choice.addEventListener("change", () => on.sort(choice.selectedIndex ? choice.value : ""));

  /** @param {string} sort */
  const showSort = (sort) => {
    choice.value = sort || sorts[0];
  };
  /** "12 tools" @param {number} total */
  const noun = (total) => `${total ? number(total) : "No"} ${total === 1 ? one : many}`;
  /** Do something that takes away what was pressed. @param {() => void} work */
  const then = (work) => {
    work();
    toText();
  };
  const settle = () => {
    results.removeAttribute("aria-busy");
    results.classList.remove("is-coming");
    results.querySelector(".trouble")?.remove();
  };

  return {
    sorts,
    toTop,
    /** How many rows reach into the screen, at least one. */
    onScreen: () => Math.max(1, Math.ceil((innerHeight - results.getBoundingClientRect().top) / LEAST_ROW)),
    /** What was built gives way to rows that are still to come. */
    expectRows: () => results.classList.add("is-coming", "is-direct"),

    /** Show what is chosen, which needs no index. @param {State} state */
    showChoices({ selection, sort, words: typed }) {
      side.update(selection);
      showSort(sort);
      words.show(typed);
    },

    /**
     * Show how many pages there are, and what is chosen.
     * @param {State} state @param {boolean} isOwn whether it is that of the page as it was built
     * @param {Facet[]} facets @param {{total: number, drops: Map<string, number>}} found
     * @param {{from: number, to: number}} range which of the pages are shown, from 1
     */
    showFound(state, isOwn, facets, { total, drops }, { from, to }) {
      side.update(state.selection, undefined, noun(total));
      showSort(state.sort);
      words.show(state.words);
      if (chipsAsBuilt) show(chipsAsBuilt, isOwn);
      tags.update(isOwn && chipsAsBuilt ? new Map() : state.selection, facets);
      const isPart = to - from + 1 < total;
      say(text, isOwn ? textAsBuilt : isPart ? `${number(from)} to ${number(to)} of ${noun(total)}` : noun(total));
      results.querySelector(".dead-end")?.remove();
      results.querySelector(".trouble")?.remove();
      if (total || isOwn) return;
      live.before(
        deadEnd(drops, facets, state.selection, noun, (facet) => then(() => on.drop(facet)), () => then(on.clear)),
      );
    },

    /** @param {import("./rows.js").Card[]} cards @param {number} first how many at once @param {number} page @param {number} last */
    showRows(cards, first, page, last) {
      list.update(cards, first, Boolean(live.hidden));
      pages.update(page, last);
    },
    /** Have rows at hand for these cards. @param {import("./rows.js").Card[]} cards */
    prepareRows(cards) {
      if (live.hidden) list.update(cards, cards.length, false);
    },
    /** Show the list as it was built, or the rows. @param {boolean} isOwn */
    showList(isOwn) {
      show(asBuilt, isOwn);
      show(live, !isOwn);
      settle();
    },

    /** @param {Selection} selection @param {Map<string, Map<string, number>>} counts what each option would give */
    showCounts: (selection, counts) => side.update(selection, counts),
    /** @param {boolean} areComing whether counts are waited for */
    awaitCounts: (areComing) =>
      areComing ? filters.setAttribute("aria-busy", "true") : filters.removeAttribute("aria-busy"),

    /** Say that rows are waited for. @template T @param {Promise<T>} work */
    busy(work) {
      results.setAttribute("aria-busy", "true");
      return work;
    },
    /** Leave the page as it was built: what was asked for is not wanted any more. */
    rest() {
      settle();
      status.textContent = "";
    },
    /** Say that something could not be loaded, and offer to try again. */
    fail() {
      settle();
      const trouble = part(".trouble");
      const again = /** @type {HTMLAnchorElement} */ (trouble.querySelector("a"));
      again.href = location.href;
      live.before(trouble);
      status.textContent = trouble.textContent;
    },

    /** Tell screen readers how many there are, when nothing else was chosen for a while. @param {number} total */
    announce(total) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        status.textContent = `${noun(total)}${total ? "" : " match all of this"}`;
      }, ANNOUNCE_AFTER);
    },
    /** What was to be told is no longer so. */
    hush: () => clearTimeout(timer),
  };
}
