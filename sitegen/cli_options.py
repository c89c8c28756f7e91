"""What commands share: options, exit codes, the questions that they ask, and the words that none of them takes."""

import re
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import click

from sitegen.building import PROJECT
from sitegen.errors import UsageError, in_few_words

EXIT_MISTAKE = 1
EXIT_USAGE = 2
EXIT_TARGET = 3
EXIT_CUT_OFF = 4
EXIT_BUG = 70
EXIT_INTERRUPTED = 130

_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_MOST_FOLDERS = 200
_PLAIN = "type a shorter name, in plain letters"


def moment(text: str | None) -> datetime | None:
    """Return the day and time that was typed. Raises click.BadParameter for a text that is none."""
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        message = f'"{text}" is no date: write 2026-05-01 or 2026-05-01T08:00+00:00'
        raise click.BadParameter(message) from error


def refuse_odd_characters(words: Sequence[str]) -> None:
    """Raise UsageError where a word has characters, or more folders, than any name has and any person types."""
    for word in words:
        if _ODD.search(word):
            raise UsageError(in_few_words(f'"{word}" has characters that cannot be used'), hint=_PLAIN)
        if word.count("/") > _MOST_FOLDERS:
            raise UsageError(in_few_words(f'"{word}" has more than {_MOST_FOLDERS} folders'), hint=_PLAIN)


def confirm(*, is_given: bool) -> Callable[[str], bool]:
    """Return a function that asks a question, or says yes where that was given with the command."""

    def ask(question: str) -> bool:
        if is_given:
            return True
        if not sys.stdin.isatty():
            raise UsageError("nobody is there to answer", hint="add --yes, if it is what you want")
        return click.confirm(question)

    return ask


SITE = click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    default=PROJECT,
    metavar="DIR",
    help="The site's folder: site.yaml, content/, templates/, static/. Default: this one.",
)
OUT = click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the site is written: an empty folder, or one from an earlier build. Default: public/ in the site.",
)
DRAFTS = click.option(
    "--drafts", is_flag=True, help="Show drafts too; serve shows scheduled and expired pages as well."
)
AS_OF = click.option(
    "--as-of",
    metavar="DATETIME",
    callback=lambda _context, _option, value: moment(value),
    help="Build as on this day and time (2026-05-01 or 2026-05-01T08:00+00:00): what is published, what has expired.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object on one line.")
YES = click.option("--yes", is_flag=True, help="Do not ask.")
FILE = click.Path(path_type=Path, dir_okay=False)
