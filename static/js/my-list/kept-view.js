/**
 * What the page of a list shows. All words but those of what happened stand in templates/my-list.html.
 *
 * @typedef {import("./store.js").MyList} MyList
 * @typedef {import("./sums.js").Page} Page
 *
 * @typedef {Object} State
 * @property {MyList} list
 * @property {boolean} isSent whether it came in an address
 * @property {string[]} broken what stood there and is no address of a page
 * @property {boolean} canStore
 * @property {boolean} isKnown whether it is known which pages there are
 * @property {string} sums
 *
 * @typedef {Object} Actions
 * @property {(id: string, step: number) => void} move
 * @property {(ids: string[], words: string) => void} remove
 * @property {() => void} undo
 * @property {(texts: {title: string, note: string}) => void} write
 * @property {() => void} keepSent
 * @property {() => void} showOwn
 * @property {() => void} again
 */
import { pathOf, qr } from "../qr/qr.js";
import { fill } from "./item.js";

/** @param {HTMLElement} root @param {Actions} on */
export function keptView(root, on) {
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const field = (/** @type {string} */ selector) => /** @type {HTMLInputElement} */ (root.querySelector(selector));
  const sample = /** @type {HTMLTemplateElement} */ (find("template")).content;
  const [items, status, undo] = [find(".kept-items"), find(".kept-said"), find(".kept-undo")];
  const [title, note] = [field("#list-title"), field("#list-note")];
  const h1 = find("h1");
  const own = h1.textContent ?? "";

  for (const input of [title, note]) {
    input.addEventListener("input", () => on.write({ title: title.value.trim(), note: note.value.trim() }));
  }
  undo.addEventListener("click", () => {
    on.undo();
    h1.focus();
  });
  find(".kept-clear").addEventListener("click", () => {
    const ids = [...items.querySelectorAll("li")].map((item) => item.dataset.id ?? "");
    on.remove(ids, "Everything is removed.");
    undo.focus();
  });
  find(".kept-add").addEventListener("click", () => {
    on.keepSent();
    h1.focus();
  });
  find(".kept-own").addEventListener("click", () => {
    on.showOwn();
    h1.focus();
  });
  find(".kept-again").addEventListener("click", on.again);

  items.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    const item = button?.closest("li");
    if (!button || !item || button.ariaDisabled === "true") return;
    const id = item.dataset.id ?? "";
    if (button.dataset.step) {
      on.move(id, Number(button.dataset.step));
      const moved = items.querySelector(`[data-id="${CSS.escape(id)}"] [data-step="${button.dataset.step}"]`);
      /** @type {HTMLElement | null} */ (moved)?.focus();
      return;
    }
    on.remove([id], `${item.querySelector(".row-title")?.textContent} is removed.`);
    undo.focus();
  });

  /** @param {State} state */
  function drawCode({ list }) {
    const matrix = list.items.length ? qr(location.href) : null;
    const code = find(".kept-code");
    code.hidden = !matrix;
    find(".kept-long").hidden = !list.items.length || Boolean(matrix);
    if (!matrix) return;
    code.querySelector("svg")?.setAttribute("viewBox", `-4 -4 ${matrix.length + 8} ${matrix.length + 8}`);
    code.querySelector("path")?.setAttribute("d", pathOf(matrix));
  }

  return {
    /** @param {State} state @param {(id: string) => Page | undefined} page @param {boolean} areRowsNew */
    update(state, page, areRowsNew) {
      const { list, isSent, broken, canStore, isKnown } = state;
      const count = list.items.length + broken.length;
      for (const [selector, isShown] of /** @type {[string, boolean][]} */ ([
        [".kept-empty", !count && !isSent],
        [".kept-full", count > 0],
        [".kept-sent", isSent],
        [".kept-edit", !isSent && (count > 0 || Boolean(list.title || list.note))],
        [".kept-clear", !isSent && count > 1],
        [".kept-unsaved", !canStore && count > 0],
        [".kept-add", list.items.length > 0],
      ])) find(selector).hidden = !isShown;
      h1.textContent = list.title || own;
      find(".kept-note").textContent = list.note;
      find(".kept-sums").textContent = state.sums;
      if (areRowsNew) {
        if (title.value.trim() !== list.title) title.value = list.title;
        if (note.value.trim() !== list.note) note.value = list.note;
        const all = [...list.items, ...broken.map((id) => ({ id, title: "" }))];
        items.replaceChildren(
          ...all.map((item, at) => {
            const made = /** @type {HTMLElement} */ (document.importNode(sample, true).querySelector("li"));
            const isGone = at >= list.items.length || (isKnown && !page(item.id));
            fill(made, item, page(item.id), { isGone, isSent, isFirst: !at, isLast: at === list.items.length - 1 });
            return made;
          }),
        );
      }
      drawCode(state);
    },
    /** Say what happened. @param {string} words @param {boolean} [canUndo] */
    say(words, canUndo = false) {
      status.textContent = words;
      undo.hidden = !canUndo;
    },
    /** @param {boolean} isThere whether what is kept could not be looked up */
    trouble(isThere) {
      find(".kept-trouble").hidden = !isThere;
    },
  };
}
