"""The docs say what the code does: commands, settings, fields, words, messages, links."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from sitegen import errors
from sitegen.catalog.facets import FacetTerms, facet_column, facet_index
from sitegen.cli import EXIT_BUG, EXIT_INTERRUPTED, EXIT_MISTAKE, EXIT_USAGE, commands
from sitegen.config import read_config
from sitegen.content.kinds import FIELDS_OF_KIND
from sitegen.devtools import docs
from sitegen.engine.plan import Result
from sitegen.model import Entry, Term
from sitegen.render.views import Card
from sitegen.report import as_dict
from tests.content.parsed import valid_page

ROOT = Path(__file__).resolve().parents[1]
TEXTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "docs/adr").glob("*.md"))
)
COMMANDS = commands.commands

WORDS = """
    page, kind, front matter, body, summary, ref, slug, permalink, alias, draft, collection, taxonomy, term, facet,
    template, partial, context, shortcode, archetype, asset, output, manifest, key, task, fetch, trace, digest, salt,
    store, prune, input, rule, rank, leaf, early cutoff, cause, stale, staging, journal, commit, worker, view, card
"""


def read(name: str) -> str:
    """A file of the project as text."""
    return (ROOT / name).read_text("utf-8")


def section(text: str, heading: str) -> str:
    """What stands below a heading of level 2, up to the next one."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def fences(text: str) -> list[str]:
    """The blocks of code of a document."""
    return re.findall(r"^ *```[a-z]*\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)


def first_cells(text: str) -> set[str]:
    """The first cell of each row of a document's tables, without backquotes."""
    return {cell.strip().strip("`") for cell in re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)}


# -- commands


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_described(name: str) -> None:
    told = section(read("docs/commands.md"), f"`{name}`")
    options = {option for one in COMMANDS[name].params if isinstance(one, click.Option) for option in one.opts}
    assert set(re.findall(r"(?<=`)--[a-z-]+", told)) == options


def test_no_other_command_is_described() -> None:
    told = re.findall(r"^## `([a-z-]+)`$", read("docs/commands.md"), re.MULTILINE)
    assert sorted(told) == sorted(COMMANDS)


def test_every_exit_code_is_described() -> None:
    codes = first_cells(section(read("docs/commands.md"), "Exit codes")) - {"Code", "---"}
    assert codes == {str(code) for code in (0, EXIT_MISTAKE, EXIT_USAGE, EXIT_BUG, EXIT_INTERRUPTED)}


def test_every_name_of_json_output_is_described() -> None:
    told = section(read("docs/commands.md"), "What `--json` prints")
    assert {name for name in as_dict(Result(), 0.0, 0.0) if f"`{name}`" not in told} == set()


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


# -- settings and fields


@pytest.mark.parametrize("name", docs.FILES)
def test_the_tables_are_those_of_the_code(name: str) -> None:
    told = "run: .venv/bin/python -m sitegen.devtools.docs"
    assert docs.with_tables(read(name)) == read(name), told


def test_every_kind_with_fields_of_its_own_has_a_table() -> None:
    without = {"dimension"}
    assert set(docs.tables_in(read("docs/writing.md"))) == {docs.EVERY_KIND, *FIELDS_OF_KIND} - without
    assert docs.tables_in(read("docs/settings.md")) == [docs.SETTINGS]


def test_every_kind_can_be_begun() -> None:
    told = re.findall(r'build\.py new ([a-z-]+) "', section(read("docs/writing.md"), "What to make"))
    assert sorted(told) == sorted(FIELDS_OF_KIND)


def test_a_table_of_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        docs.with_tables("<!-- table: podcast -->\n<!-- end of table -->")


def test_the_settings_example_is_valid() -> None:
    config, problems = read_config(fences(read("docs/settings.md"))[0].encode())
    assert problems == []
    assert config is not None


# -- writing


def test_the_page_example_is_valid() -> None:
    example = next(block for block in fences(read("docs/writing.md")) if block.startswith("---"))
    page, problems = valid_page("stories/watch-me-do-this.md", example.encode(), "story")
    assert problems == ()
    assert page is not None


@pytest.mark.parametrize("path", sorted((ROOT / "templates/shortcodes").glob("*.html")), ids=lambda path: path.stem)
def test_every_shortcode_is_described_with_its_arguments(path: Path) -> None:
    arguments = set(re.findall(r"arguments\.(?:get\([\"'])?([a-z]+)", path.read_text("utf-8"))) - {"get"}
    row = re.search(rf"^\| `{path.stem}` \|[^|]+\|([^|]+)\|$", read("docs/writing.md"), re.MULTILINE)
    assert row, "not in the table of docs/writing.md"
    assert set(re.findall(r"`([a-z]+)`", row[1])) == arguments


def test_no_other_shortcode_is_described() -> None:
    told = first_cells(section(read("docs/writing.md"), "Special blocks")) - {"Block", "---"}
    assert told == {path.stem for path in (ROOT / "templates/shortcodes").glob("*.html")}


STORY = "title: A\nsummary: B\ndate: 2017-10-05\n"
MESSAGES = (
    ("story", "title: A\nsummary: B\ndate: 10/05/2017\n", "", '"10/05/2017" is not written as a date'),
    ("story", "title: A\nsummary: B\ndate: 2017-02-30\n", "", "there is no February 30 in 2017"),
    ("story", STORY.replace("A", "Who: me?"), "", "a colon followed by a space stands inside the value"),
    ("story", f"{STORY}title: C\n", "", 'the field "title" stands here for the second time'),
    ("story", f"{STORY}tags: quality\n", "", 'unknown field "tags"'),
    ("story", f"{STORY}image: {{src: a.jpg}}\n", "", '"alt" is missing: an image needs it'),
    ("story", STORY.replace("summary: B\n", ""), "", '"summary" is missing: the first words of the text are used'),
    ("story", STORY, "See [x](#nowhere).", 'link to "#nowhere", which is no heading of this page'),
    ("story", STORY, '<font color="red">x</font>', '"<font>" is not allowed here and was removed'),
    ("story", STORY, 'A {{ stat value="1" label="x" }}', 'shortcode "stat" does not stand on a line of its own'),
    ("tool", STORY, "", '"best_used" is missing: a tool needs it'),
    ("video", STORY, "", '"captions" or "transcript" is missing: a video needs one of them'),
    ("video", f"{STORY}transcript: x\nduration: three minutes\n", "", '"three minutes" is not a duration'),
)


@pytest.mark.parametrize(("kind", "fields", "body", "message"), MESSAGES, ids=[row[-1] for row in MESSAGES])
def test_the_messages_explained_are_those_given(kind: str, fields: str, body: str, message: str) -> None:
    _, problems = valid_page("stories/x.md", f"---\n{fields}---\n{body or 'Text.'}\n".encode(), kind)
    assert message in {problem.headline for problem in problems}
    assert f"`{message}`" in read("docs/writing.md")


# -- words


def test_the_glossary_has_every_word() -> None:
    told = {word.strip() for cell in first_cells(read("docs/glossary.md")) for word in cell.split(",")}
    assert set(" ".join(WORDS.split()).split(", ")) - told == set()


def test_the_glossary_has_every_family_of_errors() -> None:
    families = {family.__name__ for family in errors.SitegenError.__subclasses__()}
    assert families - first_cells(read("docs/glossary.md")) == set()


# -- the facet index

_TOPICS = (Term("quality", "Quality"), Term("service", "Service"), Term("history", "History"))
_LEVELS = (Term("1", "Level 1"), Term("2", "Level 2"))


def entry(name: str, topic: str, *levels: str) -> Entry:
    """A listed story from Hank."""
    return Entry(name, "stories", "story", f"/{name}/", listed=True, terms={"topic": (topic,), "level": levels})


def test_the_facet_index_is_as_described() -> None:
    entries = [entry("a", "quality", "1", "2"), entry("b", "history", "1"), entry("c", "quality", "2", "1")]
    columns = {"topic": "/hank/facets/topic.json", "level": "/hank/facets/level.json"}
    sorts = {"newest": "", "title": "/hank/sort/title.json"}
    facets = [
        FacetTerms("topic", "Topic", is_open=False, terms=tuple(zip(_TOPICS, (2, 0, 1), strict=True))),
        FacetTerms("level", "Team level", is_open=False, terms=tuple(zip(_LEVELS, (3, 2), strict=True))),
    ]
    urls = {(facet.id, term.id): f"/hank/{facet.id}/{term.id}/" for facet in facets for term, _ in facet.terms}
    example = json.loads(fences(read("docs/facet-format.md"))[0])
    made = json.loads(facet_index("hank", facets, len(entries), urls, columns, sorts))
    assert made == example
    assert list(made) == list(example)
    assert json.loads(facet_column(facets[0], entries)) == json.loads(fences(read("docs/facet-format.md"))[1])


def test_a_card_is_as_described() -> None:
    example = json.loads(fences(read("docs/facet-format.md"))[2])
    assert list(example[0]) == list(Card.__struct_fields__)


# -- figures and stages


def test_the_benchmarks_document_names_every_figure() -> None:
    from benchmarks.process import Measure
    from benchmarks.run import STEPS

    told = first_cells(read("docs/benchmarks.md"))
    assert {*STEPS, *Measure._fields} - told == set()


def test_every_stage_of_a_build_is_described() -> None:
    told = re.search(r"wall seconds by stage \(([^)]+)\)", read("docs/commands.md"))
    stages = set(re.findall(r"`([a-z]+)`", told[1] if told else ""))
    assert stages == set(re.findall(r'_lap\("([a-z]+)"\)', read("sitegen/engine/attempt.py")))
