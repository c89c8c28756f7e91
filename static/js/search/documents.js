/**
 * What search shows of documents: their cards and, from their texts, whether they have a phrase and their best lines.
 *
 * @typedef {import("../filters/rows.js").Card & {id: number, texts: string}} Hit `texts` names the block of its text
 * @typedef {{text: string, hit: boolean}[]} Excerpt a line in parts
 *
 * @typedef {Object} Blocks
 * @property {{cards: number, named: number, texts: number}} blocks for how many ids there is a block of cards, a name of
 *   such blocks, a block of texts
 * @property {string} cards names of blocks of cards
 * @property {string[]} fields of cards
 *
 * @typedef {Object} Documents
 * @property {(ids: number[], signal?: AbortSignal) => Promise<Hit[]>} cards
 * @property {(ids: number[], phrases: string[][], signal?: AbortSignal) => Promise<boolean[]>} havePhrases
 * @property {(ids: number[], words: string[], signal?: AbortSignal) => Promise<Excerpt[]>} excerpts
 */
import { card } from "../filters/format.js";
import { split } from "./index.js";

/** @param {import("./index.js").Get} get @param {Blocks} table @returns {Documents} */
export function openDocuments(get, { blocks, cards: names, fields }) {
  const cardNames = split(names);

  /** @type {Documents["cards"]} */
  const cards = (ids, signal) =>
    Promise.all(
      ids.map(async (id) => {
        const name = `cards/${Math.floor(id / blocks.cards)}.${cardNames[Math.floor(id / blocks.named)]}`;
        const block = await get(name, JSON.parse, signal);
        return { ...card(fields, block[id % blocks.cards]), id };
      }),
    );

  /**
   * @template T
   * @param {number[]} ids @param {(module: typeof import("./texts.js"), text: string) => T} use makes something of a text
   * @param {AbortSignal} [signal]
   */
  const withTexts = async (ids, use, signal) => {
    const [module, ...texts] = await Promise.all([
      import("./texts.js"),
      ...(await cards(ids, signal)).map(async ({ id, texts }) => {
        const block = await get(`texts/${Math.floor(id / blocks.texts)}.${texts}`, JSON.parse, signal);
        return block[id % blocks.texts];
      }),
    ]);
    return texts.map((text) => use(module, text));
  };

  return {
    cards,
    havePhrases: (ids, phrases, signal) =>
      withTexts(ids, ({ hasPhrase }, text) => phrases.every((phrase) => hasPhrase(text, phrase)), signal),
    excerpts: (ids, words, signal) => withTexts(ids, ({ excerpt }, text) => excerpt(text, words), signal),
  };
}
