"""Tests of nodes to models: positions and words of problems."""

import subprocess
import sys
from pathlib import Path
from typing import ClassVar, Literal

import pytest
from pydantic import Field, ValidationInfo, field_validator

from sitegen.errors import format_problem
from sitegen.located import SourceFile, read_yaml, validate
from sitegen.located.models import Fields, ListOf, mistake


class ImageFields(Fields):
    noun: ClassVar[str] = "an image"

    src: str = Field(examples=["images/a.jpg"])
    alt: str = Field("", max_length=10)


class StoryFields(Fields):
    noun: ClassVar[str] = "a story"

    title: str = Field(min_length=1, examples=["Teams rise"])
    date: str = Field(examples=["2017-10-05"])
    draft: bool = False
    weight: int = Field(0, ge=0, le=100)
    topics: ListOf[str] = ()
    channels: ListOf[Literal["news", "hank"]] = ()
    image: ImageFields | None = None
    images: ListOf[ImageFields] = ()
    terms: dict[str, ImageFields] = Field(default_factory=dict)
    origin: str = Field("", alias="from")
    issue: str = Field("", validate_default=True)

    @field_validator("issue")
    @classmethod
    def _check_issue(cls, value: str, info: ValidationInfo) -> str:
        if not value and info.data.get("draft"):
            raise mistake('"issue" is missing', "add one")
        return value

    @classmethod
    def hint_for_unknown(cls, field: str, value: str) -> str:
        del value
        return 'did you mean "topics"?' if field == "tags" else ""


ROOT = Path(__file__).parents[2]
GOOD = "title: Teams\ndate: 2017-10-05\n"


def read(text: str) -> tuple[StoryFields | None, list[str]]:
    file = SourceFile("x.md", text)
    node, problems = read_yaml(text, file)
    value, field_problems = validate(StoryFields, node, file)
    return value, [f"{p.location.line}:{p.location.column} {p.headline} / {p.hint}" for p in problems + field_problems]


def test_what_is_right_becomes_a_model() -> None:
    value, problems = read(GOOD + "draft: no\nweight: '5'\ntopics: [a, b]\nimage: {src: a.jpg}\nfrom: x\n")
    assert problems == []
    assert value == StoryFields.model_validate(
        {
            "title": "Teams",
            "date": "2017-10-05",
            "weight": 5,
            "topics": ("a", "b"),
            "image": ImageFields(src="a.jpg"),
            "from": "x",
        }
    )


def test_one_value_is_a_list_of_one() -> None:
    value, _ = read(GOOD + "topics: quality\nimages:\n  src: a.jpg\n")
    assert value is not None
    assert value.topics == ("quality",)
    assert value.images == (ImageFields(src="a.jpg"),)


NO_SRC = '"src" is missing: an image needs it / add a line like this: src: images/a.jpg'
AT_MOST_100 = "write 100, the largest number it can be"
IF_MEANT_AS_TEXT = "put the whole value in quotes if it is meant as a text"
WRONG = [
    ("weight: heavy", '3:9 "weight" must be a whole number, not "heavy" / '),
    ("weight: -1", '3:9 "weight" must be 0 or more, not -1 / write 0, the smallest number it can be'),
    ("weight: 101", f'3:9 "weight" must be 100 or less, not 101 / {AT_MOST_100}'),
    (f"weight: {'9' * 23}", f'3:9 "weight" must be 100 or less, not {"9" * 23} / {AT_MOST_100}'),
    ("draft: maybe", '3:8 "draft" must be true or false, not "maybe" / '),
    ("image: a.jpg", '3:8 "image" must be a group of fields, one a line, not "a.jpg" / '),
    ("image: {alt: a}", f"3:8 {NO_SRC}"),
    ("image:\n  src:\n", '4:3 "src" is empty: an image needs it / write it like this: src: images/a.jpg'),
    ("image: {src: a, alt: abcdefghijk}", '3:22 "alt" has 11 characters, 10 at most / make it 1 character shorter'),
    ("image: {src: a, atl: b}", '3:17 unknown field "atl" / did you mean "alt"?'),
    ("image: {src: a, caption: b}", '3:17 unknown field "caption" / use one of these: alt, src'),
    ("images:\n  - src: a\n  - alt: b", f"5:5 {NO_SRC}"),
    ("terms:\n  a: {src: b}\n  c: {scr: d, src: e}", '5:7 unknown field "scr" / did you mean "src"?'),
    (
        "topics: [a, [b]]",
        '3:13 "topics" must be a text, not a list / give one value, without brackets and dashes',
    ),
    (
        "topics: [a, {b: c}]",
        f'3:13 "topics" must be a text, not a group of fields / {IF_MEANT_AS_TEXT}',
    ),
    ("channels: [news, honk]", '3:18 "honk" is not a value of "channels" / did you mean "hank"?'),
    ("channels: xyz", '3:11 "xyz" is not a value of "channels" / use one of these: news, hank'),
    ("tags: a", '3:1 unknown field "tags" / did you mean "topics"?'),
    ("wieght: 3", '3:1 unknown field "wieght" / did you mean "weight"?'),
    ("Title: 3", '3:1 unknown field "Title" / did you mean "title"?'),
    ("image:\n  src: a\n  atl:\n", '5:3 unknown field "atl" / did you mean "alt"?'),
    ("images:\n  - src: a\n    atl:\n", '5:5 unknown field "atl" / did you mean "alt"?'),
    ("terms:\n  mine: {src: a}\n  alt:\n    src: a\n    atl:\n", '7:5 unknown field "atl" / did you mean "alt"?'),
    ("wieght:", '3:1 unknown field "wieght" / did you mean "weight"?'),
    (
        "zzz: 3",
        (
            '3:1 unknown field "zzz" / use one of these: '
            "channels, date, draft, from, image, images, issue, terms, title, topics, weight"
        ),
    ),
    ("draft: yes", '1:0 "issue" is missing / add one'),
]


@pytest.mark.parametrize(("line", "expected"), WRONG)
def test_a_wrong_value_is_reported_at_its_position(line: str, expected: str) -> None:
    value, problems = read(GOOD + line)
    assert problems == [expected]
    assert value is None or line.endswith((":", ":\n"))


def test_what_is_missing_is_reported_at_the_first_field() -> None:
    text = "title:\nweight: 1\n"
    file = SourceFile("content/x.md", "---\n" + text)
    node, _ = read_yaml(text, file, first_line=2)
    _, problems = validate(StoryFields, node, file)
    assert [format_problem(problem) for problem in problems] == [
        (
            'content/x.md:2: "date" is missing: a story needs it\n'
            "    1 | ---\n"
            "  > 2 | title:\n"
            "    3 | weight: 1\n"
            "  hint: add a line like this: date: 2017-10-05"
        ),
        (
            'content/x.md:2:1: "title" is empty: a story needs it\n'
            "    1 | ---\n"
            "  > 2 | title:\n"
            "      | ^\n"
            "    3 | weight: 1\n"
            "  hint: write it like this: title: Teams rise"
        ),
    ]


def test_every_problem_is_found_in_one_run_in_the_order_of_the_file() -> None:
    _, problems = read("weight: x\nimage: {atl: b}\ndraft: maybe\ntilte: y\n")
    assert [problem.partition(" / ")[0] for problem in problems] == [
        '1:0 "date" is missing: a story needs it',
        '1:9 "weight" must be a whole number, not "x"',
        '2:8 "src" is missing: an image needs it',
        '2:9 unknown field "atl"',
        '3:8 "draft" must be true or false, not "maybe"',
        '4:1 unknown field "tilte"',
    ]


def test_a_field_that_could_not_be_read_is_not_called_missing() -> None:
    _, problems = read("title: Teams: a story\ndate: 2017-10-05\n")
    assert [problem[:4] for problem in problems] == ["1:13"]


def test_no_node_gives_neither_model_nor_problems() -> None:
    assert validate(StoryFields, None, SourceFile("x.md")) == (None, [])


def test_a_headline_of_a_check_reaches_the_writer_word_by_word() -> None:
    assert mistake("100% of {x}").message() == "100% of {x}"


def test_reading_yaml_does_not_import_pydantic() -> None:
    code = "import sys, sitegen.located; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
