"""The commands that change the files of a site: new, import, rename, rename-term, replace, undo."""

import sys
from pathlib import Path
from typing import Any

import click

from sitegen.cli_options import EXIT_MISTAKE, FILE, JSON, SITE, YES, confirm


@click.command()
@SITE
@click.option("--slug", default="", metavar="NAME", help="The last part of the address, where the title gives none.")
@click.argument("kind")
@click.argument("title", nargs=-1, required=True)
def new(site: Path, kind: str, title: tuple[str, ...], *, slug: str) -> int:
    """Begin a page: KIND is story, tool, video ...; TITLE its title, in quotes if it has signs such as ' or &."""
    from sitegen.commands.new_page import run

    run(site, kind, " ".join(title), click.echo, slug=slug)
    return 0


@click.command("import")
@SITE
@click.option(
    "--kind",
    "page_kind",
    default="",
    metavar="KIND",
    help="What the pages are: story, tool, video ... Default: what the source says.",
)
@click.option("--into", default="", metavar="FOLDER", help="Into this folder of content/.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Say what would become of the sources, and write no page.")
@click.option("--report", type=FILE, metavar="FILE", help="Write the whole report to this file, as a page.")
@JSON
@click.argument("sources", nargs=-1, required=True, metavar="FILE_OR_FOLDER...")
def import_command(site: Path, sources: tuple[str, ...], **chosen: Any) -> int:
    """Bring in texts from elsewhere, as drafts: Word, web pages, text, Markdown, exports; - reads what is pasted.

    The report says what became of every word. No file that is there is written over.
    """
    from sitegen.commands.import_sources import run

    is_done = run(site, sources, sys.stdin.buffer, click.echo, **chosen)
    return 0 if is_done else EXIT_MISTAKE


@click.command()
@SITE
@click.option("--title", default="", metavar="TEXT", help="Give it another title, too.")
@YES
@click.argument("old", metavar="PAGE")
@click.argument("new", metavar="NEW_NAME")
def rename(site: Path, old: str, new: str, *, title: str, yes: bool) -> int:
    """Rename a page, and all that leads to it: rename stories/old-name new-name.

    Its old address leads to it from then on.
    """
    from sitegen.commands import change_files

    change_files.rename(site, old, new, title, click.echo, confirm(is_given=yes))
    return 0


@click.command("rename-term")
@SITE
@click.option("--label", default="", metavar="TEXT", help="Show it to readers with this label from now on.")
@YES
@click.argument("taxonomy")
@click.argument("old", metavar="TERM")
@click.argument("new", metavar="NEW_TERM")
def rename_term(site: Path, taxonomy: str, old: str, new: str, *, label: str, yes: bool) -> int:
    """Rename a term of a filter, or merge it into another: rename-term topic quality better-care.

    Its old addresses lead to the new ones from then on, and pages that have the old word mean the new one.
    """
    from sitegen.commands import change_files

    change_files.rename_term(site, taxonomy, (old, new), label, click.echo, confirm(is_given=yes))
    return 0


@click.command()
@SITE
@click.option("--in", "folders", multiple=True, metavar="FOLDER", help="Only in this folder of content/, or this page.")
@YES
@click.argument("what", metavar="WORDS")
@click.argument("replacement", metavar="NEW_WORDS")
def replace(site: Path, what: str, replacement: str, *, folders: tuple[str, ...], yes: bool) -> int:
    """Replace words, letter by letter, in the texts and fields of all pages: replace "old words" "new words"."""
    from sitegen.commands import change_files

    change_files.replace(site, what, replacement, folders, click.echo, confirm(is_given=yes))
    return 0


@click.command()
@SITE
@YES
def undo(site: Path, *, yes: bool) -> int:
    """Take back what the last change of files by a command changed."""
    from sitegen.commands import change_files

    change_files.undo(site, click.echo, confirm(is_given=yes))
    return 0


CHANGES = (new, import_command, rename, rename_term, replace, undo)
