"""The command line: what a person types, and the exit codes 0, 1 (writer's mistake), 2 (usage), 70 (our bug)."""

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from sitegen import report
from sitegen.building import PROJECT, Choices
from sitegen.errors import SitegenError, UsageError

EXIT_MISTAKE = 1
EXIT_USAGE = 2
EXIT_BUG = 70
EXIT_INTERRUPTED = 130

Command = TypeVar("Command", bound=Callable[..., Any])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code. Without a command's name the command is `build`."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("--help", "-h")):
        words.insert(0, "build")
    try:
        code = commands.main(words, prog_name="build.py", standalone_mode=False)
    except click.exceptions.Abort:
        return EXIT_INTERRUPTED
    except click.ClickException as error:
        error.show()
        return EXIT_USAGE
    except UsageError as error:
        report.print_problems(error.problems)
        return EXIT_USAGE
    except SitegenError as error:
        report.print_problems(error.problems)
        return EXIT_MISTAKE
    except Exception:  # noqa: BLE001 - the last line of defence: show the bug whole, and say that it is ours
        import traceback

        traceback.print_exc()
        click.echo("This is a bug in sitegen, not a mistake of yours. Please report it with the lines above.", err=True)
        return EXIT_BUG
    return code if isinstance(code, int) else 0


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=False)
def commands() -> None:
    """Build the resource site: Markdown in content/ becomes a finished site in public/."""


_SITE = click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    default=PROJECT,
    metavar="DIR",
    help="The site's folder: site.yaml, content/, templates/, static/. Default: this one.",
)
_OUT = click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the site is written: an empty folder, or one from an earlier build. Default: public/ in the site.",
)
_DRAFTS = click.option("--drafts", is_flag=True, help="Show drafts too.")
_AS_OF = click.option(
    "--as-of",
    metavar="DATETIME",
    callback=lambda _context, _option, value: _moment(value),
    help="Build as on this day and time (2026-05-01 or 2026-05-01T08:00+00:00): what is published, what has expired.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object on one line.")


@commands.command()
@_SITE
@_OUT
@click.option("--clean", is_flag=True, help="Forget what earlier builds found out, and make everything again.")
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes may work. Default: one a core."
)
@_DRAFTS
@_AS_OF
@click.option("--verify", is_flag=True, help="Then build once more from nothing, and compare every byte.")
@_JSON
def build(
    site: Path,
    out: Path | None,
    *,
    clean: bool,
    jobs: int | None,
    drafts: bool,
    as_of: datetime | None,
    verify: bool,
    as_json: bool,
) -> int:
    """Build the site (this is what happens without a command)."""
    from sitegen.commands.build import run

    choices = Choices(site=site, out=out, clean=clean, jobs=jobs or 0, drafts=drafts, as_of=as_of)
    if run(choices, as_json=as_json).errors:
        return EXIT_MISTAKE
    if verify:
        from sitegen.commands import verify as comparison

        return 0 if comparison.run(choices, quiet=as_json) else EXIT_BUG
    return 0


@commands.command()
@_SITE
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on.")
@_DRAFTS
def serve(site: Path, host: str, port: int, *, drafts: bool) -> int:
    """Preview the site: builds, watches, and reloads the browser on every save."""
    from sitegen.preview import serve as run

    return run(site, host, port, drafts=drafts)


@commands.command()
@_SITE
@click.argument("kind")
@click.argument("title")
def new(site: Path, kind: str, title: str) -> int:
    """Begin a page: KIND is story, tool, video ...; TITLE in quotes."""
    from sitegen.commands.new_page import run

    run(site, kind, title, click.echo)
    return 0


@commands.command()
@_SITE
@_OUT
@_DRAFTS
@_AS_OF
@_JSON
def check(site: Path, out: Path | None, *, drafts: bool, as_of: datetime | None, as_json: bool) -> int:
    """Build, then look for broken links and anchors, missing downloads, and pictures without a text."""
    from sitegen.commands.check import run

    choices = Choices(site=site, out=out, drafts=drafts, as_of=as_of)
    return EXIT_MISTAKE if run(choices, as_json=as_json).errors else 0


@commands.command(context_settings={"ignore_unknown_options": True})
@_SITE
@_DRAFTS
@click.option("--limit", default=10, show_default=True, type=click.IntRange(min=1), help="How many pages to show.")
@_JSON
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def search(site: Path, words: tuple[str, ...], limit: int, *, drafts: bool, as_json: bool) -> int:
    """Search the site as it was last built: search huddle --topic quality --level 3.

    Each filter of the site is an option with a term: --region, --topic, --level and so on, as site.yaml has them.
    """
    from sitegen.commands.search import run

    choices = Choices(site=site, drafts=drafts, notify=lambda note: click.echo(note, err=True))
    return run(choices, words, limit, click.echo, as_json=as_json)


_FILE = click.Path(path_type=Path, dir_okay=False)


@commands.command("search-eval")
@click.argument("documents", type=_FILE, metavar="DOCS.jsonl")
@click.argument("queries", type=_FILE, metavar="QUERIES.tsv")
@click.argument("judged", type=_FILE, metavar="QRELS.tsv")
@click.option("--run", "run_file", type=_FILE, metavar="FILE", help="Write the results: query, document, rank, score.")
@click.option(
    "--engine", default="shards", show_default=True, type=click.Choice(["shards", "whoosh"]), help="Whose run to write."
)
def search_eval(documents: Path, queries: Path, judged: Path, run_file: Path | None, engine: str) -> int:
    """Measure the ranking on judged queries: nDCG@10, MAP and recall@10 of the readers' index and of Whoosh."""
    from sitegen.commands.search_eval import run

    return run((documents, queries, judged), run_file, engine, click.echo)


@commands.command()
@_SITE
@_OUT
@_DRAFTS
@_AS_OF
@click.argument("url")
def explain(site: Path, out: Path | None, url: str, *, drafts: bool, as_of: datetime | None) -> int:
    """Say why the page at URL was last made, down to the file that changed."""
    from sitegen.commands.explain import run

    run(Choices(site=site, out=out, drafts=drafts, as_of=as_of), url, click.echo)
    return 0


@commands.command(context_settings={"ignore_unknown_options": True})
@click.option("--long", "is_long", is_flag=True, help="Run the long tests too.")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test(arguments: tuple[str, ...], *, is_long: bool) -> int:
    """Run the tests of the generator itself: ruff, mypy, pytest. ARGUMENTS go to pytest."""
    from sitegen.commands.run_tests import run_tests

    return run_tests(arguments, long=is_long)


@commands.command()
@click.option("--items", default=10_000, show_default=True, type=click.IntRange(min=1), help="Pages in the corpus.")
@click.option(
    "--site-shape", "shape", default="peer", show_default=True, type=click.Choice(["peer", "full"]), help="Which site."
)
@click.option("--search", is_flag=True, help="Measure the search of readers at 1,000 and 10,000 pages instead.")
@click.option("--filters", is_flag=True, help="Measure lists with filters at 10,000 pages instead.")
@_JSON
def bench(items: int, shape: str, *, search: bool, filters: bool, as_json: bool) -> int:
    """Measure builds of a large made-up site as whole processes, medians of three."""
    from sitegen.commands.bench import run

    return run("filters" if filters else "search" if search else "builds", items, shape, as_json=as_json)


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        message = f'"{text}" is no date: write 2026-05-01 or 2026-05-01T08:00+00:00'
        raise click.BadParameter(message) from error
