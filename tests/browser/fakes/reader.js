// A reader of made-up pages with the interface of static/js/search/reader.js: all in memory, but for one request a call,
// so that tests can hold requests back, or let them fail.

/** @typedef {import("../../../static/js/search/reader.js").Reader} Reader */
/** @typedef {import("../../../static/js/filters/state.js").Selection} Selection */

/** @type {Record<string, string[]>} */
const FACETS = { topic: ["quality", "service"], level: ["1", "2", "3"], format: ["pdf", "ppt"] };
/** @type {Record<string, string>} */
const LABELS = { topic: "Topic", level: "Team level", format: "Format" };
/** @type {Record<string, string>} */
const NAMES = { quality: "Quality", service: "Service", 1: "Level 1", 2: "Level 2", 3: "Level 3", pdf: "PDF", ppt: "PPT" };
const KINDS = [["tool", "Tool"], ["story", "Story"], ["video", "Video"]];
const TITLES = ["Huddle guide", "Huddle <img src=x onerror=alert(1)> & more", "Safety walk", "Huddle in Español"];
const PAGES = Array.from({ length: 47 }, (_, id) => ({
  id,
  url: `/tools/huddle-guide/?page=${id}`,
  title: `${TITLES[id % 4]} ${id}`,
  summary: `What a team does with number ${id}, in one plain sentence <b>of words</b>.`,
  kind: KINDS[id % 3][0],
  kind_label: KINDS[id % 3][1],
  names_kind: true,
  can_be_kept: true,
  date: id % 3 === 1 ? "October 2017" : "",
  levels: id % 5 ? [FACETS.level[id % 3]] : ["1", "2", "3", "4", "5"],
  formats: id % 2 ? ["PDF"] : [],
  length: "",
  regions: [],
  language: id % 4 === 3 ? "es" : "",
  texts: "",
  /** @type {Record<string, string[]>} */
  terms: { topic: [FACETS.topic[id % 2]], level: [FACETS.level[id % 3]], format: id % 2 ? ["pdf"] : [] },
}));

/** @param {string} name @param {AbortSignal} [signal] */
const fetched = async (name, signal) => {
  const answer = await fetch(`/search/fake/${name}`, { signal });
  await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} for ${name}`);
};
/** @param {typeof PAGES[number]} page @param {Selection} selection @param {string} [but] */
const passes = (page, selection, but) =>
  Object.entries(Object.fromEntries(selection)).every(
    ([facet, terms]) => facet === but || !terms.size || page.terms[facet]?.some((term) => terms.has(term)),
  );
/** @param {string} text @returns {string[]} */
const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** @param {string} url @returns {Promise<Reader>} */
export const openReader = async (url) => {
  if (!url.endsWith("/search/index.json")) throw new Error(`${url} is no index`);
  await fetched("entry");
  /** @type {typeof PAGES} */
  let matched = [];
  return {
    facets: Object.entries(FACETS).map(([id, terms]) => ({ id, label: LABELS[id], terms: terms.map((term) => ({ id: term, label: NAMES[term] })) })),
    async search(text, selection, { signal } = {}) {
      await fetched(`search-${encodeURIComponent(text)}`, signal);
      /** @type {[string, string][]} */
      const corrected = words(text).includes("hudle") ? [["hudle", "huddle"]] : [];
      const used = words(text.replace("hudle", "huddle"));
      /** @param {string} word */
      const without = (word) => words(text).filter((one) => one !== word).join(" ");
      const offered = [];
      if (used.includes("quality")) offered.push({ facet: "topic", term: "quality", label: "Quality", rest: without("quality") });
      if (used.includes("3")) offered.push({ facet: "level", term: "3", label: "Level 3", rest: without("3") });
      /** @param {typeof PAGES[number]} page @param {string} word */
      const has = (page, word) => words(page.title).some((one) => one.startsWith(word));
      matched = PAGES.filter((page) => (used.length ? used.some((word) => has(page, word)) : selection.size));
      const hits = matched.filter((page) => passes(page, selection)).map((page) => page.id);
      const missing = used.filter((word) => !PAGES.some((page) => has(page, word)));
      /** @type {[string, string][]} */
      const suggested = missing.includes("bullying") ? [["bullying", "building"]] : [];
      const told = { corrected, suggested, missing, offered, words: used };
      return { all: hits, total: hits.length, isPart: false, hits, scores: new Float64Array(), ...told };
    },
    async counts(result, selection) {
      await fetched("counts");
      const counts = new Map();
      for (const [facet, terms] of Object.entries(FACETS)) {
        const near = matched.filter((page) => passes(page, selection, facet));
        counts.set(facet, new Map(terms.map((term) => [term, near.filter((page) => page.terms[facet].includes(term)).length])));
      }
      return counts;
    },
    async drops(result, selection) {
      return new Map([...selection.keys()].map((facet) => [facet, matched.filter((page) => passes(page, selection, facet)).length]));
    },
    async cards(ids) {
      await fetched("cards");
      return ids.map((id) => PAGES[id]);
    },
    async excerpts(ids) {
      await fetched("excerpts");
      const hit = { text: "huddle", hit: true };
      /** @param {number} id */
      const lines = (id) => [[{ text: "before the ", hit: false }, hit, { text: ` <i>${id}</i> after`, hit: false }], [hit], []];
      return new Map(ids.map((id) => [id, lines(id)[Math.max(0, (id % 6) - 3)]]));
    },
  };
};
