"""site.yaml: what it becomes, and what is said about it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.config import read_config, setting_table
from sitegen.errors import format_problem
from sitegen.model import Collection, Config, Gallery, Marked, MenuItem, Redirect, Search, Taxonomy, Term

BASE = "title: Teams\nbase_url: https://www.example.org\n"
TAX = """\
taxonomies:
  topic:
    field: topics
    terms:
      quality: Quality
      service: {label: Service, also: [customer service]}
"""
COL = "collections:\n  stories:\n    kind: story\n"

WHOLE = """\
title: Teams
base_url: https://www.example.org/lmp/
description: >-
  Stories
  and tools.
timezone: America/Los_Angeles
language: es
feedback: mailto:web@example.org
taxonomies:
  topic:
    label: Subject
    field: topics
    terms:
      quality:
      service: Service
      workplace-safety: {also: [safety, "12:30"]}
  region: {field: regions, terms: any}
collections:
  stories: {kind: story}
  focus-areas:
    kind: focus-area
    title: What matters
    singular: Focus area
    description: Seven of them.
    facets: [topic, region]
    pairs: [[region, topic]]
    per_page: 5
    sort: weight
    address: matters
    list: no
    feed: false
    related: 0
    order: [quality, service]
  news: {from: stories, where: {channels: [news, hank], topics: Safety}, facets: [region, topic], group_by: topic}
menus:
  main:
    - {label: Tools, url: /tools/}
    - {label: More, url: "https://example.org/"}
  footer: {label: Mail, url: mailto:web@example.org}
redirects:
  /old: /new/#there
  /older/: https://example.org/x?y
search:
  library_index: on-demand
  synonyms: [[huddle, stand-up], [UBT, unit-based team]]
galleries:
  all-of-it: {collections: [stories, news], description: What there is.}
"""


def messages(data: bytes) -> list[str]:
    return [f"{problem.location}: {problem.headline} | {problem.hint}" for problem in read_config(data)[1]]


def test_a_whole_file_becomes_records() -> None:
    config, problems = read_config(WHOLE.encode())
    assert problems == []
    assert config == Config(
        title="Teams",
        base_url="https://www.example.org/lmp",
        description="Stories and tools.",
        timezone="America/Los_Angeles",
        language="es",
        feedback="mailto:web@example.org",
        taxonomies=(
            Taxonomy(
                "topic",
                "Subject",
                "topics",
                (
                    Term("quality", "Quality"),
                    Term("service", "Service"),
                    Term("workplace-safety", "Workplace Safety", ("safety", "12:30")),
                ),
            ),
            Taxonomy("region", "Region", "regions", (), is_open=True),
        ),
        collections=(
            Collection("stories", "Stories", "story", singular="Stories", address="stories"),
            Collection(
                "focus-areas",
                "What matters",
                "focus-area",
                description="Seven of them.",
                singular="Focus area",
                address="matters",
                facets=("topic", "region"),
                pairs=(("topic", "region"),),
                per_page=5,
                sort="weight",
                order=("quality", "service"),
                has_list=False,
                has_feed=False,
                related=0,
            ),
            Collection(
                "news",
                "News",
                singular="News",
                address="news",
                sources=("stories",),
                where=(("channels", "news"), ("channels", "hank"), ("topics", "Safety")),
                facets=("region", "topic"),
                group_by="topic",
            ),
        ),
        menus={
            "main": (
                MenuItem("Tools", Marked("/tools/", 37, 27)),
                MenuItem("More", Marked("https://example.org/", 38, 26)),
            ),
            "footer": (MenuItem("Mail", Marked("mailto:web@example.org", 39, 30)),),
        },
        redirects=(
            Redirect(Marked("/old", 41, 3), Marked("/new/#there", 41, 9)),
            Redirect(Marked("/older/", 42, 3), Marked("https://example.org/x?y", 42, 12)),
        ),
        search=Search("on-demand", (("huddle", "stand-up"), ("UBT", "unit-based team"))),
        galleries=(Gallery("all-of-it", "All Of It", "What there is.", ("stories", "news")),),
    )


def test_title_and_address_are_enough() -> None:
    assert read_config(BASE.encode()) == (
        Config(
            "Teams",
            "https://www.example.org",
            menus={"main": (), "footer": ()},
            search=Search(),
        ),
        [],
    )


def test_two_collections_share_an_address_where_one_has_no_list() -> None:
    text = f"{BASE}{COL}  tools: {{kind: tool, address: stories, list: false}}\n"
    assert messages(text.encode()) == []


def test_a_problem_shows_the_lines_around() -> None:
    _, problems = read_config(f"{BASE}{COL}    sort: dates\n".encode(), "site.yaml")
    assert [format_problem(problem) for problem in problems] == [
        """\
site.yaml:6:11: "dates" is not a value of "sort"
    4 |   stories:
    5 |     kind: story
  > 6 |     sort: dates
      |           ^
  hint: did you mean "date"?"""
    ]
    assert {problem.kind for problem in problems} == {"ConfigError"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            BASE + "titel: x\n", ['site.yaml:3:1: unknown field "titel" | did you mean "title"?'], id="unknown setting"
        ),
        pytest.param(
            BASE + COL + "    facet: [topic]\n",
            ['site.yaml:6:5: unknown field "facet" | did you mean "facets"?'],
            id="unknown setting of a collection",
        ),
        pytest.param(
            "base_url: https://www.example.org\n",
            [
                (
                    'site.yaml:1: "title" is missing: a site needs it'
                    " | add a line like this: title: Labor Management Partnership"
                )
            ],
            id="missing title",
        ),
        pytest.param(
            BASE + COL + "    per_page: many\n",
            [('site.yaml:6:15: "per_page" must be a whole number, not "many" | write it like this: per_page: 20')],
            id="wrong type",
        ),
        pytest.param(
            BASE + "language: [en, es]\n",
            [('site.yaml:3:11: "language" must be a text, not a list | give one value, without brackets and dashes')],
            id="list for a text",
        ),
        pytest.param(
            BASE + COL + "    per_page: 0\n",
            ['site.yaml:6:15: "per_page" must be 1 or more, not 0 | '],
            id="per_page 0",
        ),
        pytest.param(
            BASE + "collections:\n  stories:\n    kind: storys\n",
            ['site.yaml:5:11: "storys" is not a value of "kind" | did you mean "story"?'],
            id="unknown kind",
        ),
        pytest.param(
            BASE + COL + "    sort: dates\n",
            ['site.yaml:6:11: "dates" is not a value of "sort" | did you mean "date"?'],
            id="unknown sort",
        ),
        pytest.param(
            BASE + TAX + COL + "    facets: [topics]\n",
            ['site.yaml:12:14: unknown taxonomy "topics" | did you mean "topic"?'],
            id="unknown facet",
        ),
        pytest.param(
            BASE + COL + "    facets: topic\n",
            ['site.yaml:6:13: unknown taxonomy "topic" | there are no taxonomies yet'],
            id="facet without taxonomies",
        ),
        pytest.param(
            BASE + TAX + COL + "    facets: [topic, topic]\n",
            ['site.yaml:12:21: the taxonomy "topic" is named twice | name it once'],
            id="facet twice",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: [storys]\n",
            ['site.yaml:7:12: unknown collection "storys" | did you mean "stories"?'],
            id="unknown source",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: [stories, stories]\n",
            ['site.yaml:7:21: the collection "stories" is named twice | name it once'],
            id="source twice",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: stories\n  best:\n    from: news\n",
            [
                (
                    'site.yaml:9:11: "news" is a view, and a view cannot be the source of a view'
                    " | name the folders that it takes its pages from"
                )
            ],
            id="view of view",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: news\n",
            ['site.yaml:7:11: "news" takes its pages from itself | use one of these: stories'],
            id="itself",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: best\n  best:\n    from: news\n",
            [
                (
                    'site.yaml:7:11: "best" is a view, and a view cannot be the source of a view'
                    " | name the folders that it takes its pages from"
                ),
                (
                    'site.yaml:9:11: "news" is a view, and a view cannot be the source of a view'
                    " | name the folders that it takes its pages from"
                ),
            ],
            id="cycle",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: stories\n    where: {chanels: news}\n",
            ['site.yaml:8:13: no view can select by the field "chanels" | did you mean "channels"?'],
            id="unknown field",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: stories\n    where: {topics: quality}\n",
            [
                (
                    'site.yaml:8:13: no view can select by the field "topics"'
                    ' | make a taxonomy with the line "field: topics"'
                )
            ],
            id="field without taxonomy",
        ),
        pytest.param(
            BASE + TAX + COL + "  news:\n    from: stories\n    where: {topics: qualty}\n",
            ['site.yaml:14:21: unknown term "qualty" | did you mean "quality"?'],
            id="unknown term in where",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: stories\n    where: {kind: stories}\n",
            ['site.yaml:8:19: unknown kind "stories" | did you mean "story"?'],
            id="unknown kind in where",
        ),
        pytest.param(
            BASE + COL + "    where: {channels: news}\n",
            [('site.yaml:6:5: "where" is only for views, and "stories" is a folder | make a view of its own for it')],
            id="where of folder",
        ),
        pytest.param(
            BASE + COL + "  news:\n    kind: story\n    from: stories\n",
            [
                (
                    'site.yaml:8:5: "news" has "kind" and "from": it is a folder or a view, not both'
                    ' | leave out "kind" for a view, "from" for a folder'
                )
            ],
            id="both",
        ),
        pytest.param(
            BASE + COL + "  news:\n    title: News\n",
            [('site.yaml:6:3: "news" has neither "kind" nor "from" | a folder needs "kind", a view needs "from"')],
            id="neither",
        ),
        pytest.param(
            BASE + COL + "  news:\n",
            [('site.yaml:6:3: "news" has neither "kind" nor "from" | a folder needs "kind", a view needs "from"')],
            id="blank collection",
        ),
        pytest.param(
            BASE + "collections:\n  Good Stories:\n    kind: story\n",
            [
                (
                    'site.yaml:4:3: "Good Stories" cannot be the id of a collection'
                    " | use small letters and digits, with single hyphens between words"
                )
            ],
            id="bad id",
        ),
        pytest.param(
            BASE + COL + "    address: /stories/\n",
            [
                (
                    'site.yaml:6:14: "/stories/" cannot be the first part of addresses'
                    " | use small letters, digits and hyphens, without slashes"
                )
            ],
            id="bad address",
        ),
        pytest.param(
            BASE + COL + "  tools:\n    kind: tool\n    address: stories\n",
            [
                (
                    'site.yaml:8:14: "tools" has the address of "stories", and both have a list'
                    ' | give it another address, or write "list: false" in one of them'
                )
            ],
            id="same address",
        ),
        pytest.param(
            BASE + "taxonomies:\n  page: {field: topics, terms: any}\n",
            [
                (
                    'site.yaml:4:3: a taxonomy cannot have the id "page": further pages of lists have that address'
                    " | give it another id"
                )
            ],
            id="taxonomy page",
        ),
        pytest.param(
            BASE + "taxonomies:\n  Topic: {field: topics, terms: any}\n",
            [
                (
                    'site.yaml:4:3: "Topic" cannot be the id of a taxonomy'
                    " | use small letters and digits, with single hyphens between words"
                )
            ],
            id="bad taxonomy id",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic: {field: topic, terms: any}\n",
            ['site.yaml:4:18: "topic" is not a value of "field" | did you mean "topics"?'],
            id="unknown taxonomy field",
        ),
        pytest.param(
            BASE + TAX + "  subject: {field: topics, terms: any}\n",
            ['site.yaml:9:20: the field "topics" belongs to "topic" already | give each its own field'],
            id="same field",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic:\n",
            ['site.yaml:4:3: the taxonomy "topic" is empty | give it "field" and "terms"'],
            id="blank taxonomy",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic: {field: topics}\n",
            [
                (
                    'site.yaml:4:10: "terms" is missing: a taxonomy needs it'
                    " | add a line like this: terms: {quality: Quality}"
                )
            ],
            id="no terms",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic: {field: topics, terms: [quality]}\n",
            [
                (
                    'site.yaml:4:33: "terms" must be a group of fields, one a line, not a list'
                    " | write it like this: terms: {quality: Quality}"
                )
            ],
            id="terms as list",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic: {field: topics, terms: all}\n",
            [
                (
                    'site.yaml:4:33: "terms" must be a group of terms, or any, not "all"'
                    ' | write "terms: any", or one term a line: id: label'
                )
            ],
            id="terms all",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic: {field: topics, terms: {Work safety: Safety}}\n",
            [
                (
                    'site.yaml:4:34: "Work safety" cannot be the id of a term'
                    " | use small letters and digits, with single hyphens between words"
                )
            ],
            id="bad term id",
        ),
        pytest.param(
            BASE + TAX + "      care: {label: Care, also: [Customer  Sérvice]}\n",
            [
                (
                    'site.yaml:9:34: "Customer Sérvice" means "service" already in the taxonomy "topic"'
                    " | keep it in one of the two"
                )
            ],
            id="term twice",
        ),
        pytest.param(
            BASE + TAX + "      good: Quality\n",
            [('site.yaml:9:13: "Quality" means "quality" already in the taxonomy "topic" | keep it in one of the two')],
            id="label twice",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic: {field: topics, terms: {quality: {lable: Quality}}}\n",
            ['site.yaml:4:44: unknown field "lable" | did you mean "label"?'],
            id="wrong term",
        ),
        pytest.param(
            "title: Teams\nbase_url: www.example.org\n",
            [
                (
                    'site.yaml:2:11: "www.example.org" is no address of a site'
                    " | write it with http or https: https://www.example.org"
                )
            ],
            id="base_url without scheme",
        ),
        pytest.param(
            "title: Teams\nbase_url: ftp://www.example.org\n",
            [
                (
                    'site.yaml:2:11: "ftp://www.example.org" is no address of a site'
                    " | write it with http or https: https://www.example.org"
                )
            ],
            id="base_url ftp",
        ),
        pytest.param(
            "title: Teams\nbase_url: https://www.example.org/?a=b\n",
            [
                (
                    'site.yaml:2:11: "base_url" ends with a query or a fragment: "https://www.example.org/?a=b"'
                    ' | leave out what follows "?" or "#"'
                )
            ],
            id="base_url query",
        ),
        pytest.param(
            BASE + "timezone: America/Los_Angelos\n",
            [('site.yaml:3:11: unknown time zone "America/Los_Angelos" | did you mean "America/Los_Angeles"?')],
            id="time zone",
        ),
        pytest.param(
            BASE + "timezone: Pacific\n",
            ['site.yaml:3:11: unknown time zone "Pacific" | did you mean "America/Los_Angeles"?'],
            id="time zone short",
        ),
        pytest.param(
            BASE + "timezone: US/Los Angeles\n",
            [('site.yaml:3:11: unknown time zone "US/Los Angeles" | did you mean "America/Los_Angeles"?')],
            id="time zone city",
        ),
        pytest.param(
            BASE + "language: English (US)\n",
            [('site.yaml:3:11: "English (US)" is no code of a language | write a code such as en, es or zh-Hans')],
            id="language",
        ),
        pytest.param(
            BASE + "feedback: web@example.org\n",
            [
                (
                    'site.yaml:3:11: feedback cannot go to "web@example.org"'
                    " | write a mail or https address: mailto:web@example.org"
                )
            ],
            id="feedback mail",
        ),
        pytest.param(
            BASE + "feedback: http://example.org/form\n",
            [
                (
                    'site.yaml:3:11: feedback cannot go to "http://example.org/form"'
                    " | write a mail or https address: mailto:web@example.org"
                )
            ],
            id="feedback http",
        ),
        pytest.param(
            BASE + "menus:\n  main:\n    - {label: Tools, url: tools}\n",
            [('site.yaml:5:27: "tools" is no address of a menu | begin it with "/" or "https://": /tools/')],
            id="menu url",
        ),
        pytest.param(
            BASE + "menus:\n  main:\n    - {url: /tools/}\n",
            [('site.yaml:5:7: "label" is missing: a menu\'s link needs it | add a line like this: label: Tools')],
            id="menu label",
        ),
        pytest.param(
            BASE + "menus:\n  top:\n    - {label: Tools, url: /tools/}\n",
            ['site.yaml:4:3: unknown field "top" | use one of these: footer, main'],
            id="menu name",
        ),
        pytest.param(
            BASE + "redirects:\n  old/page?x=1: /new/\n",
            [
                (
                    'site.yaml:4:3: the earlier address "old/page?x=1" cannot be redirected'
                    ' | write a path of this site, without query: "/old/page"'
                )
            ],
            id="redirect source",
        ),
        pytest.param(
            BASE + "redirects:\n  /old/: new\n",
            ['site.yaml:4:10: "/old/" cannot lead to "new" | begin it with "/" or "https://"'],
            id="redirect target",
        ),
        pytest.param(
            BASE + "redirects:\n  /old/:\n",
            ['site.yaml:4:3: "/old/" leads nowhere | write where it leads now'],
            id="redirect blank",
        ),
        pytest.param(
            BASE + "redirects:\n  /old: /old/\n",
            ['site.yaml:4:3: "/old" leads to itself | write where it leads now'],
            id="redirect itself",
        ),
        pytest.param(
            BASE + "search: {library_index: never}\n",
            [('site.yaml:3:25: "never" is not a value of "library_index" | use one of these: build, on-demand')],
            id="library index",
        ),
        pytest.param(
            BASE + "title: Again\n",
            ['site.yaml:3:1: the field "title" stands here for the second time | keep one of the two'],
            id="twice",
        ),
        pytest.param(
            b"title: \xff\n",
            [
                (
                    'site.yaml:1: "base_url" is missing: a site needs it'
                    " | add a line like this: base_url: https://www.example.org"
                ),
                (
                    "site.yaml:1:8: the file is not saved as UTF-8: the byte 0xFF is not part of a letter"
                    ' | save the file again with the encoding "UTF-8"'
                ),
            ],
            id="not utf8",
        ),
        pytest.param(
            b"hello",
            [
                (
                    'site.yaml:1:1: "hello" is not a field: it has no colon'
                    " | write it as field: value, or begin it with two spaces if it goes on from the line above"
                )
            ],
            id="text",
        ),
        pytest.param(
            b"",
            [
                (
                    'site.yaml:1: "base_url" is missing: a site needs it'
                    " | add a line like this: base_url: https://www.example.org"
                ),
                (
                    'site.yaml:1: "title" is missing: a site needs it'
                    " | add a line like this: title: Labor Management Partnership"
                ),
            ],
            id="empty",
        ),
        pytest.param(
            BASE + TAX + COL + "    facets: [topics]\n    sort: dates\n    per_page: x\nlanguage: 5\n",
            [
                'site.yaml:12:14: unknown taxonomy "topics" | did you mean "topic"?',
                'site.yaml:13:11: "dates" is not a value of "sort" | did you mean "date"?',
                ('site.yaml:14:15: "per_page" must be a whole number, not "x" | write it like this: per_page: 20'),
                'site.yaml:15:11: "5" is no code of a language | write a code such as en, es or zh-Hans',
            ],
            id="several",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from:\n",
            ['site.yaml:7:5: "from" of "news" names no collection | name the folders that it shows'],
            id="from names nothing",
        ),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str | bytes, expected: list[str]) -> None:
    assert messages(text if isinstance(text, bytes) else text.encode()) == expected


@settings(deadline=None)
@given(
    st.integers(0, len(WHOLE)),
    st.integers(0, 30),
    st.sampled_from(["", ":", "-", "{", "]", "\n", "  ", "any", "\t", "from"]),
)
def test_any_edit_gives_settings_or_problems(start: int, length: int, typed: str) -> None:
    config, problems = read_config((WHOLE[:start] + typed + WHOLE[start + length :]).encode())
    assert (config is None) == any(problem.is_error for problem in problems)


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_give_settings_or_problems(data: bytes) -> None:
    config, problems = read_config(data)
    assert (config is None) == any(problem.is_error for problem in problems)


def test_the_table_has_every_setting_described() -> None:
    lines = setting_table().splitlines()
    assert lines[:3] == [
        "| setting | what it is | without it | example |",
        "| --- | --- | --- | --- |",
        "| `title` | The name of the site. | must be there | `Labor Management Partnership` |",
    ]
    rows = [line.strip("|").split(" | ") for line in lines[2:]]
    assert all(len(row) == 4 and row[1].strip() for row in rows)
    names = [row[0].strip().strip("`") for row in rows]
    assert {"taxonomies.ID.terms", "collections.ID.from", "collections.ID.list", "menus.main.url"} <= set(names)
    assert len(names) == len(set(names))
