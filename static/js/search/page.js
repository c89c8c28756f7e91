/**
 * The results of the search page. What is searched for stands in the address, `?q=words&facet=term`, and nowhere else:
 * the form, a filter, Back and Forward change the address, and `run` shows what it says.
 */
import { make, open, results } from "./box.js";
import { row } from "../filters/results.js";
import { filtering } from "../filters/searched.js";

const [form, side, found] = ["main form", ".filters", ".found"].map((one) => document.querySelector(one));
const [said, offers, trouble, none, rows, more] = found.children;
const [count, corrected] = said.children;
const title = document.title;
let again, control, reader, filters, tally, text;

// What was pressed goes with the results that it stands in: the focus moves to what comes.
const lost = () => count.focus();

const go = (chosen, words = text) => {
  history.pushState(0, "", `?${new URLSearchParams({ q: words })}${filters.write(chosen)}`);
  run();
};

/** Do what needs the network; where it fails, say so, and offer to do it again. */
const attempt = async (work) => {
  const { signal } = control;
  again = () => attempt(work);
  trouble.hidden = true;
  try {
    await work(signal);
  } catch {
    trouble.hidden = signal.aborted;
  }
};

const run = () => {
  text = new URLSearchParams(location.search).get("q").trim();
  control?.abort();
  control = new AbortController();
  tally = null;
  form.q.value = form.q.defaultValue = text;
  document.title = `${text} | ${title}`;
  count.textContent = `Searching for “${text}”`;
  rows.ariaBusy = true;
  attempt(search);
};

const search = async (signal) => {
  reader = await open(form);
  const { facets } = reader;
  filters ??= filtering(side, offers, facets, { go, lost, intent: () => tally?.() });
  const selection = filters.read();
  const result = await reader.search(text, selection, { signal });
  const { hits, total } = result;

  // Rows first, then what tells of them or leads to them, then excerpts.
  const load = async (start, then) => {
    const ids = hits.slice(start, start + 20);
    const made = (await reader.cards(ids, { signal })).map(row);
    signal.throwIfAborted();
    if (!start) rows.replaceChildren();
    // The button was pressed twice.
    if (start < rows.childElementCount) return;
    rows.append(...made);
    more.hidden = rows.childElementCount >= total;
    then(made);
    const excerpts = await reader.excerpts(ids, result.words, { signal });
    made.forEach((one, number) => {
      const parts = excerpts.get(ids[number]).map(({ hit, text }) => make(hit ? "mark" : "span", text));
      // A word alone says nothing. Where a line is short the summary follows it; what has no room is cut.
      if (parts[1]) one.querySelector(".row-summary")?.prepend(...parts, " … ");
    });
  };

  more.onclick = () =>
    attempt(() => load(rows.childElementCount, ([first]) => first.querySelector("a").focus()));
  // Once a search, and not before somebody sees the filters.
  tally = () => {
    tally = null;
    return attempt(async () => {
      filters.count(await reader.counts(result, selection, { signal }), results(total));
    });
  };
  const drops = total ? new Map() : await reader.drops(result, selection, { signal });
  await load(0, () => {
    count.textContent = `${result.isPart && total ? "At least " : ""}${results(total)} for “${text}”`;
    corrected.lastChild.textContent = result.corrected.map(([typed, used]) => `“${used}”, not “${typed}”`).join("; ");
    rows.ariaBusy = false;
    filters.offer(result.offered);
    none.hidden = total;
    none.firstChild.replaceChildren(filters.waysOut(drops, results));
  });
  if (side.querySelector("ul").checkVisibility()) await tally?.();
};

if (document.documentElement.className) {
  trouble.lastChild.onclick = () => lost(again());
  addEventListener("popstate", run);
  form.addEventListener("submit", (event) => {
    const words = form.q.value.trim();
    if (!words || !filters) return;
    event.preventDefault();
    go(undefined, words);
    lost();
  });
  run();
}
