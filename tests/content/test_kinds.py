"""Tests of the kinds: what their fields take, and the words for what they do not."""

import pytest
from pydantic.fields import FieldInfo

from sitegen.content.kinds import KINDS, CommonFields
from sitegen.located import Where, read_yaml, validate
from sitegen.located.fields import Fields
from sitegen.located.validation import inner_model

GOOD = {
    "story": "title: T\ndate: 2017-10-05\n",
    "tool": "title: T\nroles: manager\nbest_used: Daily\n",
    "video": "title: T\ntranscript: Words.\n",
}
PLAIN = "title: T\n"


def read(kind: str, text: str) -> tuple[CommonFields | None, list[str]]:
    text = GOOD.get(kind, PLAIN) + text
    where = Where("content/x.md", text)
    node, problems = read_yaml(text, where)
    value, found = validate(KINDS[kind], node, where)
    return value, [f"{p.headline} / {p.hint}" for p in problems + found]


def value_of(kind: str, line: str) -> object:
    value, problems = read(kind, line)
    assert problems == []
    return getattr(value, line.partition(":")[0])


@pytest.mark.parametrize("kind", KINDS)
def test_the_least_that_a_kind_needs_is_enough(kind: str) -> None:
    value, problems = read(kind, "")
    assert (value is None, problems) == (False, [])


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_description_and_an_example(kind: str) -> None:
    def check(name: str, field: FieldInfo) -> None:
        assert field.description, name
        assert field.description.endswith("."), name
        assert field.examples, name
        inner = inner_model(field.annotation)
        if inner is not None:
            for part, info in inner.model_fields.items():
                check(f"{name}.{part}", info)

    for name, field in KINDS[kind].model_fields.items():
        check(name, field)


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_every_field_is_right(kind: str) -> None:
    for name, field in KINDS[kind].model_fields.items():
        fields = {"title": "T", "date": "2017-10-05", "roles": "manager", "best_used": "x", "transcript": "x"}
        known = {key: value for key, value in fields.items() if key in KINDS[kind].model_fields}
        extra = {"channels": "hank"} if name == "issue" else {}
        KINDS[kind].model_validate({**known, **extra, name: (field.examples or [None])[0]})


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


@pytest.mark.parametrize(
    ("kind", "line", "headline", "hint"),
    [
        ("story", "summary: " + "x" * 203, '"summary" has 203 characters, 200 at most', "make it 3 characters shorter"),
        (
            "story",
            "updated: 10/5/2017",
            '"10/5/2017" is not written as a date',
            "write 2017-10-05 if October 5, 2017 is meant",
        ),
        (
            "story",
            "publish: 2017-10-05\nexpires: 2017-10-04",
            '"expires" is not later than "publish" (2017-10-05)',
            "write a later day",
        ),
        ("story", "weight: 1.5", '"weight" must be a whole number, not "1.5"', "write it like this: weight: 10"),
        ("story", "slug: Team Huddle", '"Team Huddle" cannot be part of an address', "write team-huddle"),
        ("story", "slug: '??'", '"??" cannot be part of an address', "use small letters, digits and hyphens"),
        ("story", "aliases: old", 'the address "old" does not begin with', "/ write /old"),
        (
            "story",
            "aliases: /old, /older",
            '"/old, /older" is more than one address',
            "write them as a list: [/old, /older]",
        ),
        (
            "story",
            "aliases: https://lmp.org/old",
            '"https://lmp.org/old" is not an address of this site',
            "leave out the name of the site: /old",
        ),
        (
            "story",
            "aliases: www.lmp.org/old",
            '"www.lmp.org/old" is not an address of this site',
            "leave out the name of the site: /old",
        ),
        ("story", "aliases: https://lmp.org", '"https://lmp.org" is not an address of this site', "begin it with /"),
        ("story", "aliases: /a/../b", '"/a/../b" cannot be an address', "write it like this: /stories/old-name"),
        ("story", "aliases: //a", '"//a" cannot be an address', "write it like this: /stories/old-name"),
        ("story", "aliases: /", '"/" cannot be an address', "write it like this: /stories/old-name"),
        ("story", "aliases: /a b", '"/a b" cannot be an address', "write it like this: /stories/old-name"),
        ("story", "aliases: /a?b=c", '"/a?b=c" cannot be an address', "write it like this: /stories/old-name"),
        ("story", "lang: Spanish", '"Spanish" is not a language code', "write es"),
        ("story", "lang: es_MX", '"es_MX" is not a language code', "write es-MX"),
        ("story", "lang: '?'", '"?" is not a language code', "write a code like en, es or es-MX"),
        ("story", "channels: press", '"press" is not a value of "channels"', "use one of these: news, hank"),
        ("story", "issue: Fall 2017", '"issue" is only for stories from Hank', "add the line: channels: hank"),
        ("story", "tags: quality", 'unknown field "tags"', 'did you mean "topics"?'),
        ("story", "Author: Jo", 'unknown field "Author"', 'did you mean "owner"?'),
        ("story", "best_used: x", 'unknown field "best_used"', "only a tool can have it: delete the line"),
        (
            "story",
            "downloads: x",
            'unknown field "downloads"',
            "only a tool and a toolkit can have it: delete the line",
        ),
        ("story", "summry: x", 'unknown field "summry"', 'did you mean "summary"?'),
        (
            "story",
            "image: a.jpg",
            '"image" must be a group of fields, one a line, not "a.jpg"',
            "write it like this: image: {src: images/huddle.jpg, alt: A team at its whiteboard}",
        ),
        (
            "story",
            "image: {src: a.jpg}",
            '"alt" is missing: an image needs it',
            "say what the picture shows, or write decorative: true",
        ),
        (
            "story",
            "image: {src: 'C:\\a.jpg', alt: x}",
            '"C:\\a.jpg" is a file of one computer',
            "copy it into the folder static and write its path from there on",
        ),
        ("story", "image: {src: images\\a.jpg, alt: x}", '"images\\a.jpg" has backslashes', "write images/a.jpg"),
        (
            "story",
            "image: {src: https://a.org/a.jpg, alt: x}",
            '"https://a.org/a.jpg" is not a file of this site',
            "put the file into the folder static and write its path",
        ),
        (
            "story",
            "image: {src: ../a.jpg, alt: x}",
            '"../a.jpg" is not the path of a file below static',
            "write it like this: downloads/huddle.pdf",
        ),
        (
            "tool",
            "downloads: a.pdf",
            '"downloads" must be a group of fields, one a line, not "a.pdf"',
            "write it like this: downloads: [{file: downloads/huddle-agenda.pdf}]",
        ),
        (
            "tool",
            "downloads: {label: x}",
            '"file" is missing: a download needs it',
            "add a line like this: file: downloads/huddle.pdf",
        ),
        (
            "tool",
            "downloads: {file: a.pdf, url: 'https://a.org'}",
            'a download has "file" or "url", not both',
            "make two downloads of it",
        ),
        (
            "tool",
            "downloads: {file: a.pdf, pages: two}",
            '"pages" must be a whole number, not "two"',
            "write it like this: pages: 2",
        ),
        ("tool", "downloads: {file: a.pdf, pages: -2}", '"pages" must be 0 or more, not -2', ""),
        (
            "tool",
            "downloads: {url: javascript:alert(1)}",
            '"javascript:alert(1)" is not a web address',
            "write it like this: https://www.example.org/page",
        ),
        (
            "tool",
            "downloads: {url: 'https://'}",
            '"https://" is not a web address',
            "write it like this: https://www.example.org/page",
        ),
        (
            "tool",
            "downloads: {url: 'https://[a'}",
            '"https://[a" is not a web address',
            "write it like this: https://www.example.org/page",
        ),
        (
            "tool",
            "downloads: {url: www.a.org/x}",
            'the web address "www.a.org/x" does not begin with https://',
            "write https://www.a.org/x",
        ),
        ("tool", "downloads: {url: jo@a.org}", '"jo@a.org" is not a web address', "write mailto:jo@a.org"),
        (
            "video",
            "captions: a.srt",
            '"a.srt" is not a captions file',
            "make a captions file whose name ends with .vtt",
        ),
        ("video", "duration: 3m20", '"3m20" is not a duration', "write minutes and seconds like this: 3:20"),
        (
            "region",
            "links: {label: a, url: 'https://a.org', kind: intern}",
            '"intern" is not a value of "kind"',
            'did you mean "intranet"?',
        ),
        (
            "region",
            "links: {url: 'https://a.org'}",
            '"label" is missing: a link needs it',
            "add a line like this: label: Region's website",
        ),
        (
            "page",
            "questions: {question: a}",
            '"answer" is missing: a question needs it',
            "add a line like this: answer: In the *Gallery*.",
        ),
        (
            "page",
            "panels: {title: a, stats: {value: 1}}",
            '"label" is missing: a figure needs it',
            "add a line like this: label: members won or kept",
        ),
        ("focus-area", "stats: [{value: '', label: a}]", '"value" is empty', ""),
        (
            "tool",
            "slides: {body: Text}",
            '"title" is missing: a slide needs it',
            "add a line like this: title: What is new",
        ),
        (
            "page",
            "bars: {title: a, values: {label: b, value: about 200}}",
            '"about 200" is not a number that a bar can be drawn from',
            "write digits alone: 242,500 or 3.5",
        ),
    ],
)
def test_a_wrong_value_is_told_with_a_hint(kind: str, line: str, headline: str, hint: str) -> None:
    assert read(kind, line)[1] == [f"{headline} / {hint}"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("story", ['"date" is missing: a story needs it', '"title" is missing: a story needs it']),
        (
            "tool",
            [
                '"best_used" is missing: a tool needs it',
                '"roles" is missing: a tool needs it',
                '"title" is missing: a tool needs it',
            ],
        ),
        (
            "video",
            [
                '"captions" or "transcript" is missing: a video needs one of them',
                '"title" is missing: a video needs it',
            ],
        ),
        ("level", ['"title" is missing: a level needs it']),
    ],
)
def test_what_a_kind_needs_is_told_all_at_once(kind: str, expected: list[str]) -> None:
    where = Where("content/x.md")
    node, _ = read_yaml("", where)
    assert [problem.headline for problem in validate(KINDS[kind], node, where)[1]] == expected


def test_a_film_with_captions_needs_no_transcript() -> None:
    node, _ = read_yaml("title: T\ncaptions: a.vtt\n", Where("x"))
    assert validate(KINDS["video"], node, Where("x"))[1] == []


def test_a_wrong_captions_file_is_not_called_missing() -> None:
    node, _ = read_yaml("title: T\ncaptions: a.srt\n", Where("x"))
    headlines = [problem.headline for problem in validate(KINDS["video"], node, Where("x"))[1]]
    assert headlines == ['"a.srt" is not a captions file']


def test_every_group_of_fields_has_a_noun_for_its_messages() -> None:
    for kind in KINDS.values():
        for field in kind.model_fields.values():
            inner = inner_model(field.annotation)
            assert inner is None or (issubclass(inner, Fields) and inner.noun)
