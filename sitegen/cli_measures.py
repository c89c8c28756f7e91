"""The commands that test and measure the program itself: audit, bench, search-eval, test."""

from pathlib import Path
from typing import get_args

import click

from sitegen.cli_options import EXIT_MISTAKE, FILE, JSON


@click.command("search-eval")
@click.argument("documents", type=FILE, metavar="DOCS.jsonl")
@click.argument("queries", type=FILE, metavar="QUERIES.tsv")
@click.argument("judged", type=FILE, metavar="QRELS.tsv")
@click.option("--run", "run_file", type=FILE, metavar="FILE", help="Write the results: query, document, rank, score.")
@click.option(
    "--engine", default="shards", show_default=True, type=click.Choice(["shards", "whoosh"]), help="Whose run to write."
)
def search_eval(documents: Path, queries: Path, judged: Path, run_file: Path | None, engine: str) -> int:
    """Measure the ranking on judged queries: nDCG@10, MAP and recall@10 of the readers' index and of Whoosh."""
    from sitegen.commands.search_eval import run

    return run((documents, queries, judged), run_file, engine, click.echo)


@click.command()
def audit() -> int:
    """Ask whether the packages that this program is made with have known vulnerabilities."""
    from sitegen.commands.audit import run

    return 0 if run(click.echo) else EXIT_MISTAKE


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--long", "is_long", is_flag=True, help="Run the long tests too.")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test(arguments: tuple[str, ...], *, is_long: bool) -> int:
    """Run the tests of the generator itself: ruff, mypy, pytest. ARGUMENTS go to pytest."""
    from sitegen.commands.run_tests import run_tests

    return run_tests(arguments, long=is_long)


@click.command()
@click.option("--items", default=10_000, show_default=True, type=click.IntRange(min=1), help="Pages in the corpus.")
@click.option(
    "--site-shape", "shape", default="peer", show_default=True, type=click.Choice(["peer", "full"]), help="Which site."
)
@click.option("--search", is_flag=True, help="Measure the search of readers at 1,000 and 10,000 pages instead.")
@click.option("--filters", is_flag=True, help="Measure lists with filters at 10,000 pages instead.")
@click.option("--hostile", is_flag=True, help="Measure what files of 1 MB cost that are made to cost much instead.")
@click.option("--imports", is_flag=True, help="Measure what it costs to bring in 1,000 web pages instead.")
@JSON
def bench(items: int, shape: str, *, as_json: bool, **subjects: bool) -> int:
    """Measure builds of a large made-up site as whole processes, medians of three."""
    from sitegen.commands.bench import Subject, run

    chosen = (subject for subject in get_args(Subject) if subjects.get(subject))
    return run(next(chosen, "builds"), items, shape, as_json=as_json)


MEASURES = (audit, bench, search_eval, test)
