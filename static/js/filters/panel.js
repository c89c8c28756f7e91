/**
 * The panel of facets (templates/partials/facets.html), whose links become checkboxes.
 *
 * A term that would leave nothing keeps its place with a 0 and cannot be chosen; one that is chosen, or has the focus, can
 * always be taken back. On phones the panel is a disclosure: a button at its end shows the results, as Escape does.
 */
import { number, part, say, show } from "./parts.js";

/**
 * @param {HTMLElement} root the element around `.filters-panel`
 * @param {{toggle: (facet: string, term: string) => void, close: () => void, intent: (facet?: string, term?: string) => void}} on
 *   `toggle`: a term was chosen or taken back; `close`: the results are asked for; `intent`: somebody comes near
 */
export function panel(root, on) {
  const details = root.querySelector(".filters-panel");
  const summary = details.querySelector("summary");
  const boxes = new Map();
  const marks = new Map([["", badge(summary)]]);
  for (const facet of root.querySelectorAll("[data-facet]")) {
    const name = facet.dataset.facet;
    marks.set(name, badge(facet.querySelector("summary")));
    for (const item of facet.querySelectorAll("[data-term]")) {
      const label = part(".option-box");
      const [input, text, count] = label.children;
      input.name = name;
      input.value = item.dataset.term;
      input.checked = !!item.querySelector("[aria-current]");
      text.textContent = item.querySelector(".option").textContent;
      count.textContent = item.querySelector(".count").textContent;
      input.disabled = count.textContent === "0" && !input.checked;
      item.replaceChildren(label);
      boxes.set(`${name} ${input.value}`, { name, input, count });
    }
  }
  const end = part(".panel-end");
  const [hint, button] = end.children;
  details.append(end);
  // What comes and goes stands with what scrolls, so that the button keeps its place.
  details.querySelector(".filters-body").append(hint);

  const near = (event) => {
    const input = event.target.closest?.("label")?.firstElementChild;
    on.intent(input?.name, input?.value);
  };
  for (const type of ["pointerover", "focusin", "touchstart"]) details.addEventListener(type, near, { passive: true });
  details.addEventListener("change", (event) => on.toggle(event.target.name, event.target.value));
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    on.intent();
    button.scrollIntoView({ block: "nearest" });
  });
  const close = (focus) => {
    details.open = false;
    focus();
  };
  button.addEventListener("click", () => close(on.close));
  details.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && details.open) close(() => summary.focus());
  });

  return {
    /**
     * Show what is chosen and what each choice would give.
     * @param {import("./state.js").Selection} selection @param {Map<string, Map<string, number>> | null} counts
     * @param {string} result what the button shows: "12 tools"
     */
    update(selection, counts, result) {
      let isGray = false;
      for (const { name, input, count } of boxes.values()) {
        const found = counts?.get(name)?.get(input.value);
        const checked = !!selection.get(name)?.has(input.value);
        if (input.checked !== checked) input.checked = checked;
        if (found !== undefined) {
          say(count, number(found));
          const disabled = !found && !checked && input !== document.activeElement;
          if (input.disabled !== disabled) input.disabled = disabled;
        }
        isGray ||= input.disabled;
      }
      let all = 0;
      for (const [name, mark] of marks) {
        const chosen = selection.get(name)?.size || 0;
        all += chosen;
        if (name) tell(mark, chosen);
      }
      tell(marks.get(""), all);
      show(hint, isGray);
      if (result) say(button, `Show ${result}`);
    },
  };
}

function badge(summary) {
  const mark = document.createElement("span");
  mark.className = "chosen";
  mark.hidden = true;
  summary.append(mark);
  return mark;
}

function tell(mark, chosen) {
  say(mark, chosen ? `${chosen} chosen` : "");
  show(mark, chosen > 0);
}
