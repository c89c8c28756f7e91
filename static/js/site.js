/**
 * What every page loads: it finds the parts of the page that script makes better, and loads their modules.
 * A page without such parts loads nothing more. Each module has `start(part)`. What keeps pages, and saves them, is in every page, and sent with this.
 * @joins
 */
import { start as startKeeping } from "./my-list/keep.js";
import { start as startSaving } from "./offline/register.js";

/** @type {[string, () => Promise<{start: (part: Element) => void}>][]} selector of a part, and its module */
const PARTS = [
  [".slideshow", () => import("./slideshow.js")],
  [".my-kit", () => import("./my-kit.js")],
  [".film", () => import("./film.js")],
  [".ticks", () => import("./ticks.js")],
];

for (const [selector, load] of PARTS) {
  const parts = document.querySelectorAll(selector);
  if (parts.length) load().then((module) => parts.forEach((part) => module.start(part)));
}

for (const link of document.querySelectorAll(".my-list-link")) startKeeping(link);
startSaving();

/** Print, Share, Copy link: their module comes when somebody comes near them, as a browser copies and shares only at once. */
const share = () => import("./share.js");
for (const part of document.querySelectorAll(".actions")) {
  part.toggleAttribute("data-on", true);
  for (const type of ["pointerover", "touchstart", "focusin"]) part.addEventListener(type, share, { once: true, passive: true });
  part.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-act]") : null;
    if (button instanceof HTMLElement) share().then(({ act }) => act(button), () => button.dataset.act === "print" && print());
  });
}

/**
 * The search box is a combobox, which loads nothing until somebody goes to it. Where the browser cannot unpack the index, it
 * stays a form that leads to all titles.
 * @param {EventTarget | null} target what has the focus
 */
function search(target) {
  const form = target instanceof Element ? target.closest(".search:not([data-on])") : null;
  if (!(form instanceof HTMLFormElement)) return;
  form.dataset.on = "";
  // What it imports is named, too, so that all come at once.
  Promise.all([import("./search/box.js"), import("./search/reader.js"), import("./search/query.js")]).then(
    ([module]) => module.start(form),
    () => delete form.dataset.on,
  );
}
if (self.DecompressionStream) {
  for (const field of document.querySelectorAll(".search-input")) {
    field.role = "combobox";
    field.ariaExpanded = "false";
    field.ariaAutoComplete = "list";
  }
  document.addEventListener("focusin", ({ target }) => search(target));
  search(document.activeElement);
}

/** The text of a letter can be copied once it is shown. */
document.querySelector(".letter")?.addEventListener(
  "toggle",
  ({ target }) => import("./feedback.js").then(({ start }) => start(/** @type {Element} */ (target))),
  { once: true },
);

/** Control-K, or Command-K, leads to the search box: that of the page, if it has one of its own. */
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const field = [...document.querySelectorAll(".search-input")].reverse().find((one) => one.checkVisibility());
  if (!(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  field.select();
});
for (const field of document.querySelectorAll(".search-input")) field.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
