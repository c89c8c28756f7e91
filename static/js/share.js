/**
 * Print, Share and Copy link: what a reader does with the page on the screen, as it is filtered. What is copied or shared is
 * the address in the address bar; a printed page has it as a QR code, too.
 */
import { pathOf, qr } from "./qr/qr.js";

/** @param {HTMLElement} button its `data-act` says what to do */
export async function act(button) {
  const part = button.closest(".actions");
  const status = part?.querySelector("[role=status]");
  if (status) status.textContent = "";
  const words = await acts[button.dataset.act ?? ""](part);
  if (status) status.textContent = words;
}

/** @type {Record<string, (part: Element | null) => Promise<string> | string>} each returns what to say */
const acts = {
  print(part) {
    drawCode(part);
    print();
    return "";
  },
  copy,
  async share() {
    if (!navigator.share) return copy();
    try {
      await navigator.share({ title: document.title, url: location.href });
      return "";
    } catch (error) {
      // Who closes the system's sheet wants nothing more.
      return error instanceof DOMException && error.name === "AbortError" ? "" : copy();
    }
  },
};

/** Copy the address; where the browser allows none, begin an e-mail with it. */
async function copy() {
  try {
    await navigator.clipboard.writeText(location.href);
    return "The link is copied.";
  } catch {
    const text = `subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(location.href)}`;
    location.href = `mailto:?${text}`;
    return "Your e-mail program has the link.";
  }
}

/** The address for paper, and its code, in the place for it. @param {Element | null} part */
function drawCode(part) {
  const paper = part?.querySelector(".on-paper");
  if (!(paper instanceof HTMLElement)) return;
  paper.hidden = false;
  const matrix = qr(location.href);
  const text = paper.querySelector("span");
  if (text) text.textContent = location.href.replace(/^https?:\/\//, "");
  paper.querySelector("svg")?.toggleAttribute("hidden", !matrix);
  if (!matrix) return;
  paper.querySelector("svg")?.setAttribute("viewBox", `-4 -4 ${matrix.length + 8} ${matrix.length + 8}`);
  paper.querySelector("path")?.setAttribute("d", pathOf(matrix));
}
