// Asks the reader's script: `answers(module, entryUrl, asked)` gives what it says to each query.
export async function answers(reader, entryUrl, asked) {
  const found = [];
  const open = await reader.openReader(entryUrl);
  for (const [text, selected, prefix] of asked) {
    const selection = new Map(Object.entries(selected).map(([facet, terms]) => [facet, new Set(terms)]));
    const result = await open.search(prefix ? text : `${text} `, selection);
    const counts = await open.counts(result, selection);
    const drops = await open.drops(result, selection);
    found.push({
      total: result.total,
      hits: result.hits.map((id) => [id, result.scores[id]]),
      corrected: result.corrected,
      suggested: result.suggested,
      missing: result.missing,
      isPart: result.isPart,
      counts: Object.fromEntries(Array.from(counts, ([facet, terms]) => [facet, Object.fromEntries(terms)])),
      drops: Object.fromEntries(drops),
    });
  }
  return found;
}

if (typeof process == "object" && process.argv[3]) {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const reader = await import(process.argv[2]);
  console.log(JSON.stringify(await answers(reader, process.argv[3], JSON.parse(Buffer.concat(chunks)))));
}
