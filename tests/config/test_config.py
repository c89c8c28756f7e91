"""site.yaml: the records it becomes, and the messages about it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.config import read_config, setting_table
from sitegen.errors import format_problem
from sitegen.model import (
    Collection,
    Config,
    Gallery,
    LocatedText,
    MenuItem,
    Redirect,
    Search,
    SiteSettings,
    Taxonomy,
    Term,
)
from tests.config.settings_messages import BASE, COL, messages

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


def test_a_whole_file_becomes_records() -> None:
    config, problems = read_config(WHOLE.encode())
    assert problems == []
    assert config == Config(
        site=SiteSettings(
            title="Teams",
            base_url="https://www.example.org/lmp",
            description="Stories and tools.",
            timezone="America/Los_Angeles",
            language="es",
            feedback="mailto:web@example.org",
            menus={
                "main": (
                    MenuItem("Tools", LocatedText("/tools/", "menus.main.0.url")),
                    MenuItem("More", LocatedText("https://example.org/", "menus.main.1.url")),
                ),
                "footer": (MenuItem("Mail", LocatedText("mailto:web@example.org", "menus.footer.url")),),
            },
            redirects=(
                Redirect(LocatedText("/old", "redirects./old:"), LocatedText("/new/#there", "redirects./old")),
                Redirect(
                    LocatedText("/older/", "redirects./older/:"),
                    LocatedText("https://example.org/x?y", "redirects./older/"),
                ),
            ),
            galleries=(
                Gallery(
                    id="all-of-it", title="All Of It", description="What there is.", collections=("stories", "news")
                ),
            ),
        ),
        taxonomies=(
            Taxonomy(
                id="topic",
                label="Subject",
                field="topics",
                terms=(
                    Term("quality", "Quality"),
                    Term("service", "Service"),
                    Term("workplace-safety", "Workplace Safety", ("safety", "12:30")),
                ),
            ),
            Taxonomy(id="region", label="Region", field="regions", terms=(), is_open=True),
        ),
        collections=(
            Collection(id="stories", title="Stories", kind="story", singular="Stories", address="stories"),
            Collection(
                id="focus-areas",
                title="What matters",
                kind="focus-area",
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
                id="news",
                title="News",
                singular="News",
                address="news",
                sources=("stories",),
                where=(("channels", "news"), ("channels", "hank"), ("topics", "Safety")),
                facets=("region", "topic"),
                group_by="topic",
            ),
        ),
        search=Search("on-demand", (("huddle", "stand-up"), ("UBT", "unit-based team"))),
        orders={
            "focus-areas": (
                LocatedText("quality", "collections.focus-areas.order.0"),
                LocatedText("service", "collections.focus-areas.order.1"),
            )
        },
    )


def test_title_and_address_are_enough() -> None:
    assert read_config(BASE.encode()) == (
        Config(site=SiteSettings(title="Teams", base_url="https://www.example.org", menus={"main": (), "footer": ()})),
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
