/** Rows, filters and buttons of the results, made from what stands in the page's template. */

const template = document.querySelector("#found-parts");
const copy = (selector) => template.content.querySelector(selector).cloneNode(true);
const make = (tag, textContent) => Object.assign(document.createElement(tag), { textContent });

/** Fill an element with segments of text, those that were searched for marked. */
export const fill = (element, segments) =>
  element.replaceChildren(...segments.map(({ text, hit }) => (hit ? make("mark", text) : text)));

const levelWords = (levels) => {
  const last = levels.length - 1;
  if (last < 1) return `Level ${levels}`;
  if (last > 3) return "All levels";
  return last > 1 && levels[last] - levels[0] === last
    ? `Levels ${levels[0]} to ${levels[last]}`
    : `Levels ${levels.join(", ")}`;
};

/** Make a page as it stands in a list. */
export const row = (card) => {
  const one = copy(".row");
  const [title, summary, facts] = one.children;
  const [kind, date, level, format] = facts.children;
  one.classList.add(`kind-${card.kind}`);
  title.lang = summary.lang = card.lang;
  Object.assign(title.firstChild, { href: card.url, textContent: card.title });
  summary.textContent = card.summary;
  kind.querySelector("use").setAttribute("href", `#i-${card.kind}`);
  kind.append(card.label);
  date.textContent = card.date;
  for (const number of card.levels) level.querySelectorAll("path")[number - 1]?.classList.add("on");
  level.append(levelWords(card.levels));
  level.hidden = !card.levels.length;
  format.replaceWith(...card.formats.map((text) => Object.assign(format.cloneNode(), { textContent: text })));
  return one;
};

/** Fill the list in an element with buttons, each of [texts, what it does]; hide the element where there are none. */
export const buttons = (element, name, entries) => {
  element.hidden = !entries.length;
  element.querySelector("ul").replaceChildren(
    ...entries.map(([texts, act]) => {
      const one = copy(name);
      one.querySelectorAll(".slot").forEach((slot, number) => (slot.textContent = texts[number]));
      one.firstChild.onclick = act;
      return one;
    }),
  );
};

/** Make checkboxes of the options of the filters; gives what shows counts and choices, and what gives labels. */
export const panel = (nav, toggle) => {
  const options = [...nav.querySelectorAll("[data-term]")].map((item) => {
    const group = item.closest("[data-facet]");
    const { facet } = group.dataset;
    const { term } = item.dataset;
    const one = copy(".option-box");
    const [box, label, count] = one.children;
    label.textContent = item.querySelector(".option").textContent;
    box.onchange = () => toggle(facet, term);
    item.replaceChildren(one);
    return { group, facet, term, one, box, count, labels: [group.querySelector("h3").textContent, label.textContent] };
  });
  return {
    labels: (facet, term) => options.find((one) => one.facet === facet && (!term || one.term === term))?.labels ?? [facet, term],
    show: (selection, counts) => {
      for (const { group, facet, term, one, box, count } of options) {
        const number = counts?.get(facet)?.get(term) ?? 0;
        box.checked = selection.get(facet)?.has(term) ?? false;
        group.open ||= box.checked;
        box.disabled = counts && !number && !box.checked;
        one.classList.toggle("none", box.disabled);
        count.textContent = counts ? number : "";
      }
    },
  };
};
