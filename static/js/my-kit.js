/**
 * "My kit": a reader keeps one kit of the Path to Performance in this browser, and the home page leads to it.
 * Without script, or where nothing can be stored, the home page leads to all kits, and kits offer no button.
 */

const PLACE = "my-kit";
const KEY = /^[a-z0-9-]+\/[a-z0-9-]+\/$/;

/** @typedef {{key: string, title: string}} Kit its address below that of all kits, and what it is called */

/**
 * @param {Element} part holds the button of a kit, or the link of the home page
 */
export function start(part) {
  const button = part.querySelector("button");
  if (button) offer(part, button);
  else show(part);
}

/** @returns {Kit | null} */
function kept() {
  try {
    const { key, title } = JSON.parse(localStorage.getItem(PLACE) ?? "{}");
    return KEY.test(key) && typeof title === "string" && title ? { key, title } : null;
  } catch {
    return null;
  }
}

/**
 * @param {Kit | null} kit
 * @returns {boolean} whether it could be stored
 */
function keep(kit) {
  try {
    if (kit) localStorage.setItem(PLACE, JSON.stringify(kit));
    else localStorage.removeItem(PLACE);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Element} part
 * @param {HTMLButtonElement} button
 */
function offer(part, button) {
  const { key = "", title = "" } = button.dataset;
  const status = part.querySelector("[role=status]");
  const label = button.textContent;
  const draw = () => {
    const isMine = kept()?.key === key;
    button.textContent = isMine ? "This is my kit" : label;
    button.classList.toggle("on", isMine);
    return isMine;
  };
  if (!keep(kept())) return;
  draw();
  button.hidden = false;
  button.addEventListener("click", () => {
    const isMine = kept()?.key === key;
    const isDone = keep(isMine ? null : { key, title });
    draw();
    if (!status) return;
    status.textContent = !isDone ? "This browser could not keep it." : isMine ? "No longer kept." : "It waits for you on the home page.";
  });
}

/** @param {Element} part */
function show(part) {
  const link = part.querySelector("a");
  const name = link?.querySelector("span");
  const kit = kept();
  if (!link || !name || !kit) return;
  link.setAttribute("href", link.getAttribute("href") + kit.key);
  name.textContent = kit.title;
}
