"""The command line: what a person types, and the exit codes.

They are 0, 1 (a writer's mistake), 2 (usage), 3 (a target was changed by others), 4 (cut off), 70 (our bug).
"""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from sitegen import report
from sitegen.building import Choices
from sitegen.cli_changes import CHANGES
from sitegen.cli_measures import MEASURES
from sitegen.cli_on_time import ON_TIME
from sitegen.cli_options import (
    AS_OF,
    DRAFTS,
    EXIT_BUG,
    EXIT_CUT_OFF,
    EXIT_INTERRUPTED,
    EXIT_MISTAKE,
    EXIT_TARGET,
    EXIT_USAGE,
    FILE,
    JSON,
    OUT,
    SITE,
    YES,
    confirm,
    refuse_odd_characters,
)
from sitegen.cli_publish import PUBLISHING
from sitegen.cli_sign_off import SIGN_OFF
from sitegen.errors import SitegenError, UsageError
from sitegen.publishing.target_errors import CutOffError, TargetError

_EXIT_CODES = {UsageError: EXIT_USAGE, TargetError: EXIT_TARGET, CutOffError: EXIT_CUT_OFF}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code. Without a command's name the command is `build`."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("--help", "-h")):
        words.insert(0, "build")
    try:
        refuse_odd_characters(words)
        code = commands.main(words, prog_name="build.py", standalone_mode=False)
    except click.exceptions.Abort:
        return EXIT_INTERRUPTED
    except click.ClickException as error:
        error.show()
        return EXIT_USAGE
    except SitegenError as error:
        report.print_problems(error.problems)
        return _EXIT_CODES.get(type(error), EXIT_MISTAKE)
    except Exception as error:  # noqa: BLE001 - the last line of defence: show the bug whole, and say that it is ours
        return _end_badly(error)
    return code if isinstance(code, int) else 0


def _end_badly(error: Exception) -> int:
    """Print an error that no command expected, and return the exit code: what the machine causes is no bug."""
    from sitegen.engine.disk import is_of_machine

    if isinstance(error, OSError) and is_of_machine(error):
        report.print_system_error(error)
        return EXIT_MISTAKE
    import traceback

    traceback.print_exception(error)
    click.echo("This is a bug in sitegen, not a mistake of yours. Please report it with the lines above.", err=True)
    return EXIT_BUG


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=False)
def commands() -> None:
    """Build the resource site: Markdown in content/ becomes a finished site in public/."""


@commands.command()
@SITE
@OUT
@click.option("--clean", is_flag=True, help="Forget what earlier builds found out, and make everything again.")
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes may work. Default: one a core."
)
@DRAFTS
@AS_OF
@click.option("--verify", is_flag=True, help="Then build once more from nothing, and compare every byte.")
@click.option("--release", is_flag=True, help="Build from nothing, and write digests and a bill of materials beside.")
@JSON
def build(
    site: Path,
    out: Path | None,
    *,
    clean: bool,
    jobs: int | None,
    drafts: bool,
    as_of: datetime | None,
    verify: bool,
    release: bool,
    as_json: bool,
) -> int:
    """Build the site (this is what happens without a command)."""
    from sitegen.commands.build import run

    choices = Choices(site=site, out=out, clean=clean or release, jobs=jobs or 0, drafts=drafts, as_of=as_of)
    if release:
        from sitegen.commands import release as papers

        papers.refuse_drafts(choices)
    if run(choices, as_json=as_json).errors:
        return EXIT_MISTAKE
    if release:
        click.echo(f"SHA-256 of the release: {papers.run(choices)}", err=as_json)
    if verify:
        from sitegen.commands import verify as comparison

        return 0 if comparison.run(choices, quiet=as_json) else EXIT_BUG
    return 0


@commands.command()
@SITE
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port to listen on.")
@DRAFTS
@AS_OF
def serve(site: Path, host: str, port: int, *, drafts: bool, as_of: datetime | None) -> int:
    """Preview the site: builds, watches, and reloads the browser on every save."""
    from sitegen.preview import serve as run

    return run(site, host, port, drafts=drafts, as_of=as_of)


@commands.command()
@SITE
@OUT
@DRAFTS
@AS_OF
@click.option("--golden", is_flag=True, help="Golden queries whose pages are not found first are errors, not advice.")
@click.option("--record", "is_recorded", is_flag=True, help="Keep what was found, for the page that tells readers.")
@click.option("--fix", "is_fix", is_flag=True, help="Mend what can be mended without a doubt, after showing it.")
@YES
@JSON
def check(
    site: Path,
    out: Path | None,
    *,
    drafts: bool,
    as_of: datetime | None,
    golden: bool,
    is_recorded: bool,
    is_fix: bool,
    yes: bool,
    as_json: bool,
) -> int:
    """Build, then look for broken links and anchors, missing downloads, and pictures without a text."""
    from sitegen.commands.check import fix, run

    choices = Choices(site=site, out=out, drafts=drafts, as_of=as_of)
    if is_recorded and (is_fix or drafts):
        other = "--fix" if is_fix else "--drafts"
        raise UsageError(f"--record and {other} ask for two things at once", hint="leave out one of the two")
    if is_fix:
        return EXIT_MISTAKE if fix(choices, click.echo, confirm(is_given=yes), golden=golden, as_json=as_json) else 0
    return EXIT_MISTAKE if run(choices, golden=golden, is_recorded=is_recorded, as_json=as_json).errors else 0


@commands.command("report")
@SITE
@AS_OF
@click.option("--uses", default="", metavar="PATH", help="Say what uses this page or file: stories/x, images/x.jpg.")
@click.option("--all", "is_whole", is_flag=True, help="Show every row of every section.")
@click.option("--html", type=FILE, metavar="FILE", help="Write a page to this file, outside the site that readers see.")
@click.option("--csv", "as_csv", is_flag=True, help="Print one table of comma-separated values.")
@JSON
def report_command(site: Path, as_of: datetime | None, *, as_csv: bool, as_json: bool, **chosen: Any) -> int:
    """Say where the site stands: drafts, dates, reviews, links, terms, reading grades."""
    from sitegen.commands.overview import run

    if as_csv and as_json:
        raise UsageError("--csv and --json ask for two things at once", hint="leave out one of the two")
    run(site, as_of, click.echo, form="csv" if as_csv else "json" if as_json else "text", **chosen)
    return 0


@commands.command(context_settings={"ignore_unknown_options": True})
@SITE
@DRAFTS
@click.option("--limit", default=10, show_default=True, type=click.IntRange(min=1), help="How many pages to show.")
@JSON
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def search(site: Path, words: tuple[str, ...], limit: int, *, drafts: bool, as_json: bool) -> int:
    """Search the site as it was last built: search huddle --topic quality --level 3.

    Each filter of the site is an option with a term: --region, --topic, --level and so on, as site.yaml has them.
    """
    from sitegen.commands.search import run

    choices = Choices(site=site, drafts=drafts, notify=lambda note: click.echo(note, err=True))
    return run(choices, words, limit, click.echo, as_json=as_json)


@commands.command()
@SITE
@OUT
@DRAFTS
@AS_OF
@click.argument("url")
def explain(site: Path, out: Path | None, url: str, *, drafts: bool, as_of: datetime | None) -> int:
    """Say why the page at URL was last made, down to the file that changed."""
    from sitegen.commands.explain import run

    run(Choices(site=site, out=out, drafts=drafts, as_of=as_of), url, click.echo)
    return 0


for command in (*CHANGES, *PUBLISHING, *ON_TIME, *SIGN_OFF, *MEASURES):
    commands.add_command(command)
