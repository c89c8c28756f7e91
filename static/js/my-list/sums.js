/** What printing a list takes: its sheets by the size of the paper. The first file of each page counts, the others are copies. */

/**
 * @typedef {{url: string, label: string, facts: string, pages?: number, paper?: string}} File
 * @typedef {{title: string, kind: string, label: string, levels?: string[], language?: string, files?: File[]}} Page
 */

/** "2 items, 3 pages to print (2 on 8.5 x 11 in, 1 on 11 x 17 in)" @param {number} count @param {Page[]} pages those that are known */
export function sums(count, pages) {
  /** @type {Map<string, number>} */
  const papers = new Map();
  for (const { files } of pages) {
    const [file] = files ?? [];
    if (file?.pages) papers.set(file.paper ?? "", (papers.get(file.paper ?? "") ?? 0) + file.pages);
  }
  const total = [...papers.values()].reduce((sum, number) => sum + number, 0);
  const named = [...papers].filter(([paper]) => paper).map(([paper, number]) => `${number} on ${paper}`);
  const sizes = named.length ? ` (${named.length === 1 && papers.size === 1 ? [...papers.keys()][0] : named.join(", ")})` : "";
  const items = `${count} ${count === 1 ? "item" : "items"}`;
  return total ? `${items}, ${total} ${total === 1 ? "page" : "pages"} to print${sizes}` : items;
}
