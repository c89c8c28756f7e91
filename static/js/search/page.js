/**
 * The results of the search page. What is searched for stands in the address, `?q=words&facet=term`, and nowhere else:
 * the form, a filter, Back and Forward change the address, and `run` shows what it says.
 *
 * @joins
 * @typedef {import("./reader.js").Reader} Reader
 * @typedef {import("./reader.js").Found} Found
 * @typedef {import("../filters/state.js").Selection} Selection
 */
import { fieldOf, make, open, results } from "./box.js";
import { places, rewrite, words } from "./query.js";
import { find } from "../filters/parts.js";
import { row } from "../filters/rows.js";
import { filtering } from "../filters/searched.js";

const ROWS_AT_ONCE = 20;

const form = /** @type {HTMLFormElement} */ (document.querySelector("main form"));
const field = fieldOf(form);
/** Nothing where the site has no filters. @type {HTMLElement | null} */
const side = document.querySelector(".filters");
const section = find(document, ".found");
const count = find(section, ".found-count");
const used = find(section, ".found-corrected span");
const missing = find(section, ".found-missing span");
const meant = /** @type {HTMLAnchorElement} */ (find(section, ".found-meant a"));
const offers = find(section, ".found-offers");
const trouble = find(section, ".found-trouble");
const none = find(section, ".found-none");
const ways = find(none, "div");
const rows = find(section, ".rows");
const more = find(section, ".found-more");
const title = document.title;

let text = "";
let control = new AbortController();
/** Does again what failed last. */
let again = () => {};
/** Counts for the filters, where that is still to be done. @type {(() => Promise<void>) | undefined} */
let tally;
/** Shows further rows of what was found. */
let showMore = () => {};
/** @type {ReturnType<typeof filtering> | undefined} */
let filters;

// What was pressed goes with the results that it stands in: the focus moves to what comes.
const lost = () => count.focus();

/** What is searched for, as a reader sees it; nothing where filters alone are chosen. */
const quoted = () => (text ? ` for “${text}”` : "");

/**
 * Search for words, with what is chosen; where neither is left, go to the titles. Filters alone have a space for words: the
 * page is that of results before any module is loaded (early.js).
 * @param {Selection} [chosen] as it is, if it is not said @param {string} words
 */
function go(chosen, words = text) {
  const filter = filters?.write(chosen) ?? "";
  if (!words && !filter) return location.assign(form.action);
  history.pushState(null, "", `?${new URLSearchParams({ q: words || " " })}${filter}`);
  run();
}

/** Do what needs the network; where it fails, say so, and offer to do it again. @param {(signal: AbortSignal) => Promise<void>} work */
async function attempt(work) {
  const { signal } = control;
  again = () => attempt(work);
  trouble.hidden = true;
  try {
    await work(signal);
  } catch {
    trouble.hidden = signal.aborted;
  }
}

/** Show what the address says. */
function run() {
  text = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  control.abort();
  control = new AbortController();
  tally = undefined;
  field.value = field.defaultValue = text;
  document.title = text ? `${text} | ${title}` : title;
  count.textContent = `Searching${quoted()}`;
  rows.ariaBusy = "true";
  attempt(search);
}

/** Search; rows come first, then what tells of them or leads to them, then excerpts. @param {AbortSignal} signal */
async function search(signal) {
  const reader = await open(form);
  filters ??= filtering(side, offers, reader.facets, { go, lost, intent: () => tally?.() });
  const selection = filters.read();
  // Spaces alone ask for nothing.
  if (!text && !selection.size) return location.replace(form.action);
  const result = await reader.search(text, selection, { signal });
  showMore = () => attempt((signal) => moreRows(reader, result, signal));
  // Once a search, and not before somebody sees the filters.
  tally = () => {
    tally = undefined;
    return attempt(async (signal) => {
      filters?.count(await reader.counts(result, selection, { signal }), results(result.total, result.isPart));
    });
  };
  const drops = result.total ? new Map() : await reader.drops(result, selection, { signal });
  if (!result.all.length && !result.offered.length)
    result.offered = (await import("../filters/counts.js")).alike(reader.facets, places(text));
  const made = await addRows(reader, result, 0, signal);
  tell(result, filters, drops);
  await addExcerpts(reader, result, 0, made, signal);
  if (side?.querySelector("ul")?.checkVisibility()) await tally?.();
}

/** Say what was found. @param {Found} result @param {ReturnType<typeof filtering>} filters @param {Map<string, number>} drops */
function tell({ isPart, total, corrected, suggested, missing: unknown, offered }, filters, drops) {
  count.textContent = text && !total && !words(text).length
    ? `“${text}” has no word to search for`
    : `${results(total, isPart)}${quoted()}`;
  missing.textContent = unknown.map((word) => `“${word}”`).join(" or ");
  const other = rewrite(text, suggested);
  meant.textContent = suggested.length ? other : "";
  meant.search = `?${new URLSearchParams({ q: other })}`;
  used.textContent = corrected.map(([typed, used]) => `“${used}”, not “${typed}”`).join("; ");
  rows.ariaBusy = "false";
  filters.offer(offered);
  none.hidden = total > 0;
  ways.replaceChildren(filters.waysOut(drops, results));
}

/** @param {Reader} reader @param {Found} result @param {AbortSignal} signal */
async function moreRows(reader, result, signal) {
  const start = rows.childElementCount;
  const made = await addRows(reader, result, start, signal);
  if (!made.length) return;
  find(made[0], "a").focus();
  await addExcerpts(reader, result, start, made, signal);
}

/**
 * Show results from a place on; the first take the place of all rows. Gives the new rows.
 * @param {Reader} reader @param {Found} result @param {number} start @param {AbortSignal} signal
 */
async function addRows(reader, { hits, total }, start, signal) {
  const made = (await reader.cards(hits.slice(start, start + ROWS_AT_ONCE), { signal })).map(row);
  signal.throwIfAborted();
  if (!start) rows.replaceChildren();
  // The button was pressed twice.
  if (start < rows.childElementCount) return [];
  rows.append(...made);
  more.hidden = rows.childElementCount >= total;
  return made;
}

/**
 * Put a line of the page's text into each row, before the summary.
 * @param {Reader} reader @param {Found} result @param {number} start @param {HTMLElement[]} made @param {AbortSignal} signal
 */
async function addExcerpts(reader, { hits, words }, start, made, signal) {
  // Texts are not saved on devices, and results are whole without them.
  if (!navigator.onLine) return;
  const ids = hits.slice(start, start + made.length);
  const excerpts = await reader.excerpts(ids, words, { signal });
  made.forEach((one, at) => {
    const parts = (excerpts.get(ids[at]) ?? []).map(({ hit, text }) => make(hit ? "mark" : "span", text));
    // A word alone says nothing. Where a line is short the summary follows it; what has no room is cut.
    if (parts.length > 1) one.querySelector(".row-summary")?.prepend(...parts, " … ");
  });
}

if (document.documentElement.className) {
  find(trouble, "button").addEventListener("click", () => {
    again();
    lost();
  });
  none.querySelector(".found-tell")?.addEventListener("click", ({ currentTarget }) => {
    const looked = `I looked for “${text}”.`;
    if (currentTarget instanceof HTMLAnchorElement) {
      currentTarget.href = currentTarget.href.replace(/[^=]*$/, encodeURIComponent(looked));
      return;
    }
    const form = find(document, ".feedback");
    find(form, "details").setAttribute("open", "");
    const message = /** @type {HTMLTextAreaElement} */ (find(form, "textarea"));
    message.value ||= looked;
    message.focus();
  });
  more.addEventListener("click", () => showMore());
  addEventListener("popstate", run);
  form.addEventListener("submit", (event) => {
    const words = field.value.trim();
    if (!words || !filters) return;
    event.preventDefault();
    go(undefined, words);
    lost();
  });
  run();
}
