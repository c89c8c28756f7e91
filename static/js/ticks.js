/**
 * The boxes of what a level asks for: what is ticked stays ticked on this device, on every page that shows it, and can be
 * cleared. Without script they are boxes to tick until one leaves the page.
 */

const PLACE = "ticks";

/** @param {Element} part holds boxes, each with the id of what is asked as its name, and the line that counts them */
export function start(part) {
  /** @type {HTMLInputElement[]} */
  const boxes = [...part.querySelectorAll("input")];
  const count = part.querySelector(".ticks-count");
  const clear = part.querySelector("button");
  const line = clear?.parentElement;

  const draw = () => {
    const ticked = read();
    for (const box of boxes) box.checked = ticked.has(box.name);
    const number = boxes.filter((box) => box.checked).length;
    if (count) count.textContent = `${number} of ${boxes.length} done`;
    if (line) line.dataset.on = number ? "some" : "none";
  };
  /** @param {(ticked: Set<string>) => void} work */
  const change = (work) => {
    const ticked = read();
    work(ticked);
    if (write(ticked)) draw();
  };

  if (!write(read())) return;
  part.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) change((all) => (target.checked ? all.add(target.name) : all.delete(target.name)));
  });
  clear?.addEventListener("click", () => {
    change((all) => boxes.forEach(({ name }) => all.delete(name)));
    boxes[0].focus();
  });
  addEventListener("storage", draw);
  addEventListener("pageshow", draw);
  draw();
}

/** @returns {Set<string>} */
function read() {
  try {
    const stored = JSON.parse(localStorage.getItem(PLACE) ?? "[]");
    return new Set(Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : []);
  } catch {
    return new Set();
  }
}

/** @param {Set<string>} ticked @returns {boolean} whether it could be stored */
function write(ticked) {
  try {
    localStorage.setItem(PLACE, JSON.stringify([...ticked].sort()));
    return true;
  } catch {
    return false;
  }
}
