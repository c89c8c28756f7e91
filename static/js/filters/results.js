/** Rows of the pages that pass, from blocks of cards (docs/facet-format.md); at most a page of them at a time. */
import { number, part, show } from "./parts.js";

/** @param {string} folder the address of the blocks, with a slash at its end @param {number} block cards in each */
export function cards(folder, block) {
  const blocks = new Map();
  const loading = new Map();

  function load(at) {
    if (!loading.has(at)) {
      const found = get(`${folder}${at}.json`).then((list) => blocks.set(at, list));
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

/** The rows of a list: rows that stay are kept. */
export function rows() {
  const list = part(".rows");
  let known = new Map();
  list.replaceChildren();
  return {
    root: list,
    update(found) {
      const next = new Map(found.map((card) => [card.url, known.get(card.url) || row(card)]));
      const items = [...next.values()];
      if (items.length !== list.children.length || items.some((item, at) => item !== list.children[at]))
        list.replaceChildren(...items);
      known = next;
    },
  };
}

/** One row, as templates/partials/card.html has it. */
export function row(card) {
  const item = part(".row");
  const [title, summary, facts] = item.children;
  const [kind, time, length, level, tag, region] = facts.children;
  const hasKind = card.kind !== "level" && card.kind !== "page";
  item.className = `row kind-${card.kind}`;
  title.firstElementChild.textContent = card.title;
  title.firstElementChild.setAttribute("href", card.url);
  if (card.language) title.lang = summary.lang = card.language;
  if (card.summary) summary.textContent = card.summary;
  else summary.remove();
  if (hasKind) {
    kind.querySelector("use").setAttribute("href", `#i-${card.kind}`);
    kind.lastChild.textContent = ` ${card.kind_label}`;
  }
  time.textContent = card.date;
  if (card.date_iso) time.dateTime = card.date_iso;
  else time.replaceWith(...(card.date ? [" ", like(region, card.date)] : []));
  length.textContent = card.length;
  level.querySelectorAll("path").forEach((path, at) => {
    if (!card.levels.includes(String(at + 1))) path.removeAttribute("class");
  });
  level.lastChild.textContent = ` ${levels(card.levels)}`;
  tag.replaceWith(...card.formats.filter((one) => one !== card.kind_label).flatMap((one) => [" ", like(tag, one)]));
  region.replaceWith(...(card.regions ?? []).flatMap((one) => [" ", like(region, one)]));
  if (!hasKind) kind.remove();
  if (!card.length) length.remove();
  if (!card.levels.length) level.remove();
  if (!hasKind && !card.date && !card.levels.length && !card.formats.length && !card.regions?.length) facts.remove();
  return item;
}

function like(element, text) {
  const copy = element.cloneNode();
  copy.textContent = text;
  return copy;
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
