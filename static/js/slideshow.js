/**
 * A slideshow: one slide at a time, with buttons, arrow keys and full screen, and a way back to the list of all.
 * All words stand in the page; without this module the page is the list.
 */

/** Which way a key leads; the ends are as far as one can go. @type {Record<string, number>} */
const KEYS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** Keys of a presenter's remote, for full screen only: elsewhere they scroll the page. @type {Record<string, number>} */
const REMOTE = { PageUp: -1, PageDown: 1 };

/**
 * Make a slideshow of a list of slides.
 * @param {Element} part the section with `.slides-bar` and `.slides`
 */
export function start(part) {
  const slides = [...part.querySelectorAll(".slide")];
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (part.querySelector(selector));
  const [number, title] = [find("[data-number]"), find("[data-title]")];
  const [full, list] = [find("[data-full]"), find("[data-list]")];
  let at = 0;

  /** @param {number} wanted the position of a slide, from 0; one beyond the ends is the last there */
  const show = (wanted) => {
    at = Math.max(0, Math.min(slides.length - 1, wanted));
    slides.forEach((slide, place) => slide.classList.toggle("is-current", place === at));
    number.textContent = String(at + 1);
    title.textContent = `: ${slides[at].querySelector("h3")?.textContent}`;
    part.querySelectorAll("[data-step]").forEach((button) => {
      const isEnd = at === (button.getAttribute("data-step") === "1" ? slides.length - 1 : 0);
      button.setAttribute("aria-disabled", String(isEnd));
    });
  };

  const isList = () => part.classList.contains("is-list");

  /** @param {HTMLElement} button @param {string} name the attribute that holds the button's other words */
  const swapWords = (button, name) => {
    const words = button.textContent ?? "";
    button.textContent = button.getAttribute(name);
    button.setAttribute(name, words);
  };

  const showLinked = () => {
    const linked = slides.findIndex((slide) => slide.matches(":target"));
    if (linked >= 0) show(linked);
  };

  part.querySelectorAll("[data-step]").forEach((button) => {
    button.addEventListener("click", () => show(at + Number(button.getAttribute("data-step"))));
  });
  list.addEventListener("click", () => {
    part.classList.toggle("is-list");
    swapWords(list, "data-list");
    if (document.fullscreenElement) document.exitFullscreen();
  });
  full.hidden = !document.fullscreenEnabled;
  full.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else part.requestFullscreen().catch(() => { full.hidden = true; });
  });
  part.addEventListener("fullscreenchange", () => swapWords(full, "data-full"));
  document.addEventListener("keydown", (event) => {
    const isFull = document.fullscreenElement === part;
    const step = KEYS[event.key] ?? (isFull ? REMOTE[event.key] : undefined);
    const isOurs = isFull || part.contains(/** @type {Node} */ (event.target));
    if (step === undefined || !isOurs || isList() || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(at + step);
  });
  addEventListener("hashchange", showLinked);

  show(0);
  title.textContent = "";
  showLinked();
  part.classList.add("is-ready");
}
