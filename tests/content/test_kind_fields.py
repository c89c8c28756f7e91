"""Tests of the kinds: what their fields take."""

import pytest
from pydantic.fields import FieldInfo

from sitegen.content.kind_fields import FIELDS_OF_KIND, KindFields
from sitegen.located import SourceFile, read_yaml, validate
from sitegen.located.models import Fields
from sitegen.located.validation import inner_model

GOOD = {
    "story": "title: T\ndate: 2017-10-05\n",
    "tool": "title: T\nroles: manager\nbest_used: Daily\n",
    "video": "title: T\ntranscript: Words.\n",
}


PLAIN = "title: T\n"


def read(kind: str, text: str) -> tuple[KindFields | None, list[str]]:
    text = GOOD.get(kind, PLAIN) + text
    file = SourceFile("content/x.md", text)
    node, problems = read_yaml(text, file)
    value, field_problems = validate(FIELDS_OF_KIND[kind], node, file)
    return value, [f"{p.headline} / {p.hint}" for p in problems + field_problems]


def value_of(kind: str, line: str) -> object:
    value, problems = read(kind, line)
    assert problems == []
    return getattr(value, line.partition(":")[0])


@pytest.mark.parametrize("kind", FIELDS_OF_KIND)
def test_the_least_that_a_kind_needs_is_enough(kind: str) -> None:
    value, problems = read(kind, "")
    assert (value is None, problems) == (False, [])


@pytest.mark.parametrize("kind", FIELDS_OF_KIND)
def test_every_field_has_a_description_and_an_example(kind: str) -> None:
    def check(name: str, field: FieldInfo) -> None:
        assert field.description, name
        assert field.description.endswith("."), name
        assert field.examples, name
        inner = inner_model(field.annotation)
        if inner is not None:
            for part, info in inner.model_fields.items():
                check(f"{name}.{part}", info)

    for name, field in FIELDS_OF_KIND[kind].model_fields.items():
        check(name, field)


@pytest.mark.parametrize("kind", FIELDS_OF_KIND)
def test_the_example_of_every_field_is_right(kind: str) -> None:
    for name, field in FIELDS_OF_KIND[kind].model_fields.items():
        fields = {"title": "T", "date": "2017-10-05", "roles": "manager", "best_used": "x", "transcript": "x"}
        known = {key: value for key, value in fields.items() if key in FIELDS_OF_KIND[kind].model_fields}
        extra = {"channels": "hank"} if name == "issue" else {}
        FIELDS_OF_KIND[kind].model_validate({**known, **extra, name: (field.examples or [None])[0]})


@pytest.mark.parametrize(
    ("kind", "line", "value"),
    [
        ("story", "summary: |\n  Two\n  lines\n", "Two lines"),
        ("story", "summary: " + "x" * 200, "x" * 200),
        ("story", "updated: 2018-01-15 09:30", "2018-01-15 09:30"),
        ("story", "draft: yes", True),
        ("story", "draft: no", False),
        ("story", "weight: -3", -3),
        ("story", "rank: -3", -3),
        ("story", "team_levels: [3, 4]", ("3", "4")),
        ("story", "topics: quality", ("quality",)),
        ("story", "channels: [News, HANK]", ("news", "hank")),
        ("story", "aliases: /stories-videos/value-added", ("/stories-videos/value-added",)),
        ("story", "lang: es-MX", "es-MX"),
        ("story", "slug: level-3", "level-3"),
        ("video", "src: /static/videos/a b.mp4", "videos/a b.mp4"),
        ("video", "src: static/videos/a.mp4", "videos/a.mp4"),
        ("video", "duration: 3:20", 200),
        ("video", "duration: 200", 200),
        ("video", "captions: videos/a.VTT", "videos/a.VTT"),
    ],
)
def test_a_right_value_is_made_plain(kind: str, line: str, value: object) -> None:
    assert value_of(kind, line) == value


def test_a_film_with_captions_needs_no_transcript() -> None:
    node, _ = read_yaml("title: T\ncaptions: a.vtt\n", SourceFile("x"))
    assert validate(FIELDS_OF_KIND["video"], node, SourceFile("x"))[1] == []


def test_every_group_of_fields_has_a_noun_for_its_messages() -> None:
    for kind in FIELDS_OF_KIND.values():
        for field in kind.model_fields.values():
            inner = inner_model(field.annotation)
            assert inner is None or (issubclass(inner, Fields) and inner.noun)
