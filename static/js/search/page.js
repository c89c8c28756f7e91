/**
 * The results of the search page. What is searched for stands in the address, `?q=words&facet=term`, and nowhere else:
 * the form, a filter, Back and Forward change the address, and `run` shows what it says.
 */
import { make, open, results } from "./box.js";
import { read, write } from "../filters/address.js";
import { chips, deadEnd } from "../filters/chips.js";
import { panel } from "../filters/panel.js";
import { row } from "../filters/results.js";
import { toggle, without } from "../filters/state.js";

const form = document.querySelector("main form");
const filters = document.querySelector(".filters");
const found = document.querySelector(".found");
const [count, corrected, offers, trouble, none, rows, more, status] = found.children;
const title = document.title;
let again, control, reader, selection, sides, tags, tally, text;

const go = (words, chosen) => {
  const query = new URLSearchParams({ q: words }) + write({ selection: chosen }, reader.facets).replace("?", "&");
  history.pushState(null, "", `?${query}`);
  run();
};
const choose = (facet, term) => go(text, term ? toggle(selection, facet, term) : without(selection, facet));

// What was pressed goes with the results that it stands in: the focus moves to what comes.
const lost = () => count.focus();

/** Do what needs the network; where it fails, say so, and offer to do it again. */
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
  text = new URLSearchParams(location.search).get("q").trim();
  control?.abort();
  control = new AbortController();
  form.q.value = form.q.defaultValue = text;
  document.title = `${text} | ${title}`;
  count.textContent = `Searching for “${text}”`;
  found.dataset.state = "loading";
  attempt(search);
};

const search = async (signal) => {
  reader = await open(form);
  const { facets } = reader;
  ({ selection } = read(location.search, facets, []));
  if (!sides) {
    tags = chips({ toggle: choose, clear: () => go(text, new Map()), lost });
    offers.after(tags.root);
    sides = panel(filters, { toggle: choose, close: lost, intent: () => attempt(() => tally()) });
  }
  tags.update(selection, facets);
  sides.update(selection);
  const result = await reader.search(text, selection, { prefix: false, signal });
  const { hits, total } = result;

  // Rows first, then what tells of them or leads to them, then excerpts.
  const load = async (start, then) => {
    const ids = hits.slice(start, start + 20).map((hit) => hit.id);
    const made = (await reader.cards(ids, { signal })).map(row);
    signal.throwIfAborted();
    if (!start) rows.replaceChildren();
    rows.append(...made);
    more.hidden = rows.childElementCount >= total;
    then(made);
    const excerpts = await reader.excerpts(ids, result.words, { signal });
    made.forEach((one, number) => {
      const parts = excerpts.get(ids[number]).map((part) => make(part.hit ? "mark" : "span", part.text));
      // A line of a word or two says less than the summary.
      if (parts.length > 2) one.querySelector(".row-summary").replaceChildren(...parts);
    });
  };

  more.onclick = () =>
    attempt(() => load(rows.childElementCount, ([first]) => first.querySelector("a").focus()));
  tally = async () => {
    tally = () => {};
    const counts = await reader.counts(result, selection, { signal });
    signal.throwIfAborted();
    sides.update(selection, counts, results(total));
  };
  const drops = total ? [] : await reader.drops(result, selection, { signal });
  await load(0, () => {
    found.dataset.state = total ? "some" : "none";
    count.textContent = `${results(total)} for “${text}”`;
    const [typed, used] = [0, 1].map((side) => result.corrected.map((pair) => pair[side]).join(" "));
    corrected.textContent = typed && `Showing results for “${used}”: no page has “${typed}”.`;
    status.textContent = `${count.textContent}. ${corrected.textContent}`;
    offers.replaceChildren(
      ...result.offered.map(({ facet, term, label }) => {
        const offer = make("button", `${facets.find((one) => one.id === facet).label}: ${label}`);
        offer.className = "chip";
        offer.onclick = () => choose(facet, term, lost());
        return offer;
      }),
    );
    none.firstChild.replaceChildren(
      deadEnd(new Map(drops.map((drop) => Object.values(drop))), facets, selection, results, (facet) => choose(facet, "", lost())),
    );
  });
  if (filters.querySelector("ul").checkVisibility()) await tally();
};

if (document.documentElement.matches(".is-searching")) {
  trouble.lastChild.onclick = () => again();
  addEventListener("popstate", run);
  form.addEventListener("submit", (event) => {
    const words = form.q.value.trim();
    if (!words || !reader) return;
    event.preventDefault();
    go(words, selection);
    lost();
  });
  run();
}
