/**
 * Rows of the pages that pass, from blocks of cards (docs/facet-format.md); at most a page of them at a time.
 *
 * @typedef {Object} Card what a row shows of a page; results of a search have no `date_iso`, `regions` and `length`
 * @property {string} url
 * @property {string} title
 * @property {string} summary
 * @property {string} kind names the icon: "tool"
 * @property {string} kind_label is the word: "Tool"
 * @property {string} [date_iso]
 * @property {string} date for people
 * @property {string[]} levels "1" to "5"
 * @property {string[]} formats labels
 * @property {string[]} [regions] labels
 * @property {string} [length]
 * @property {string} language
 */
import { card } from "./format.js";
import { later, number, part, show } from "./parts.js";

/**
 * @param {string} folder the address of the blocks, with a slash at its end
 * @param {{block: number, fields: string[]}} index how many cards there are in each, and what they have
 */
export function cards(folder, { block, fields }) {
  const blocks = new Map();
  const loading = new Map();

  function load(at) {
    if (!loading.has(at)) {
      const found = get(`${folder}${at}.json`).then((list) => blocks.set(at, list.map((values) => card(fields, values))));
      found.catch(() => loading.delete(at));
      loading.set(at, found);
    }
    return loading.get(at);
  }
  const missing = (positions) => [...new Set(positions.map((at) => Math.floor(at / block)))].filter((at) => !blocks.has(at));

  return {
    /** The cards of these positions where all are here, else null. @param {number[]} positions */
    here: (positions) =>
      missing(positions).length ? null : positions.map((at) => blocks.get(Math.floor(at / block))[at % block]),
    /** Fetch what is missing. @param {number[]} positions */
    fetch: (positions) => Promise.all(missing(positions).map(load)),
  };
}

/** Fetch JSON; the copy that a browser kept is asked for changes, so that files of one build go together. */
export async function get(url) {
  const answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

/**
 * The rows of a list. They stay and are filled anew, as new ones cost a browser three times as much; those that the screen
 * does not reach follow when the others are there.
 */
export function rows() {
  const list = part(".rows");
  const made = [];
  let latest = [];
  list.replaceChildren();

  function fill(found, from, to) {
    if (found !== latest) return;
    for (let at = from; at < Math.min(to, found.length); at++) {
      made[at] ??= blank();
      made[at].fill(found[at]);
      if (!list.children[at]) list.append(made[at].item);
    }
  }
  return {
    root: list,
    /** @param {object[]} found cards @param {number} first how many at once @param {boolean} isNew whether none are on the page yet */
    update(found, first, isNew) {
      latest = found;
      const kept = isNew ? Math.min(first, found.length) : found.length;
      while (list.children.length > kept) list.lastElementChild.remove();
      fill(found, 0, first);
      if (found.length > first) later(() => fill(found, first, found.length));
    },
  };
}

/** A new row, as templates/partials/card.html has it. */
export function row(card) {
  const { item, fill } = blank();
  fill(card);
  return item;
}

function blank() {
  const item = part(".row");
  const [title, summary, facts] = item.children;
  const [kind, time, length, level, tag, region] = facts.children;
  const [kinds, times, lengths, marks] = [kind, time, length, level].map(spaced);
  const link = title.firstElementChild;
  const icon = kind.querySelector("use");
  const steps = level.querySelectorAll("path");
  const [day, tags, regions] = [region, tag, region].map(copies);
  let shown = null;

  function fill(card) {
    if (card === shown) return;
    shown = card;
    write(link, card.title);
    set(link, "href", card.url);
    for (const one of [title, summary]) set(one, "lang", card.language);
    write(summary, card.summary);
    set(kind, "class", `kind kind-${card.kind}`);
    set(icon, "href", `#i-${card.kind}`);
    kind.lastChild.data = ` ${card.kind_label}`;
    write(time, card.date);
    set(time, "datetime", card.date_iso);
    write(length, card.length);
    steps.forEach((path, at) => set(path, "class", card.levels.includes(String(at + 1)) ? "on" : ""));
    level.lastChild.data = ` ${levels(card.levels)}`;
    const told = [
      ...(card.kind !== "level" && card.kind !== "page" ? kinds : []),
      ...(card.date_iso ? times : day(card.date ? [card.date] : [])),
      ...(card.length ? lengths : []),
      ...(card.levels.length ? marks : []),
      ...tags(card.formats.filter((one) => one !== card.kind_label)),
      ...regions(card.regions ?? []),
    ];
    hold(facts, told);
    hold(item, [title, ...(card.summary ? [summary] : []), ...(told.length ? [facts] : [])]);
  }
  return { item, fill };
}

/** Write a text into the node that is there: a new one is styled again. */
function write({ firstChild }, text) {
  if (firstChild.data !== text) firstChild.data = text;
}

/** Set an attribute where it differs; an empty one is taken away. */
function set(element, name, value) {
  if (!value) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Give an element these children; those that it has stay where they are. */
function hold(element, nodes) {
  const { childNodes } = element;
  nodes.forEach((one, at) => {
    if (childNodes[at] !== one) element.insertBefore(one, childNodes[at] ?? null);
  });
  while (childNodes.length > nodes.length) element.lastChild.remove();
}

const spaced = (element) => [element, new Text(" ")];

/** Copies of an element for texts, made when they are first asked for. */
function copies(element) {
  const made = [];
  return (texts) =>
    texts.flatMap((text, at) => {
      made[at] ??= spaced(element.cloneNode(true));
      write(made[at][0], text);
      return made[at];
    });
}

function levels(found) {
  const last = found.length - 1;
  if (!last) return `Level ${found[0]}`;
  if (last === 4) return "All levels";
  return last > 1 && found[last] - found[0] === last
    ? `Levels ${found[0]} to ${found[last]}`
    : `Levels ${found.join(", ")}`;
}

/** The way to the pages before and after. @param {(page: number) => void} go @param {(page: number) => string} link */
export function pager(go, link) {
  const root = part(".pager");
  const [back, place, on] = root.firstElementChild.children;
  for (const item of [back, on])
    item.firstElementChild.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(Number(item.dataset.to));
    });
  return {
    root,
    update(page, pages) {
      show(root, pages > 1);
      place.textContent = `Page ${number(page)} of ${number(pages)}`;
      for (const [item, to] of [[back, page - 1], [on, page + 1]]) {
        show(item, to > 0 && to <= pages);
        item.dataset.to = to;
        item.firstElementChild.href = link(to);
      }
    },
  };
}
