/**
 * Live filters of a list. The page works without them: each option is a link to a page that the build made.
 *
 * state.js holds what is chosen, address.js writes it into the address, counts.js counts, panel.js and chips.js show it,
 * results.js fetches and shows the rows. They know nothing of each other; here they meet.
 */
import { read, speaks, write } from "./address.js";
import { chips, deadEnd } from "./chips.js";
import { column } from "./format.js";
import { sift, slice, tally } from "./counts.js";
import { panel } from "./panel.js";
import { later, number, part, say, show } from "./parts.js";
import { cards, get, pager, rows } from "./results.js";
import { select, toggle, without } from "./state.js";

const PREFETCHED = 10;
const LEAST_ROW = 120;
const ANNOUNCE_AFTER = 700;
const idle = globalThis.requestIdleCallback || setTimeout;

const here = () => location.pathname + location.search;

const root = /** @type {HTMLElement} */ (document.querySelector(".listing[data-index]"));
if (root?.querySelector(".count-text")) start();

function start() {
  const { index: indexUrl, list: listUrl, page: pageUrl, perPage, one, many } = root.dataset;
  const each = Number(perPage);
  const find = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const results = find(".results");
  const stat = find(".list-static");
  const statChips = find(".chips-static");
  const text = find(".count-text");
  const atRest = text.textContent;
  const status = find("#live-status");
  const sorter = part(".sort");
  const choice = /** @type {HTMLSelectElement} */ (sorter.querySelector("select"));
  const sorts = [...choice.options].map((option) => option.value);
  const onScreen = () => Math.max(1, Math.ceil((innerHeight - results.getBoundingClientRect().top) / LEAST_ROW));
  const noun = (total) => `${total ? number(total) : "No"} ${total === 1 ? one : many}`;

  /** What the page shows as it was built. */
  const own = {
    selection: select(
      [...root.querySelectorAll("[data-facet]")].map((facet) => [
        facet.dataset.facet,
        [...facet.querySelectorAll("[aria-current]")].map((link) => link.closest("[data-term]").dataset.term),
      ]),
    ),
    sort: "",
    page: Number(root.dataset.number),
  };
  /** The facets with the terms that the page offers; the index has those of no pages too. */
  const offered = [...root.querySelectorAll("[data-facet]")].map((facet) => ({
    id: facet.dataset.facet,
    terms: [...facet.querySelectorAll("[data-term]")].map((item) => ({ id: item.dataset.term })),
  }));
  const names = offered.map(({ id }) => id);

  let state = own;
  let addressShown = here();
  let index = null;
  let store = null;
  let asked = null;
  let turn = 0;
  let timer = 0;
  let everyPage = [];
  const orders = new Map();
  const columns = new Map();
  const askedColumns = new Map();

  // -- the parts of the page

  const live = document.createElement("div");
  const list = rows();
  const pages = pager((page) => change({ ...state, page }, toTop), (page) => address({ ...state, page }));
  const tags = chips({
    toggle: (facet, term) => change({ ...state, selection: toggle(state.selection, facet, term), page: 1 }),
    clear: () => change({ ...state, selection: select([]), page: 1 }),
    lost: () => text.focus(),
  });
  const filters = find(".filters");
  const sides = panel(filters, {
    toggle: (facet, term) => change({ ...state, selection: toggle(state.selection, facet, term), page: 1 }),
    close: toTop,
    intent: (facet, term) =>
      ready()
        .then(() => fetchColumns(index.facets))
        .then(() => idle(() => prefetch(facet, term)), () => {}),
  });
  live.className = "list-live";
  live.hidden = true;
  live.append(list.root, pages.root);
  stat.before(tags.root);
  stat.after(live);
  if (sorts.length > 1) text.after(sorter);
  choice.addEventListener("change", () => change({ ...state, sort: choice.selectedIndex ? choice.value : "", page: 1 }));
  addEventListener("popstate", () => {
    if (here() !== addressShown) arrive().then(announce);
  });

  // -- the facet index and the cards

  function ready() {
    asked ||= get(indexUrl).then(
      (found) => {
        store = cards(indexUrl.replace(/facets\.json$/, "cards/"), found);
        everyPage = [...Array(found.count).keys()];
        index = found;
      },
      (error) => {
        asked = null;
        throw error;
      },
    );
    return asked;
  }

  /** Have the columns of facets fetched, those that are not here. */
  const fetchColumns = (facets) =>
    Promise.all(
      facets.map(({ id, column: url }) => {
        if (!askedColumns.has(id)) {
          const work = get(url).then((found) => columns.set(id, column(found)));
          work.catch(() => askedColumns.delete(id));
          askedColumns.set(id, work);
        }
        return askedColumns.get(id);
      }),
    );
  const chosen = () => index.facets.filter(({ id }) => state.selection.has(id));

  async function orderOf(sort) {
    const url = index.sorts.find(({ id }) => id === sort)?.url;
    if (url && !orders.has(sort)) orders.set(sort, await get(url));
    return orders.get(sort) || null;
  }

  /** Fetch what a choice would show, and what first choices are likely to show; have rows at hand for them. */
  function prefetch(facet, term) {
    if (navigator.connection?.saveData) return;
    const order = orders.get(state.sort) || null;
    if (facet) {
      const found = sift(index.facets, columns, everyPage, toggle(state.selection, facet, term));
      store.fetch(slice(found, order, 0, each)).catch(() => {});
    } else {
      const first = Array.from({ length: Math.min(index.count, PREFETCHED * index.block) }, (_, at) => at);
      const prepare = () => live.hidden && list.update(store.here(first.slice(0, each)), each);
      store.fetch(first).then(() => idle(prepare), () => {});
    }
  }

  // -- from one state to the next

  const vocabulary = () => index?.facets ?? offered;
  const isOwn = (other) => write(other, vocabulary()) === write(own, vocabulary());
  const address = (other) => (isOwn(other) ? pageUrl : listUrl + write(other, vocabulary()));

  /** The state that the address tells. */
  function told() {
    const isPage = location.pathname === new URL(pageUrl, location.href).pathname;
    if (isPage && !speaks(location.search, names)) return own;
    const asked = read(location.search, vocabulary(), sorts, !!index);
    const isNarrower = isPage && pageUrl !== listUrl;
    return isNarrower ? { ...asked, selection: select([...own.selection, ...asked.selection]) } : asked;
  }

  /** Change state and address, at once and together: Back, pressed at any time after it, takes back this very choice. */
  function change(next, then) {
    history.pushState(null, "", address(next));
    arrive(then).then(announce);
  }

  /** Take the state from the address, and show it as soon as the index is here. Gives how many pages there are. */
  async function arrive(then) {
    const mine = ++turn;
    clearTimeout(timer);
    addressShown = here();
    state = told();
    if (!index) {
      sides.update(state.selection, null, "");
      choice.value = state.sort || sorts[0];
      if (isOwn(state)) return rest();
      try {
        await busy(ready());
      } catch {
        return mine === turn ? fail() : undefined;
      }
      if (mine !== turn) return undefined;
      state = told();
    }
    if (address(state) !== addressShown) history.replaceState(null, "", address(state) + location.hash);
    addressShown = here();
    return render(then);
  }

  /** Leave the page as it was built: what was asked for is not wanted any more. */
  function rest() {
    settle();
    results.querySelector(".trouble")?.remove();
    status.textContent = "";
  }

  /** Show the state: chips, count and rows at once, the rest when they are there. Gives how many there are. */
  async function render(then) {
    const mine = turn;
    const first = onScreen();
    try {
      if (chosen().some(({ id }) => !columns.has(id))) await busy(fetchColumns(chosen()));
    } catch {
      return fail();
    }
    if (mine !== turn) return undefined;
    const found = sift(index.facets, columns, everyPage, state.selection);
    const last = Math.max(1, Math.ceil(found.total / each));
    const page = Math.min(state.page, last);
    const isStill = isOwn(state);
    sides.update(state.selection, null, noun(found.total));
    if (statChips) show(statChips, isStill);
    tags.update(isStill && statChips ? select([]) : state.selection, index.facets);
    choice.value = state.sort || sorts[0];
    const from = (page - 1) * each;
    const part = last > 1 ? `${number(from + 1)} to ${number(Math.min(from + each, found.total))} of ${noun(found.total)}` : noun(found.total);
    say(text, isStill ? atRest : part);
    results.querySelector(".dead-end")?.remove();
    results.querySelector(".trouble")?.remove();
    if (!found.total && !isStill)
      live.before(
        deadEnd(found.drops, index.facets, state.selection, noun, (facet) => {
          change({ ...state, selection: without(state.selection, facet), page: 1 });
          text.focus();
        }),
      );
    if (!isStill) {
      let shown = null;
      let order = null;
      const wanted = () => slice(found, order, from, from + each);
      try {
        order = state.sort && !orders.has(state.sort) ? await orderOf(state.sort) : orders.get(state.sort) || null;
        shown = store.here(wanted());
        if (!shown) {
          await busy(store.fetch(wanted()));
          shown = store.here(wanted());
        }
      } catch {
        return fail();
      }
      if (mine !== turn) return undefined;
      list.update(shown, first, live.hidden);
      pages.update(page, last);
    }
    show(stat, isStill);
    show(live, !isStill);
    settle();
    later(() => mine === turn && showCounts(found));
    if (then) then();
    return found.total;
  }

  /** Show what each option would give, which needs the columns of all facets. */
  async function showCounts(found) {
    const mine = turn;
    if (index.facets.some(({ id }) => !columns.has(id))) {
      filters.setAttribute("aria-busy", "true");
      await fetchColumns(index.facets).catch(() => {});
      filters.removeAttribute("aria-busy");
    }
    const known = index.facets.filter(({ id }) => columns.has(id));
    if (mine === turn) sides.update(state.selection, tally(known, columns, found), noun(found.total));
  }

  function busy(work) {
    results.setAttribute("aria-busy", "true");
    return work;
  }

  function settle() {
    results.removeAttribute("aria-busy");
    results.classList.remove("is-coming");
  }

  function announce(total) {
    if (total === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      status.textContent = `${noun(total)}${total ? "" : " match all of these filters"}`;
    }, ANNOUNCE_AFTER);
  }

  function toTop() {
    text.focus({ preventScroll: true });
    results.scrollIntoView({ block: "start" });
  }

  function fail() {
    settle();
    results.querySelector(".trouble")?.remove();
    const trouble = part(".trouble");
    trouble.querySelector("a").href = location.href;
    live.before(trouble);
    status.textContent = trouble.textContent;
  }

  // -- the start

  if (speaks(location.search, names)) {
    results.classList.add("is-coming", "is-direct");
    arrive();
  } else if (own.selection.size) {
    idle(() => ready().then(() => turn || render(), () => {}));
  }
}
