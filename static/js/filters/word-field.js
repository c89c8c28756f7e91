/** The field of a list that keeps only the pages that have some words, as they are typed. */
import { find } from "./parts.js";

const TYPING_PAUSE = 300;

/**
 * Take over the field of a list.
 * @param {ParentNode} list @param {(words: string) => void} use takes what was typed, once its writer pauses
 */
export function wordField(list, use) {
  const root = find(list, ".words");
  const input = /** @type {HTMLInputElement} */ (find(root, "input"));
  let told = "";
  let timer = 0;
  const tell = () => {
    clearTimeout(timer);
    const words = input.value.trim();
    if (words === told) return;
    told = words;
    use(words);
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(tell, TYPING_PAUSE);
  });
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    tell();
  });
  if (input.value) timer = setTimeout(tell);
  return {
    /** Show the words that the address says; what is being typed stays. @param {string} words */
    show(words) {
      if (words === told) return;
      told = words;
      input.value = words;
    },
  };
}
