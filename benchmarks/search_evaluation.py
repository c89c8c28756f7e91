"""Measure how good the ranking is, on a collection of judged queries: what `search-eval` runs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.judged_collection import Collection, read
from benchmarks.ranking_figures import RUN_DEPTH, Ranking, figures, run_lines
from sitegen.search.documents import Document
from sitegen.search.reader.vectors import count_words
from sitegen.search.staff.searcher import Searcher
from sitegen.search.staff.whoosh_index import StaffIndex
from sitegen.search.words.query import parse
from sitegen.search.words.synonyms import Synonyms
from tests.reference.shard_reader import ShardReader, encoded

ENGINES = ("shards", "whoosh")

Search = Callable[[str], Ranking]


def run(paths: tuple[Path, Path, Path], run_file: Path | None, engine: str, say: Callable[[str], None]) -> int:
    """Print the figures of both engines, and write the run of one; return the exit code.

    `paths` are those of documents, queries and judgments. Raises what `read` raises.
    """
    collection = read(*paths)
    say(f"{len(collection.documents):,} documents, {len(collection.queries):,} queries")
    say("engine  nDCG@10     MAP  recall@10")
    with TemporaryDirectory(prefix="sitegen-eval-") as folder:
        searches = {"shards": _search_shards(collection), "whoosh": _search_whoosh(collection, Path(folder) / "index")}
        for name in ENGINES:
            rankings = {query: searches[name](text) for query, text in collection.queries.items()}
            means = figures(rankings, collection.judgments)
            say(f"{name:<6} {means.ndcg:>8.4f}{means.map:>8.4f}{means.recall:>11.4f}")
            if run_file is not None and name == engine:
                run_file.write_text("".join(run_lines(rankings)), "utf-8")
    say("nDCG@10 with gain 2^grade - 1")
    if run_file is not None:
        say(f"The run of {engine} is in {run_file}")
    return 0


def _search_shards(collection: Collection) -> Search:
    """Return a search over the readers' index, made in memory and read back."""
    reader = ShardReader(encoded(_documents(collection), Synonyms(())))
    return lambda text: reader.find(parse(text), prefix=False)


def _search_whoosh(collection: Collection, folder: Path) -> Search:
    """Return a search over the staff's index, made in a folder."""
    synonyms = Synonyms(())
    documents = {document.path: document for document in _documents(collection)}
    index = StaffIndex(folder, "evaluation")
    digests = dict.fromkeys(documents, b"-")
    index.update(digests, lambda path: (documents[path], count_words(documents[path], synonyms)))
    searcher = Searcher(index)

    def search(text: str) -> Ranking:
        hits = searcher.search(parse(text), prefix=False).hits
        return [(searcher.stored(number).path, score) for number, score in hits[:RUN_DEPTH]]

    return search


def _documents(collection: Collection) -> Iterator[Document]:
    for number, (title, text) in collection.documents.items():
        yield Document(url="", path=number, title=title, body=text)
