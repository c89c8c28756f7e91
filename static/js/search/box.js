/**
 * The search box as a combobox: the first results in a list as one types; the form stays what it was. site.js has given
 * the field its role. Source: "Editable Combobox With List Autocomplete", ARIA Authoring Practices Guide.
 */
import { openReader } from "./reader.js";

let opened;

/**
 * Open the index once; a failure is forgotten, so that the next call tries again.
 * @param {HTMLFormElement} form
 * @returns {Promise<import("./reader.js").Reader>}
 */
export const open = (form) =>
  (opened ??= openReader(form.action + "index.json").catch((error) => {
    opened = null;
    throw error;
  }));

/** Make an element with a text. */
export const make = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });

/** Say how many results there are. @param {number} count */
export const results = (count) => `${count.toLocaleString("en")} result${count === 1 ? "" : "s"}`;

/** Begin, once, for a search form. @param {HTMLFormElement} form */
export const start = (form) => {
  const input = form.q;
  const [list, status] = form.querySelectorAll("ul, p");
  const options = list.children;
  let at, control, timer;

  const pick = (next) => {
    at = next;
    for (const option of options) option.ariaSelected = option === options[at];
    input.setAttribute("aria-activedescendant", options[at]?.id ?? "");
    options[at]?.scrollIntoView({ block: "nearest" });
  };

  const show = (next) => {
    list.replaceChildren(...next);
    list.hidden = !next.length;
    input.ariaExpanded = !list.hidden;
    pick(-1);
  };

  const stop = () => {
    clearTimeout(timer);
    control?.abort();
  };

  const close = () => {
    stop();
    show([]);
  };

  const suggest = async () => {
    const { signal } = (control = new AbortController());
    try {
      const reader = await open(form);
      const { hits, total } = await reader.search(input.value, new Map(), { signal });
      const cards = await reader.cards(hits.slice(0, 6));
      if (signal.aborted) return;
      status.textContent = results(total);
      show(
        cards.map(({ id, url, title, kind, kind_label, language }) => {
          const option = make("li", title);
          option.dataset.kind = kind_label;
          option.onclick = () => location.assign(url);
          if (language) option.lang = language;
          return Object.assign(option, { role: "option", className: `kind-${kind}`, id: list.id + id });
        }),
      );
    } catch {
      // The form still leads to the results, where a failure is told.
      if (!signal.aborted) close();
    }
  };

  const typed = () => {
    stop();
    if (input.value.trim().length > 1) timer = setTimeout(suggest, 120);
    else close();
  };

  input.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const places = options.length + 1;
    if (event.isComposing) return;
    if (step) places > 1 ? pick(((at + step + 1 + places) % places) - 1) : typed();
    else if (event.key === "Enter" && options[at]) options[at].click();
    else if (event.key === "Escape" && places > 1) close();
    else return pick(-1);
    event.preventDefault();
  };
  input.oninput = typed;
  input.onblur = form.onsubmit = close;
  list.onpointerdown = (event) => event.preventDefault();
  open(form).catch(close);
  if (input.value !== input.defaultValue) typed();
};
