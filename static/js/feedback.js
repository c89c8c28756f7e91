/** The text of a letter, copied for computers without a mail program. */

/** Begin for the panel that shows it. @param {Element} panel */
export function start(panel) {
  const button = /** @type {HTMLButtonElement} */ (panel.querySelector("button"));
  const text = /** @type {HTMLTextAreaElement} */ (panel.querySelector("textarea"));
  const status = /** @type {HTMLElement} */ (panel.querySelector("[role=status]"));
  const { done = "", failed = "" } = status.dataset;
  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(text.value);
      status.textContent = done;
    } catch {
      text.focus();
      text.select();
      status.textContent = failed;
    }
  });
}
