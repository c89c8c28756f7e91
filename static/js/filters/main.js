/**
 * Live filters of a list. The page works without them: each option is a link to a page that the build made.
 *
 * The address is the state: a choice changes it, as Back and Forward do, and what it says is shown. address.js reads and
 * writes it, facet-index.js knows pages, list-view.js shows them; they know nothing of each other. Here they meet.
 *
 * @typedef {import("./state.js").State} State
 */
import { read, speaks, write } from "./address.js";
import { facetIndex } from "./facet-index.js";
import { listView } from "./list-view.js";
import { findAll, later } from "./parts.js";
import { select, toggle, without } from "./state.js";

const PREFETCHED = 10;
/** @type {(work: () => void) => void} */
const idle = globalThis.requestIdleCallback ?? setTimeout;

const root = /** @type {HTMLElement | null} */ (document.querySelector(".listing[data-index]"));
if (root?.querySelector(".count-text")) start(root);

/** @param {HTMLElement} root */
function start(root) {
  const { index: indexUrl = "", list: listUrl = "", page: pageUrl = "", one = "", many = "" } = root.dataset;
  const perPage = Number(root.dataset.perPage);
  const { own, offered } = asBuilt(root);
  const load = facetIndex(indexUrl);
  const view = listView(root, { one, many }, {
    toggle: (facet, term) => change({ selection: toggle(state.selection, facet, term) }),
    drop: (facet) => change({ selection: without(state.selection, facet) }),
    clear: () => change({ selection: select([]), words: "" }),
    words: (words) => change({ words }),
    sort: (sort) => change({ sort }),
    page: (page) => change({ page }, view.toTop),
    intent: (facet, term) => getReady().then((index) => idle(() => prefetch(index, facet, term)), () => {}),
    address: (page) => address({ ...state, page }),
  });

  let state = own;
  let shown = here();
  /** @type {import("./facet-index.js").FacetIndex | undefined} */
  let index;
  let turn = 0;
  /** The places of the pages that have the words of the state; nothing where it has none. @type {number[] | undefined} */
  let found;
  let foundBy = "";

  const vocabulary = () => index?.facets ?? offered;
  /** @param {State} other */
  const isOwn = (other) => write(other, vocabulary()) === write(own, vocabulary());
  /** @param {State} other */
  const address = (other) => (isOwn(other) ? pageUrl : listUrl + write(other, vocabulary()));

  const ready = async () => (index = await load());

  async function getReady() {
    const loaded = await ready();
    await loaded.fetchColumns(loaded.facets);
    return loaded;
  }

  /**
   * Fetch what an option would show, else what first choices are likely to show; have rows at hand for them.
   * @param {import("./facet-index.js").FacetIndex} index @param {string} [facet] @param {string} [term]
   */
  function prefetch(index, facet, term) {
    const { connection } = /** @type {{connection?: {saveData: boolean}}} */ (navigator);
    if (connection?.saveData) return;
    if (facet && term) {
      const sifted = index.sift(toggle(state.selection, facet, term), found);
      index.fetchCards(index.slice(sifted, state.sort, 0, perPage)).catch(() => {});
    } else {
      const first = index.first(PREFETCHED);
      const prepare = () => view.prepareRows(index.cards(first.slice(0, perPage)) ?? []);
      index.fetchCards(first).then(() => idle(prepare), () => {});
    }
  }

  /** Find the pages that have some words. @param {import("./facet-index.js").FacetIndex} index @param {string} words */
  async function find(index, words) {
    const [{ open }, ids] = await Promise.all([import("../search/box.js"), index.fetchIds()]);
    const reader = await open(/** @type {HTMLFormElement} */ (document.querySelector("form.search")));
    const { all } = await reader.search(words, new Map());
    const wanted = new Set(all);
    found = [...ids.keys()].filter((place) => wanted.has(ids[place]));
    foundBy = words;
  }

  /** The state that the address tells. @returns {State} */
  function told() {
    const isPage = location.pathname === new URL(pageUrl, location.href).pathname;
    if (isPage && !speaks(location.search, offered)) return own;
    const asked = read(location.search, vocabulary(), view.sorts, index !== undefined);
    const isNarrower = isPage && pageUrl !== listUrl;
    return isNarrower ? { ...asked, selection: select([...own.selection, ...asked.selection]) } : asked;
  }

  /**
   * Change state and address, at once and together: Back, pressed at any time after it, takes back this very choice.
   * @param {Partial<State>} next what changes; the first page is shown, unless it says another @param {() => void} [then]
   */
  function change(next, then) {
    history.pushState(null, "", address({ ...state, page: 1, ...next }));
    arrive(then);
  }

  /** Take the state from the address, show it, and tell it to those who do not see it. @param {() => void} [then] */
  async function arrive(then) {
    const mine = ++turn;
    view.hush();
    shown = here();
    state = told();
    if (!index) {
      view.showChoices(state);
      if (isOwn(state)) return view.rest();
    }
    try {
      const total = await render(mine);
      if (total === undefined) return;
      then?.();
      view.announce(total);
    } catch {
      if (mine === turn) view.fail();
    }
  }

  /**
   * Show the state: chips, count and rows at once, the rest when they are there. Gives how many pages there are; nothing
   * where the turn has passed to another state.
   * @param {number} mine
   */
  async function render(mine) {
    const loaded = index ?? (await view.busy(ready()));
    if (mine !== turn) return undefined;
    state = told();
    if (address(state) !== shown) history.replaceState(null, "", address(state) + location.hash);
    shown = here();
    const first = view.onScreen();
    const chosen = loaded.chosen(state.selection);
    if (!loaded.has(chosen)) await view.busy(loaded.fetchColumns(chosen));
    if (mine !== turn) return undefined;

    const { words } = state;
    if (words && words !== foundBy) await view.busy(find(loaded, words));
    if (!words) [found, foundBy] = [undefined, ""];
    if (mine !== turn) return undefined;

    const sifted = loaded.sift(state.selection, found);
    const last = Math.max(1, Math.ceil(sifted.total / perPage));
    const page = Math.min(state.page, last);
    const from = (page - 1) * perPage;
    const to = Math.min(from + perPage, sifted.total);
    view.showFound(state, isOwn(state), loaded.facets, sifted, { from: from + 1, to });
    if (!isOwn(state)) {
      if (!loaded.hasOrder(state.sort)) await loaded.fetchOrder(state.sort);
      const positions = loaded.slice(sifted, state.sort, from, to);
      if (!loaded.cards(positions)) await view.busy(loaded.fetchCards(positions));
      if (mine !== turn) return undefined;
      view.showRows(loaded.cards(positions) ?? [], first, page, last);
    }
    view.showList(isOwn(state));
    later(() => mine === turn && showCounts(loaded, sifted));
    return sifted.total;
  }

  /**
   * Show what each option would give, which needs the columns of all facets.
   * @param {import("./facet-index.js").FacetIndex} index @param {import("./counts.js").Sifted} sifted
   */
  async function showCounts(index, sifted) {
    const mine = turn;
    if (!index.has(index.facets)) {
      view.awaitCounts(true);
      await index.fetchColumns(index.facets).catch(() => {});
      view.awaitCounts(false);
    }
    if (mine === turn) view.showCounts(state.selection, index.count(sifted));
  }

  addEventListener("popstate", () => {
    if (here() !== shown) arrive();
  });
  if (speaks(location.search, offered)) {
    view.expectRows();
    arrive();
  } else if (own.selection.size) {
    // Nothing was asked for: what fails now is tried again, and told, when somebody chooses.
    idle(() => ready().then(() => turn || render(turn)).catch(() => {}));
  }
}

/** The address without its host and hash. */
function here() {
  return location.pathname + location.search;
}

/** What a page of a list shows as it was built, and the facets with the terms that it offers. @param {HTMLElement} root */
function asBuilt(root) {
  const facets = findAll(root, "[data-facet]").map((facet) => ({
    id: facet.dataset.facet ?? "",
    terms: findAll(facet, "[data-term]").map((item) => ({
      id: item.dataset.term ?? "",
      isChosen: item.querySelector("[aria-current]") !== null,
    })),
  }));
  const chosen = facets.map(({ id, terms }) => {
    return /** @type {const} */ ([id, terms.filter((term) => term.isChosen).map((term) => term.id)]);
  });
  /** @type {State} */
  const own = { selection: select(chosen), words: "", sort: "", page: Number(root.dataset.number) };
  return { own, offered: facets };
}
