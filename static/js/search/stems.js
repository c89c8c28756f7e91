/**
 * The stem of an English word that no page has: Snowball's, by which the index holds words. Loaded on a miss alone.
 * tests/search/words/stem_cases.json holds it to the build's.
 * Source: Porter & Boulton, "English stemming algorithm", https://snowballstem.org/algorithms/english/stemmer.html.
 */

/** Words that go their own way. @type {Record<string, string>} */
const IRREGULAR = {
  skis: "ski",
  skies: "sky",
  idly: "idl",
  gently: "gentl",
  ugly: "ugli",
  early: "earli",
  only: "onli",
  singly: "singl",
};
const UNCHANGED = /^(sky|news|howe|atlas|cosmos|bias|andes)$/;
const KEEPS_ING = /^(inn|out|cann|herr|earr|even)ing$/;
const BEGINNING = /^(arsen|commun|emerg|gener|inter|later|organ|past|univers)/;
/** A short syllable at the end. */
const SHORT = /(^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY]|^past)$/;

/** Endings, each with what takes its place, for the steps of those names; the longest come first. */
const SECOND =
  "ization ize,ational ate,fulness ful,ousness ous,iveness ive,tional tion,biliti ble,lessli less," +
  "entli ent,ation ate,alism al,aliti al,ousli ous,iviti ive,fulli ful,ogist og,enci ence,anci ance," +
  "abli able,izer ize,ator ate,alli al,bli ble";
const THIRD = "ational ate,tional tion,alize al,icate ic,iciti ic,ical ic,ful ,ness ";
const FOURTH = /(ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic)$/;

/** Where the part after the first consonant that follows a vowel begins. @param {string} word @param {number} from */
const region = (word, from) => {
  const [before] = /^.*?[aeiouy][^aeiouy]/.exec(word.slice(from)) ?? [word.slice(from)];
  return from + before.length;
};

/** Put another ending in place of the longest that fits. @param {string} word @param {number} start @param {string} endings */
function replace(word, start, endings) {
  const pair = endings.split(",").map((one) => one.split(" ")).find(([ending]) => word.endsWith(ending));
  if (!pair || word.length - pair[0].length < start) return pair ? word : "";
  return word.slice(0, -pair[0].length) + pair[1];
}

/** The stem of a folded word. @param {string} typed */
export function stem(typed) {
  if (!/^[a-z]{3,}$/.test(typed)) return typed;
  if (Object.hasOwn(IRREGULAR, typed)) return IRREGULAR[typed];
  if (UNCHANGED.test(typed)) return typed;
  // A y that is a consonant is written large.
  let word = typed.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const first = BEGINNING.exec(word)?.[0].length ?? region(word, 0);
  const second = region(word, first);
  /** @param {RegExp} ending @param {number} start */
  const endsIn = (ending, start) => (ending.exec(word)?.index ?? -1) >= start;

  // Plurals.
  if (/sses$/.test(word)) word = word.slice(0, -2);
  else if (/ie[sd]$/.test(word)) word = word.slice(0, word.length > 4 ? -2 : -1);
  else if (/[aeiouy].*.s$/.test(word) && !/[us]s$/.test(word)) word = word.slice(0, -1);

  // Past and continuous forms.
  const eed = /eed(ly)?$/.exec(word);
  const past = /(ed|ing)(ly)?$/.exec(word);
  if (KEEPS_ING.test(word)) return word;
  if (eed) {
    if (eed.index >= first && !/^(proc|exc|succ)eed/.test(word)) word = word.slice(0, eed.index) + "ee";
  } else if (/^[^aeiouyY][yY]ing$/.test(word)) word = word[0] + "ie";
  else if (past && /[aeiouy]/.test(word.slice(0, past.index))) {
    word = word.slice(0, past.index);
    if (/(at|bl|iz)$/.test(word)) word += "e";
    else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) word = /^[aeo]..$/.test(word) ? word : word.slice(0, -1);
    else if (word.length <= first && SHORT.test(word)) word += "e";
  }
  word = word.replace(/(.[^aeiouy])[yY]$/, "$1i");

  // Endings of derived words.
  const other = replace(word, first, SECOND);
  if (other) word = other;
  else if (endsIn(/(?<=l)ogi$/, first)) word = word.slice(0, -1);
  else if (endsIn(/li$/, first) && /[cdeghkmnrt]li$/.test(word)) word = word.slice(0, -2);
  if (endsIn(/ative$/, second)) word = word.slice(0, -5);
  else word = replace(word, first, THIRD) || word;
  const fourth = FOURTH.exec(word);
  if (fourth) word = fourth.index >= second ? word.slice(0, fourth.index) : word;
  else if (endsIn(/(?<=[st])ion$/, second)) word = word.slice(0, -3);

  if (endsIn(/e$/, second) || (endsIn(/e$/, first) && !SHORT.test(word.slice(0, -1)))) word = word.slice(0, -1);
  else if (endsIn(/(?<=l)l$/, second)) word = word.slice(0, -1);
  return word.toLowerCase();
}
