/**
 * Rows of a list, as templates/partials/card.html has them: they stay and are filled anew, as new ones cost a browser three
 * times as much.
 *
 * @typedef {Object} Card what a row shows of a page; results of a search have no `date_iso`, `regions` and `length`
 * @property {string} url
 * @property {string} title
 * @property {string} summary
 * @property {string} kind names the icon: "tool"
 * @property {string} kind_label is the word: "Tool"
 * @property {boolean} names_kind whether the row says that word
 * @property {string} [date_iso]
 * @property {string} date for people
 * @property {string[]} levels "1" to "5"
 * @property {string[]} formats labels
 * @property {string[]} [regions] labels
 * @property {string} [length]
 * @property {string} language
 * @property {boolean} can_be_kept whether the row has the button that keeps the page
 * @property {string} [file_url] leads to the first file of the page
 * @property {string} [file_facts] says what it is: "PDF, 2 pages, 31 kB"
 */
import { find, later, part } from "./parts.js";

/** Make the rows of a list; those that the screen does not reach follow when the others are there. */
export function rows() {
  const list = part(".rows");
  /** @type {ReturnType<typeof blank>[]} */
  const made = [];
  /** @type {Card[]} */
  let latest = [];
  list.replaceChildren();

  /** @param {Card[]} cards @param {number} from @param {number} to */
  function fill(cards, from, to) {
    if (cards !== latest) return;
    for (let at = from; at < Math.min(to, cards.length); at++) {
      made[at] ??= blank();
      made[at].fill(cards[at]);
      if (!list.children[at]) list.append(made[at].item);
    }
  }
  return {
    root: list,
    /** @param {Card[]} cards @param {number} first how many at once @param {boolean} isNew whether none are on the page yet */
    update(cards, first, isNew) {
      latest = cards;
      const kept = isNew ? Math.min(first, cards.length) : cards.length;
      while (list.children.length > kept) list.lastElementChild?.remove();
      fill(cards, 0, first);
      if (cards.length > first) later(() => fill(cards, first, cards.length));
    },
  };
}

/** Make a new row. @param {Card} card */
export function row(card) {
  const { item, fill } = blank();
  fill(card);
  return item;
}

function blank() {
  const item = part(".row");
  const title = find(item, ".row-title");
  const summary = find(item, ".row-summary");
  const facts = find(item, ".row-facts");
  const [kind, time, length, level, tag, region, file] = facts.children;
  const keep = item.querySelector(".keep");
  const link = find(title, "a");
  const icon = find(kind, "use");
  const steps = level.querySelectorAll("path");
  const [kinds, times, lengths, marks, files] = [kind, time, length, level, file].map(spaced);
  const [days, tags, regions] = [region, tag, region].map(copies);
  /** @type {Card | undefined} */
  let shown;

  /** @param {Card} card */
  function fill(card) {
    if (card === shown) return;
    shown = card;
    write(link, card.title);
    set(link, "href", card.url);
    for (const one of [title, summary]) set(one, "lang", card.language);
    write(summary, card.summary);
    set(kind, "class", `kind kind-${card.kind}`);
    set(icon, "href", `#i-${card.kind}`);
    writeLast(kind, ` ${card.kind_label}`);
    write(time, card.date);
    set(time, "datetime", card.date_iso);
    write(length, card.length ?? "");
    steps.forEach((path, at) => set(path, "class", card.levels.includes(String(at + 1)) ? "on" : ""));
    writeLast(level, ` ${levelsText(card.levels)}`);
    // A site's own rows may have no file and no button.
    if (file) {
      set(file, "href", card.file_url);
      write(file.children[1], `${card.title}:`);
      writeLast(file, ` ${card.file_facts}`);
    }
    const told = [
      ...(card.names_kind ? kinds : []),
      ...(card.date_iso ? times : days(card.date ? [card.date] : [])),
      ...(card.length ? lengths : []),
      ...(card.levels.length ? marks : []),
      ...tags(card.formats.filter((format) => format !== card.kind_label && !card.file_facts?.startsWith(format))),
      ...regions(card.regions ?? []),
      ...(file && card.file_url ? files : []),
    ];
    hold(facts, told);
    const kept = keep && card.can_be_kept ? [keep] : [];
    hold(item, [title, ...(card.summary ? [summary] : []), ...(told.length ? [facts] : []), ...kept]);
  }
  return { item, fill };
}

/** Write a text into the node that is there: a new one is styled again. @param {Element} element @param {string} text */
function write({ firstChild }, text) {
  if (firstChild instanceof Text && firstChild.data !== text) firstChild.data = text;
}

/** Write the text behind an icon. @param {Element} element @param {string} text */
function writeLast({ lastChild }, text) {
  if (lastChild instanceof Text) lastChild.data = text;
}

/** Set an attribute where it differs; an empty one is taken away. @param {Element} element @param {string} name @param {string} [value] */
function set(element, name, value) {
  if (!value) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Give an element these children; those that it has stay where they are. @param {Element} element @param {Node[]} nodes */
function hold(element, nodes) {
  const { childNodes } = element;
  nodes.forEach((node, at) => {
    if (childNodes[at] !== node) element.insertBefore(node, childNodes[at] ?? null);
  });
  while (childNodes.length > nodes.length) element.lastChild?.remove();
}

/** An element with a space behind it. @param {Element} element @returns {Node[]} */
const spaced = (element) => [element, new Text(" ")];

/** Copies of an element for texts, made when they are first asked for. @param {Element} element */
function copies(element) {
  /** @type {Element[]} */
  const made = [];
  /** @type {Node[][]} */
  const nodes = [];
  return (/** @type {string[]} */ texts) =>
    texts.flatMap((text, at) => {
      made[at] ??= /** @type {Element} */ (element.cloneNode(true));
      nodes[at] ??= spaced(made[at]);
      write(made[at], text);
      return nodes[at];
    });
}

/** @param {string[]} levels "1" to "5", rising */
function levelsText(levels) {
  const last = levels.length - 1;
  if (last < 1) return `Level ${levels[0]}`;
  if (last === 4) return "All levels";
  return last > 1 && Number(levels[last]) - Number(levels[0]) === last
    ? `Levels ${levels[0]} to ${levels[last]}`
    : `Levels ${levels.join(", ")}`;
}
