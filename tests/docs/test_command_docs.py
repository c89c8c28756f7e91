"""docs/commands.md describes every command, option, exit code and name of JSON output."""

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from sitegen.cli import commands
from sitegen.cli_options import EXIT_BUG, EXIT_CUT_OFF, EXIT_INTERRUPTED, EXIT_MISTAKE, EXIT_TARGET, EXIT_USAGE
from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.engine.plan import Result
from sitegen.report import result_object
from tests.docs.documents import TEXTS, fences, first_cells, read, section

COMMANDS = commands.commands


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_described(name: str) -> None:
    described = section(read("docs/commands.md"), f"`{name}`")
    options = {option for one in COMMANDS[name].params if isinstance(one, click.Option) for option in one.opts}
    assert set(re.findall(r"(?<=`)--[a-z-]+", described)) == options


def test_no_other_command_is_described() -> None:
    described = re.findall(r"^## `([a-z-]+)`$", read("docs/commands.md"), re.MULTILINE)
    assert sorted(described) == sorted(COMMANDS)


def test_every_exit_code_is_described() -> None:
    codes = first_cells(section(read("docs/commands.md"), "Exit codes")) - {"Code", "---"}
    known = (0, EXIT_MISTAKE, EXIT_USAGE, EXIT_TARGET, EXIT_CUT_OFF, EXIT_BUG, EXIT_INTERRUPTED)
    assert codes == {str(code) for code in known}


def test_every_name_of_json_output_is_described() -> None:
    described = section(read("docs/commands.md"), "What `--json` prints")
    assert {name for name in result_object(Result(), 0.0, 0.0) if f"`{name}`" not in described} == set()


def typed_commands() -> Iterator[tuple[str, str]]:
    """(document, command) for every command that a document tells people to type."""
    for name in TEXTS:
        text = read(name)
        lines = [line.strip() for block in fences(text) for line in block.splitlines()]
        lines += re.findall(r"`([^`\n]+)`", text)
        yield from ((name, line) for line in lines if re.match(r"(?:python3|py) build\.py", line))


@pytest.mark.parametrize(("document", "line"), sorted({pair for pair in typed_commands() if "COMMAND" not in pair[1]}))
def test_every_command_in_the_docs_can_be_typed(document: str, line: str) -> None:
    words = shlex.split(line)[2:]
    if not words or words[0] not in {*COMMANDS, "--help", "-h"}:
        words.insert(0, "build")
    command = COMMANDS.get(words[0], commands)
    arguments = words[1:] if words[0] in COMMANDS else words
    try:
        context = command.make_context("build.py", arguments)
    except click.exceptions.Exit:
        return
    assert context.params.get("kind", "story") in FIELDS_OF_KIND, document


def test_every_stage_of_a_build_is_described() -> None:
    described = re.search(r"wall seconds by stage \(([^)]+)\)", read("docs/commands.md"))
    stages = set(re.findall(r"`([a-z]+)`", described[1] if described else ""))
    assert stages == set(re.findall(r'_lap\("([a-z]+)"\)', read("sitegen/engine/attempt.py")))
