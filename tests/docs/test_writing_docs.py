"""docs/writing.md and docs/settings.md describe every field, setting, shortcode and message."""

import re
from pathlib import Path

import pytest

from sitegen.config import read_config
from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.devtools import docs
from tests.content.parsed import valid_page
from tests.docs.documents import ROOT, fences, first_cells, read, section


@pytest.mark.parametrize("name", docs.FILES)
def test_the_tables_are_those_of_the_code(name: str) -> None:
    described = "run: .venv/bin/python -m sitegen.devtools.docs"
    assert docs.with_tables(read(name)) == read(name), described


def test_every_kind_with_fields_of_its_own_has_a_table() -> None:
    without = {"dimension"}
    assert set(docs.tables_in(read("docs/writing.md"))) == {docs.EVERY_KIND, *FIELDS_OF_KIND} - without
    assert docs.tables_in(read("docs/settings.md")) == [docs.SETTINGS]


def test_every_kind_can_be_begun() -> None:
    described = re.findall(r'build\.py new ([a-z-]+) "', section(read("docs/writing.md"), "What to make"))
    assert sorted(described) == sorted(FIELDS_OF_KIND)


def test_a_table_of_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        docs.with_tables("<!-- table: podcast -->\n<!-- end of table -->")


def test_the_settings_example_is_valid() -> None:
    config, problems = read_config(fences(read("docs/settings.md"))[0].encode())
    assert problems == []
    assert config is not None


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
    described = first_cells(section(read("docs/writing.md"), "Special blocks")) - {"Block", "---"}
    assert described == {path.stem for path in (ROOT / "templates/shortcodes").glob("*.html")}


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
