/**
 * The panel of facets (templates/partials/facets.html), whose links become checkboxes.
 *
 * A term that would leave nothing keeps its place with a 0 and cannot be chosen; one that is chosen, or has the focus, can
 * always be taken back. On phones the panel is a disclosure: a button at its end shows the results, as Escape does.
 */
import { find, findAll, number, part, say, show } from "./parts.js";

/**
 * Make the panel.
 * @param {ParentNode} root the element around `.filters-panel`
 * @param {{toggle: (facet: string, term: string) => void, close: () => void, intent: (facet?: string, term?: string) => void}} on
 *   `toggle`: a term was chosen or taken back; `close`: the results are asked for; `intent`: somebody comes near
 */
export function panel(root, on) {
  const details = /** @type {HTMLDetailsElement} */ (root.querySelector(".filters-panel"));
  const summary = find(details, "summary");
  const all = badge(summary);
  const facets = findAll(root, "[data-facet]").map((facet) => ({
    name: facet.dataset.facet ?? "",
    mark: badge(find(facet, "summary")),
    boxes: findAll(facet, "[data-term]").map((item) => checkbox(item, facet.dataset.facet ?? "")),
  }));
  const end = part(".panel-end");
  const hint = find(end, ".hint");
  const button = find(end, "button");
  details.append(end);
  // What comes and goes stands with what scrolls, so that the button keeps its place.
  find(details, ".filters-body").append(hint);

  /** @param {Event} event */
  const near = ({ target }) => {
    const input = target instanceof Element ? target.closest("label")?.querySelector("input") : null;
    on.intent(input?.name, input?.value);
  };
  for (const type of ["pointerover", "focusin", "touchstart"]) details.addEventListener(type, near, { passive: true });
  details.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) on.toggle(target.name, target.value);
  });
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    on.intent();
    button.scrollIntoView({ block: "nearest" });
  });
  /** @param {() => void} focus */
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
     * Show what is chosen and, where it is known, what each choice would give.
     * @param {import("./state.js").Selection} selection @param {Map<string, Map<string, number>>} [counts]
     * @param {string} [result] what the button shows: "12 tools"
     */
    update(selection, counts, result) {
      let isGray = false;
      let sum = 0;
      for (const { name, mark, boxes } of facets) {
        const chosen = selection.get(name);
        for (const { input, count } of boxes) {
          const total = counts?.get(name)?.get(input.value);
          const isChecked = chosen?.has(input.value) ?? false;
          if (input.checked !== isChecked) input.checked = isChecked;
          if (total !== undefined) {
            say(count, number(total));
            const isDisabled = !total && !isChecked && input !== document.activeElement;
            if (input.disabled !== isDisabled) input.disabled = isDisabled;
          }
          isGray ||= input.disabled;
        }
        tell(mark, chosen?.size ?? 0);
        sum += chosen?.size ?? 0;
      }
      tell(all, sum);
      show(hint, isGray);
      if (result) say(button, `Show ${result}`);
    },
  };
}

/** Put a checkbox in the place of an option's link. @param {HTMLElement} item @param {string} facet */
function checkbox(item, facet) {
  const label = part(".option-box");
  const input = /** @type {HTMLInputElement} */ (label.querySelector("input"));
  const count = find(label, ".count");
  input.name = facet;
  input.value = item.dataset.term ?? "";
  input.checked = item.querySelector("[aria-current]") !== null;
  find(label, ".option").textContent = find(item, ".option").textContent;
  count.textContent = find(item, ".count").textContent;
  input.disabled = count.textContent === "0" && !input.checked;
  item.replaceChildren(label);
  return { input, count };
}

/** @param {Element} summary what says how many are chosen in its group */
function badge(summary) {
  const mark = document.createElement("span");
  mark.className = "chosen";
  mark.hidden = true;
  summary.append(mark);
  return mark;
}

/** @param {HTMLElement} mark @param {number} chosen */
function tell(mark, chosen) {
  say(mark, chosen ? `${chosen} chosen` : "");
  show(mark, chosen > 0);
}
