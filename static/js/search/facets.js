// Filters of search: loaded when there are filters to apply or counts to show.

/** What a file of columns says: all ids, and the columns, as below. */
export function read(text) {
  const [ids, ...lines] = text.split("\n");
  let id = 0;
  const all = [...ids].flatMap((letter) => {
    const step = letter.charCodeAt() - 35;
    id += step;
    return step < 50000 ? id : [];
  });
  const columns = [];
  for (let at = 0; lines[at]; at += 2) {
    const numbers = [];
    all.forEach((id, place) => (numbers[id] = lines[at + 1].charCodeAt(place) - 35));
    columns.push([JSON.parse(lines[at]), numbers]);
  }
  return { all, columns };
}

/**
 * In one pass: the ids that pass all facets, how often each term occurs where all other facets pass, and how many ids fail one
 * facet alone. `columns` are [combinations of terms, by id the number of one]s, one a facet.
 */
function filter(facets, columns, ids, selection) {
  const counts = facets.map(({ terms }) => terms.map(() => 0));
  const alone = facets.map(() => 0);
  const pass = facets.map(({ id, terms }, at) => {
    const wanted = selection.get(id);
    return wanted?.size && columns[at][0].map((numbers) => numbers.some((number) => wanted.has(terms[number].id)));
  });
  const kept = ids.filter((id) => {
    const own = columns.map(([, values]) => values[id]);
    const failed = own.flatMap((number, at) => (pass[at] && !pass[at][number] ? at : []));
    if (failed.length == 1) alone[failed[0]]++;
    if (failed.length < 2)
      for (const at of failed.length ? failed : own.keys())
        for (const number of columns[at][0][own[at]]) counts[at][number]++;
    return !failed.length;
  });
  return { kept, counts, alone };
}

/** The ids that pass. */
export const kept = (...of) => filter(...of).kept;

/** How often each term of each facet occurs. @returns {Map<string, Map<string, number>>} */
export function counts(facets, ...of) {
  const { counts } = filter(facets, ...of);
  return new Map(facets.map(({ id, terms }, at) => [id, new Map(terms.map((term, number) => [term.id, counts[at][number]]))]));
}

/** Where more would be found without a facet, how much; the most first, then all facets. @returns {{facet: string, total: number}[]} */
export function drops(facets, columns, ids, selection) {
  const { kept, alone } = filter(facets, columns, ids, selection);
  const found = facets.map(({ id }, at) => ({ facet: id, total: kept.length + alone[at] })).filter((_, at) => alone[at]);
  return [...found.sort((one, other) => other.total - one.total), { facet: "", total: ids.length }];
}
