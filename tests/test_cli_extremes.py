"""Extremes in every option and argument of every command: an answer or a message, and never a traceback."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from sitegen import cli
from sitegen.cli_options import EXIT_MISTAKE, EXIT_USAGE
from tests.content.test_extremes import EXTREMES
from tests.site.small import SmallSite

ENDLESS = {"serve", "test", "bench", "search-eval", "audit"}
"""Commands that start something; of these, only options that are refused at once are tried."""

WITH_ARGUMENTS = ("new", "explain", "rename", "replace", "search")
DATES = ("0001-01-01", "9999-12-31T23:59:59+14:00", "2026-02-30", "2026-05-01T25:00", "-1", "2026-05-01T08:00+99:00")


def options() -> Iterator[tuple[str, str]]:
    for name, command in sorted(cli.commands.commands.items()):
        for parameter in command.params:
            if isinstance(parameter, click.Option) and not parameter.is_flag:
                yield name, parameter.opts[0]


ARGUMENTS = {
    "approve": ["stories/story-1"],
    "build": [],
    "check": [],
    "explain": ["/"],
    "import": ["none.txt"],
    "new": ["story", "A title"],
    "next-change": [],
    "publish": ["--yes"],
    "releases": [],
    "rename": ["stories/story-1", "another-name"],
    "rename-term": ["topic", "quality", "care"],
    "replace": ["team", "unit"],
    "report": [],
    "schedule": [],
    "search": ["huddle"],
    "share": ["stories/story-1"],
    "undo": [],
}


def run(site: SmallSite, command: str, *words: str) -> int:
    """Run a command on a site, whose folder comes last where the words name none."""
    own = [] if "--site" in words else ["--site", str(site.root)]
    return cli.main([command, *own, *words])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    made = SmallSite(tmp_path_factory.mktemp("extremes"))
    assert made.build().committed
    return made


def check_message(value: str, code: int, capsys: pytest.CaptureFixture[str]) -> str:
    """Check that a command ended with a code of its own, and said so in words; return them."""
    said = capsys.readouterr()
    assert code in (0, EXIT_MISTAKE, EXIT_USAGE), (value, said.err)
    assert "Traceback" not in said.err
    assert code == 0 or said.err.strip()
    return said.err


@pytest.mark.parametrize("share", [3, pytest.param(1, marks=pytest.mark.long)])
@pytest.mark.parametrize(("command", "option"), [pair for pair in options() if pair[0] not in ENDLESS])
def test_every_option_takes_extremes_or_says_why_not(
    command: str,
    option: str,
    share: int,
    site: SmallSite,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A short run tries a third of the values of each option, other ones of each."""
    monkeypatch.chdir(tmp_path)
    values = list(dict.fromkeys((*EXTREMES, *DATES)))
    for value in values[list(options()).index((command, option)) % share :: share]:
        if option == "--jobs" and value.isdigit() and int(value[:9]) > 0 and len(value) < 4300:
            continue  # so many processes are not started
        check_message(value, run(site, command, option, value, *ARGUMENTS[command]), capsys)


@pytest.mark.parametrize(("command", "option"), [pair for pair in options() if pair[0] in ENDLESS])
@pytest.mark.parametrize("value", ["-1", "x", "1.5", "9" * 5_000, "\x00"])
def test_numbers_of_long_commands_are_refused_before_anything_starts(
    command: str, option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kind = next(one for one in cli.commands.commands[command].params if option in one.opts).type
    if isinstance(kind, click.IntRange | click.Choice):
        refused = value if not isinstance(kind, click.IntRange) or kind.max else value[:1_000].strip("9") or "x"
        assert cli.main([command, option, refused]) == EXIT_USAGE
        assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("share", [2, pytest.param(1, marks=pytest.mark.long)], ids=["half", "all"])
@pytest.mark.parametrize("command", WITH_ARGUMENTS)
def test_every_argument_takes_extremes_or_says_why_not(
    command: str, share: int, site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    for value in EXTREMES[WITH_ARGUMENTS.index(command) % share :: share]:
        new_name = [["stories/story-1", value]] if command == "rename" else []
        for words in ([value], ["story", value], [value, "A title"], ["--", value], *new_name):
            check_message(value, run(site, command, *words), capsys)
