/**
 * The results of the search page. What is searched for stands in the address, `?q=words&facet=term`, and nowhere else:
 * the form, a filter, Back and Forward change the address, and `run` shows what it says.
 */
import { open, results } from "./box.js";
import { buttons, fill, panel, row } from "./parts.js";

const form = document.querySelector("main form");
const nav = document.querySelector(".filters");
const found = document.querySelector(".found");
const [count, corrected, offers, chips, trouble, none, rows, more, status] = found.children;
const title = document.title;
const STEP = 20;
let again;
let control;
let filters;
let tally = () => {};

/** What the address says: the words, and the chosen terms by facet. */
const read = () => {
  const selection = new Map();
  const params = new URLSearchParams(location.search);
  for (const [facet, term] of params) {
    if (facet !== "q") selection.set(facet, (selection.get(facet) ?? new Set()).add(term));
  }
  return [params.get("q").trim(), selection];
};

const go = (text, selection) => {
  const params = new URLSearchParams({ q: text });
  selection.forEach((terms, facet) => terms.forEach((term) => params.append(facet, term)));
  history.pushState(null, "", `?${params}`);
  run();
};

/** Choose a term of a facet, or take it away; without a term all of the facet, without a facet all. */
const toggle = (facet, term) => {
  const [text, selection] = read();
  const terms = selection.get(facet) ?? new Set();
  if (!terms.delete(term)) terms.add(term);
  if (term) selection.set(facet, terms);
  else if (facet) selection.delete(facet);
  else selection.clear();
  go(text, selection);
};

/** The same for a button, which goes with the results that it stands in: the focus moves to what comes. */
const press = (facet, term) => () => {
  toggle(facet, term);
  count.focus();
};

const attempt = async (work) => {
  const { signal } = control;
  again = () => attempt(work);
  trouble.hidden = true;
  try {
    await work(signal);
  } catch {
    if (signal.aborted) return;
    if (found.dataset.state === "loading") rows.replaceChildren();
    trouble.hidden = false;
    status.textContent = trouble.firstChild.textContent;
  }
};

const run = () => {
  const [text, selection] = read();
  control?.abort();
  control = new AbortController();
  form.q.value = form.q.defaultValue = text;
  document.title = `${text} | ${title}`;
  count.textContent = `Searching for “${text}”`;
  found.dataset.state = "loading";
  filters.show(selection);
  attempt(async (signal) => {
    const reader = await open(form);
    const result = await reader.search(text, selection, { signal, prefix: false });
    const { hits, total } = result;

    // Gives what fetches and shows the excerpts.
    const load = async (start) => {
      const ids = hits.slice(start, start + STEP).map((hit) => hit.id);
      const made = (await reader.cards(ids, { signal })).map(row);
      signal.throwIfAborted();
      if (!start) rows.replaceChildren();
      rows.append(...made);
      more.hidden = start + STEP >= total;
      return async () => {
        const excerpts = await reader.excerpts(ids, result.words, { signal });
        made.forEach((one, number) => {
          const excerpt = excerpts.get(ids[number]);
          if (excerpt?.length) fill(one.children[1], excerpt);
        });
      };
    };

    const excerpts = await load(0);
    const chosen = [...selection].flatMap(([facet, terms]) => [...terms].map((term) => [facet, term]));
    found.dataset.state = total ? "some" : "none";
    status.textContent = count.textContent = `${results(total)} for “${text}”`;
    corrected.hidden = !result.corrected.length;
    [...corrected.children].forEach((child, number) => {
      child.textContent = result.corrected.map((pair) => pair[1 - number]).join(", ");
    });
    buttons(
      offers,
      ".offer-item",
      result.offered.map(({ facet, term }) => [filters.labels(facet, term), press(facet, term)]),
    );
    buttons(
      chips,
      ".chip-item",
      chosen.map((pair) => [filters.labels(...pair), press(...pair)]),
    );
    more.onclick = () =>
      attempt(async () => {
        const start = rows.childElementCount;
        const next = await load(start);
        rows.children[start].querySelector("a").focus();
        await next();
      });
    tally = async () => {
      if (!nav.querySelector("ul").offsetParent) return;
      tally = () => {};
      filters.show(selection, await reader.counts(result, selection, { signal }));
    };
    const drops = total ? [] : await reader.drops(result, selection, { signal });
    buttons(
      none.children[1],
      ".drop",
      drops
        .filter((drop) => drop.total)
        .map(({ facet, total: size }) => [[facet ? filters.labels(facet)[0] : "any filter", results(size)], press(facet)]),
    );
    await Promise.all([excerpts(), tally()]);
  });
};

if (document.documentElement.matches(".is-searching")) {
  filters = panel(nav, toggle);
  nav.addEventListener("toggle", () => attempt(() => tally()), true);
  chips.lastChild.onclick = press();
  trouble.lastChild.onclick = () => again();
  addEventListener("popstate", run);
  form.addEventListener("submit", (event) => {
    const text = form.q.value.trim();
    if (!text) return;
    event.preventDefault();
    go(text, read()[1]);
    count.focus();
  });
  run();
}
