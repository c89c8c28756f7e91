/**
 * The page of a reader's list. It shows what is kept on this device, and writes it into its own address, so that the list
 * can be sent; or a list that came in an address, which changes nothing until the reader says so.
 * @joins
 */
import { fromHash, toHash } from "./hash.js";
import { keptView } from "./kept-view.js";
import { savedView } from "./saved.js";
import { clean, read, write } from "./store.js";
import { sums } from "./sums.js";

/**
 * @typedef {import("./store.js").MyList} MyList
 * @typedef {import("./store.js").Kept} Kept
 * @typedef {{items: Record<string, import("./sums.js").Page>, moved: Record<string, string>}} Known
 */

const root = /** @type {HTMLElement} */ (document.querySelector(".my-list"));
const canStore = write(read());

/** What is shown, and whether it is a list that somebody sent. */
let list = read();
let isSent = false;
/** @type {string[]} */
let broken = [];
/** @type {Known | undefined} */
let known;
/** The list before the last removal. @type {MyList | undefined} */
let before;

const view = keptView(root, {
  move(id, step) {
    const items = [...list.items];
    const at = items.findIndex((item) => item.id === id);
    const [item] = items.splice(at, 1);
    items.splice(at + step, 0, item);
    change({ ...list, items });
    view.say(`${item.title} is now number ${at + step + 1} of ${items.length}.`);
  },
  remove(ids, words) {
    before = list;
    broken = broken.filter((id) => !ids.includes(id));
    change({ ...list, items: list.items.filter(({ id }) => !ids.includes(id)) });
    view.say(words, true);
  },
  undo() {
    if (before) change(before);
    before = undefined;
    view.say("It is back.");
  },
  write: (texts) => change({ ...list, ...texts }, false),
  keepSent() {
    const own = read();
    const ids = new Set(own.items.map(({ id }) => id));
    const added = list.items.filter(({ id }) => !ids.has(id));
    isSent = false;
    broken = [];
    change({ title: own.title || list.title, note: own.note || list.note, items: [...own.items, ...added] });
    view.say(`${added.length} ${added.length === 1 ? "item" : "items"} added to your list.`);
  },
  showOwn() {
    isSent = false;
    broken = [];
    list = read();
    change(list);
  },
  again: () => load(),
});

const markSaved = savedView(root, (words) => view.say(words));

/** Show a list, keep it, and write it into the address. @param {MyList} changed @param {boolean} [isDrawn] whether rows differ */
function change(changed, isDrawn = true) {
  list = clean(changed);
  if (!isSent) {
    write(list);
    history.replaceState({ isOwn: true }, "", location.pathname + location.search + toHash(list));
    // Replacing an address tells nobody; the header counts what is stored.
    dispatchEvent(new Event("storage"));
  }
  draw(isDrawn);
}

/** @param {boolean} isDrawn */
function draw(isDrawn) {
  const pages = list.items.map(({ id }) => known?.items[id]).filter((page) => page !== undefined);
  const state = { list, isSent, broken, canStore, isKnown: Boolean(known), sums: sums(list.items.length, pages) };
  view.update(state, (id) => known?.items[id], isDrawn);
  markSaved();
}

/** Put the present ids in the place of old ones, and the pages' titles in that of those they had when they were kept. */
function renew() {
  if (!known) return;
  const { items, moved } = known;
  const renewed = list.items.map(({ id, title }) => {
    const now = Object.hasOwn(items, id) || !Object.hasOwn(moved, id) ? id : moved[id];
    return { id: now, title: Object.hasOwn(items, now) ? items[now].title : title };
  });
  change({ ...list, items: renewed });
}

async function load() {
  view.trouble(false);
  try {
    const answer = await fetch(root.dataset.items ?? "");
    if (!answer.ok) throw new Error(answer.statusText);
    known = await answer.json();
    renew();
  } catch {
    view.trouble(true);
  }
}

/** Take what the address says. An address of one's own may be older than what is kept: then what is kept is shown. */
function take() {
  const own = read();
  const sent = history.state?.isOwn && canStore ? null : fromHash(location.hash);
  const isSame = !sent || (!sent.broken.length && toHash(sent.list) === toHash(own));
  isSent = !isSame && canStore;
  broken = sent && !isSame ? sent.broken : [];
  list = sent && !isSame ? sent.list : own;
  change(list);
  if (known) renew();
}

take();
load();
addEventListener("hashchange", take);
addEventListener("storage", (event) => {
  if (!event.key || isSent) return;
  list = read();
  draw(true);
});
