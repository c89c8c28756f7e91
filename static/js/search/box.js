/**
 * The search box as a combobox: the first results in a list as one types; the form stays what it was. site.js has given
 * the field its role. Source: "Editable Combobox With List Autocomplete", ARIA Authoring Practices Guide.
 *
 * @joins
 */
import { openReader } from "./reader.js";

const LEAST_LETTERS = 2;
const MOST_OPTIONS = 6;
const TYPING_PAUSE = 120;

/** @type {Promise<import("./reader.js").Reader> | undefined} */
let opened;

/**
 * Open the index once; a failure is forgotten, so that the next call tries again. The search page of a small site names the
 * bundle.
 * @param {HTMLFormElement} form
 */
export const open = (form) => {
  /** @type {HTMLLinkElement | null} */
  const bundle = document.querySelector("link[as=fetch]");
  return (opened ??= openReader(form.action + "index.json", bundle?.href).catch((error) => {
    opened = undefined;
    throw error;
  }));
};

/** Make an element with a text. @param {string} tag @param {string} textContent */
export const make = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });

/** Say how many results there are. @param {number} count @param {boolean} [isPart] whether there may be more */
export const results = (count, isPart) =>
  `${isPart && count ? "At least " : ""}${count.toLocaleString("en")} result${count === 1 ? "" : "s"}`;

/** The field of a search form. @param {HTMLFormElement} form */
export const fieldOf = (form) => /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));

/** Begin, once, for a search form. @param {HTMLFormElement} form */
export function start(form) {
  const input = fieldOf(form);
  const list = /** @type {HTMLElement} */ (form.querySelector("ul"));
  const status = /** @type {HTMLElement} */ (form.querySelector("p"));
  const options = /** @type {HTMLCollectionOf<HTMLElement>} */ (list.children);
  let current = -1;
  let control = new AbortController();
  let timer = 0;

  /** Point at an option, by its place; -1 is the field itself. @param {number} next */
  const pick = (next) => {
    current = next;
    for (const option of options) option.ariaSelected = String(option === options[current]);
    input.setAttribute("aria-activedescendant", options[current]?.id ?? "");
    options[current]?.scrollIntoView({ block: "nearest" });
  };

  /** @param {HTMLElement[]} next */
  const show = (next) => {
    list.replaceChildren(...next);
    list.hidden = !next.length;
    input.ariaExpanded = String(!list.hidden);
    pick(-1);
  };

  const stop = () => {
    clearTimeout(timer);
    control.abort();
  };

  const close = () => {
    stop();
    show([]);
    status.textContent = "";
  };

  /** @param {import("./reader.js").Hit} hit */
  const option = ({ id, url, title, kind, kind_label, language }) => {
    const item = make("li", title);
    item.dataset.kind = kind_label;
    item.addEventListener("click", () => location.assign(url));
    if (language) item.lang = language;
    return Object.assign(item, { role: "option", className: `kind-${kind}`, id: list.id + id });
  };

  const suggest = async () => {
    control = new AbortController();
    const { signal } = control;
    try {
      const reader = await open(form);
      const { hits, total, isPart } = await reader.search(input.value, new Map(), { signal });
      const cards = await reader.cards(hits.slice(0, MOST_OPTIONS));
      if (signal.aborted) return;
      status.textContent = results(total, isPart);
      show(cards.map(option));
    } catch {
      // The form still leads to the results, where a failure is told.
      if (!signal.aborted) close();
    }
  };

  const typed = () => {
    stop();
    if (input.value.trim().length >= LEAST_LETTERS) timer = setTimeout(suggest, TYPING_PAUSE);
    else close();
  };

  /** Go through the options and the field, around and around; they are not exchanged then. @param {number} step */
  const move = (step) => {
    stop();
    const places = options.length + 1;
    pick(((current + step + 1 + places) % places) - 1);
  };

  input.addEventListener("keydown", (event) => {
    const isOpen = options.length > 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step && isOpen) move(step);
    else if (step) typed();
    else if (event.key === "Enter" && options[current]) options[current].click();
    else if (event.key === "Escape" && isOpen) close();
    else return pick(-1);
    event.preventDefault();
  });
  input.addEventListener("input", typed);
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  open(form).catch(close);
  if (input.value !== input.defaultValue) typed();
}
