"""Tests of what is generated from the kinds for editors and docs."""

import json
import re
from pathlib import Path

import pytest

from sitegen.content.common_fields import CommonFields
from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.content.schema import editor_files, field_table, json_schema, write_editor_files
from sitegen.errors import Location, Problem, format_problem

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", sorted(editor_files()))
def test_the_generated_files_are_those_that_the_code_gives(name: str) -> None:
    path = ROOT / name
    again = "write them anew: .venv/bin/python -m sitegen.content.schema"
    assert path.is_file(), again
    assert path.read_text(encoding="utf-8") == editor_files()[name], again


def test_no_schema_is_left_over() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "schema").iterdir()}
    assert names == {name for name in editor_files() if name.startswith("docs/")}


def test_files_are_written_below_the_root(tmp_path: Path) -> None:
    write_editor_files(tmp_path)
    for name, text in editor_files().items():
        assert (tmp_path / name).read_bytes() == text.encode()


@pytest.mark.parametrize("kind", FIELDS_OF_KIND)
def test_a_schema_has_every_field_of_its_kind_described(kind: str) -> None:
    properties = json_schema(kind)["properties"]
    assert list(properties) == list(FIELDS_OF_KIND[kind].model_fields)
    assert all("description" in field for field in properties.values())


@pytest.mark.parametrize(
    ("kind", "required"),
    [("story", ["title", "date"]), ("tool", ["title", "roles", "best_used"]), ("level", ["title"])],
)
def test_a_schema_says_what_is_required(kind: str, required: list[str]) -> None:
    assert json_schema(kind)["required"] == required


def test_a_schema_lets_one_value_stand_for_a_list() -> None:
    topics = json_schema("story")["properties"]["topics"]
    assert [option["type"] for option in topics["anyOf"]] == ["array", ["string", "number", "boolean"]]


def test_a_schema_refuses_unknown_fields() -> None:
    assert json_schema("story")["additionalProperties"] is False


def test_a_schema_knows_neither_null_nor_defaults() -> None:
    text = json.dumps(json_schema("tool"))
    assert '"null"' not in text
    assert '"default"' not in text


def test_the_editors_setting_names_the_folder_of_every_kind() -> None:
    schemas = json.loads(editor_files()[".vscode/settings.json"])["yaml.schemas"]
    assert {name.split("/")[-1].removesuffix(".schema.json") for name in schemas} == set(FIELDS_OF_KIND)
    assert schemas["./docs/schema/focus-area.schema.json"] == "content/focus-areas/*.md"


@pytest.mark.parametrize(
    ("problem", "groups"),
    [
        (
            Problem(location=Location("content/a b.md", 3, 7), headline="no: such", hint="hint"),
            ("content/a b.md", "3", "7", None, "no: such"),
        ),
        (Problem(location=Location("site.yaml", 3), headline="no such"), ("site.yaml", "3", None, None, "no such")),
        (
            Problem(location=Location("content/x.md", 3), headline="no such", severity="warning"),
            ("content/x.md", "3", None, "warning", "no such"),
        ),
        (
            Problem(location=Location("site.yaml", 3), headline="no such", severity="advice"),
            ("site.yaml", "3", None, "advice", "no such"),
        ),
    ],
)
def test_the_editors_task_finds_our_messages(problem: Problem, groups: tuple[str | None, ...]) -> None:
    tasks = json.loads(editor_files()[".vscode/tasks.json"])
    line = format_problem(problem).split("\n")[0]
    matches = [re.match(each["pattern"]["regexp"], line) for each in tasks["tasks"][0]["problemMatcher"]]
    assert [match.groups() for match in matches if match] == [groups]


@pytest.mark.parametrize("line", ["  > 3 | a: b", "  hint: x:3: y", "12 pages in 0.3 s"])
def test_the_editors_task_passes_over_other_lines(line: str) -> None:
    tasks = json.loads(editor_files()[".vscode/tasks.json"])
    assert not any(re.match(each["pattern"]["regexp"], line) for each in tasks["tasks"][0]["problemMatcher"])


def test_the_common_table_has_every_common_field() -> None:
    names = re.findall(r"^\| `(\w+)` \|", field_table(), re.MULTILINE)
    assert names == list(CommonFields.model_fields)


def test_the_table_of_a_kind_has_what_is_its_own() -> None:
    assert field_table("region") == (
        "| field | what it says | example |\n"
        "| --- | --- | --- |\n"
        "| `links` | Its own sites. |  |\n"
        "| `links: label` | What the link says. Required. | `Region's website` |\n"
        "| `links: url` | Where it leads. Required. | `https://www.example.org/` |\n"
        "| `links: kind` | What sort of site it is: website, intranet or sharepoint. | `intranet` |\n"
    )


def test_the_table_of_a_story_says_that_a_date_is_required() -> None:
    assert "| `date` | The day of the story, or as much as is known. Required. | `2017-10-05` |" in field_table("story")


@pytest.mark.parametrize("kind", ["", *FIELDS_OF_KIND])
def test_a_table_has_three_cells_in_each_row(kind: str) -> None:
    assert all(line.count("|") == 4 for line in field_table(kind).splitlines())
