// Terms of all documents in columns: filters, counts that ignore their own facet, ways out of dead ends.

import { Bytes } from "./files.js";

/** @returns {{ids: number[], columns: {combinations: number[][], values: Uint16Array}[]}} */
export function readColumns(count) {
  return (data) => {
    const bytes = new Bytes(data);
    bytes.at = 1;
    const size = bytes.number();
    const present = bytes.take((size + 7) >> 3);
    const ids = [];
    for (let id = 0; id < size; id++) if ((present[id >> 3] >> (id & 7)) & 1) ids.push(id);
    const columns = Array.from({ length: count }, () => {
      const combinations = [[]];
      for (let more = bytes.number(); more; more--)
        combinations.push(Array.from({ length: bytes.number() }, () => bytes.number()));
      return { combinations, values: Uint16Array.from({ length: size }, () => bytes.number()) };
    });
    return { ids, columns };
  };
}

/** For each facet with a selection: whether each of its combinations passes. */
function passes(facets, columns, selection) {
  return facets.map((facet, at) => {
    const wanted = selection.get(facet.id);
    if (!wanted?.size) return null;
    return columns[at].combinations.map((terms) => terms.some((term) => wanted.has(facet.terms[term].id)));
  });
}

/**
 * In one pass over documents: which pass all facets; how often each combination occurs where all other facets pass; and how
 * many documents fail one facet alone.
 */
export function filter(facets, columns, selection, ids) {
  const pass = passes(facets, columns, selection);
  const tallies = columns.map((column) => new Uint32Array(column.combinations.length));
  const alone = facets.map(() => 0);
  const kept = [];
  ids.forEach((id, order) => {
    let fails = 0;
    let failed = 0;
    for (let at = 0; at < pass.length; at++) {
      if (pass[at] && !pass[at][columns[at].values[id]]) {
        fails++;
        failed = at;
      }
    }
    if (fails > 1) return;
    if (fails) {
      alone[failed]++;
      tallies[failed][columns[failed].values[id]]++;
    } else {
      kept.push(order);
      for (let at = 0; at < tallies.length; at++) tallies[at][columns[at].values[id]]++;
    }
  });
  return { kept, tallies, alone };
}

/** Tallies of combinations as counts of terms. */
export function countsOf(facets, columns, tallies) {
  return new Map(
    facets.map((facet, at) => {
      const counts = facet.terms.map(() => 0);
      tallies[at].forEach((times, number) => {
        for (const term of columns[at].combinations[number]) counts[term] += times;
      });
      return [facet.id, new Map(facet.terms.map((term, place) => [term.id, counts[place]]))];
    }),
  );
}
