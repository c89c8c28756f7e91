"""Tests of the kinds: the words for what their fields do not take."""

import re

import pytest

from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.located import SourceFile, read_yaml, validate
from tests.content.test_kind_fields import read

AT_MOST_A_BILLION = "write 1000000000, the largest number it can be"


@pytest.mark.parametrize(
    ("kind", "line", "headline", "hint"),
    [
        (
            "story",
            "image: {src: a.jpg, alt: A team, decorative: true}",
            'a picture that only adorns has no "alt"',
            'delete "alt", or "decorative"',
        ),
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
        ("story", f"weight: {'9' * 19}", f'"weight" must be 1000000000 or less, not {"9" * 19}', AT_MOST_A_BILLION),
        (
            "story",
            f"weight: -{'9' * 19}",
            f'"weight" must be -1000000000 or more, not -{"9" * 19}',
            "write -1000000000, the smallest number it can be",
        ),
        ("story", f"weight: {'9' * 400}", f'"weight" must be 1000000000 or less, not {"9" * 40}...', AT_MOST_A_BILLION),
        ("story", "rank: 5", '"rank" must be 3 or less, not 5', "write 3, the largest number it can be"),
        (
            "story",
            f"weight: {'9' * 5000}",
            f'"weight" must be a whole number, not "{"9" * 40}..."',
            "write it like this: weight: 10",
        ),
        (
            "tool",
            f"downloads: {{file: a.pdf, slides: {'9' * 30}}}",
            f'"slides" must be 1000000000 or less, not {"9" * 30}',
            AT_MOST_A_BILLION,
        ),
        (
            "tool",
            "downloads: {file: a.pdf, pages: -2}",
            '"pages" must be 0 or more, not -2',
            "write 0, the smallest number it can be",
        ),
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
def test_a_wrong_value_is_reported_with_a_hint(kind: str, line: str, headline: str, hint: str) -> None:
    assert read(kind, line)[1] == [f"{headline} / {hint}"]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("story", "weight: {}"),
        ("story", "rank: {}"),
        ("tool", "downloads: {{file: a.pdf, pages: {}}}"),
        ("tool", "downloads: {{file: a.pdf, slides: {}}}"),
    ],
)
@pytest.mark.parametrize("number", ["-99999999999", "99999999999"])
def test_the_hint_about_a_number_beyond_its_bound_mends_it(kind: str, line: str, number: str) -> None:
    (message,) = read(kind, line.format(number))[1]
    hint = re.fullmatch(r".* / write (-?\d+), the (?:smallest|largest) number it can be", message)
    assert hint is not None
    assert read(kind, line.format(hint[1]))[1] == []


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
def test_what_a_kind_needs_is_reported_all_at_once(kind: str, expected: list[str]) -> None:
    file = SourceFile("content/x.md")
    node, _ = read_yaml("", file)
    assert [problem.headline for problem in validate(FIELDS_OF_KIND[kind], node, file)[1]] == expected


def test_a_wrong_captions_file_is_not_called_missing() -> None:
    node, _ = read_yaml("title: T\ncaptions: a.srt\n", SourceFile("x"))
    headlines = [problem.headline for problem in validate(FIELDS_OF_KIND["video"], node, SourceFile("x"))[1]]
    assert headlines == ['"a.srt" is not a captions file']
