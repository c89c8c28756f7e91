"""What leads to a page or a file, and what nothing leads to."""

import pytest

from sitegen.errors import UsageError
from sitegen.overview.making import make_uses
from sitegen.overview.use_sections import unlinked_files_section, unlinked_pages_section, uses_section
from sitegen.overview.uses import find_uses
from tests.overview.facts import SETTINGS, facts, said, story, tool

PAGES = {
    "stories/one.md": story(
        related="[tools/charter]",
        image="{src: images/team.jpg, alt: The team}",
        body="[Huddle](../tools/huddle.md), again [there](/tools/huddle/?a=1#b).\n\n"
        "![Us](../../static/images/us.jpg)\n\n[Sheet](/downloads/sheet.pdf)",
    ),
    "stories/two.md": story(
        draft="true",
        body="[Old](/was/), [new](/old/), [far](https://example.org/lmp/tools/charter/).\n\n"
        '{{ file file="downloads/own.pdf" }}',
    ),
    "tools/huddle.md": tool(aliases="[/was/]", downloads="[{file: downloads/sheet.pdf, label: Sheet}]"),
    "tools/charter.md": tool(body="Nothing but [itself](charter.md)."),
    "about/us.md": story(date=""),
    "regions/north.md": story(date=""),
}
STATIC = ["downloads/own.pdf", "downloads/sheet.pdf", "images/kept.jpg", "images/team.jpg", "images/us.jpg"]
TEXTS = {
    "templates/home.html": "<p>\n<a href=\"{{ url('/about/us/') }}\">\n<img src=\"{{ asset('images/kept.jpg') }}\">",
    "static/css/a.css": "a { background: url(/lmp/images/us.jpg) }",
}
SITE = facts(PAGES, static=STATIC, texts=TEXTS)


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        (
            "tools/huddle",
            [
                "stories/one.md:8 link in the text",
                "stories/one.md:8 link in the text",
                "stories/two.md:7 link in the text (draft)",
                "site.yaml:19 menu main",
            ],
        ),
        (
            "tools/charter",
            [
                'stories/one.md:5 field "related"',
                "stories/two.md:7 link in the text (draft)",
                "site.yaml:14 order of tools",
            ],
        ),
        ("stories/one", ["stories/two.md:7 link in the text (draft)", "site.yaml:20 redirect"]),
        ("images/team.jpg", ["stories/one.md:6 picture"]),
        ("images/us.jpg", ["stories/one.md:10 picture in the text", "static/css/a.css:1 style"]),
        ("images/kept.jpg", ["templates/home.html:3 template"]),
        ("downloads/sheet.pdf", ["stories/one.md:12 link in the text", "tools/huddle.md:7 download"]),
        ("downloads/own.pdf", ['stories/two.md:9 block "file" (draft)']),
        ("about/us", ["templates/home.html:2 template"]),
        ("regions/north", []),
    ],
)
def test_every_use_is_named_with_its_place(typed: str, rows: list[str]) -> None:
    assert said(uses_section(SITE, typed)) == rows


@pytest.mark.parametrize(
    "typed", ["tools/huddle.md", "content/tools/huddle.md", "/tools/huddle/", "/tools/huddle", "/was/", "tools\\huddle"]
)
def test_a_page_can_be_named_in_several_ways(typed: str) -> None:
    assert make_uses(SITE, typed) == make_uses(SITE, "tools/huddle")


@pytest.mark.parametrize("typed", ["static/images/team.jpg", "/images/team.jpg", "/static/images/team.jpg"])
def test_a_file_can_be_named_in_several_ways(typed: str) -> None:
    assert make_uses(SITE, typed) == make_uses(SITE, "images/team.jpg")


@pytest.mark.parametrize(("typed", "near"), [("tools/hudle", "tools/huddle"), ("images/tem.jpg", "images/team.jpg")])
def test_a_name_of_nothing_is_wrong_usage_and_the_hint_mends_it(typed: str, near: str) -> None:
    with pytest.raises(UsageError, match=f'there is no page or file "{typed}"') as caught:
        make_uses(SITE, typed)
    assert caught.value.problems[0].hint == f'did you mean "{near}"?'
    assert make_uses(SITE, near).sections


def test_pages_that_nothing_leads_to_leave_out_drafts_as_sources_and_pages_of_terms() -> None:
    section = unlinked_pages_section(SITE, find_uses(SITE))
    assert said(section) == ["stories/one.md:1 only lists lead to it"]
    alone = facts({"about/us.md": PAGES["about/us.md"]})
    assert said(unlinked_pages_section(alone, find_uses(alone))) == ["about/us.md:1 no list leads to it either"]


def test_golden_queries_settings_and_orders_name_a_page_and_are_no_link() -> None:
    golden = "huddle: [tools/charter, stories/one]\nlist: /tools/charter/\nhome: /\n"
    site = facts({"tools/charter.md": tool(), "stories/one.md": story()}, golden=golden)
    assert said(uses_section(site, "tools/charter")) == [
        'golden-queries.yaml:1 golden query "huddle"',
        'golden-queries.yaml:2 golden query "list"',
        "site.yaml:14 order of tools",
    ]
    assert said(unlinked_pages_section(site, find_uses(site))) == [
        "stories/one.md:1 only lists lead to it",
        "tools/charter.md:1 only lists lead to it",
    ]


@pytest.mark.parametrize("golden", ["- a list", "a: [", "a: {b: c}", "\ufeff", "a:"])
def test_golden_queries_that_are_wrong_name_nothing(golden: str) -> None:
    site = facts({"tools/charter.md": tool()}, golden=golden)
    assert said(uses_section(site, "tools/charter")) == ["site.yaml:14 order of tools"]


def test_files_that_only_hidden_pages_use_say_which() -> None:
    pages = {"stories/two.md": PAGES["stories/two.md"]}
    site = facts(pages, static=[*STATIC, "robots.txt"], settings=f"{SETTINGS}files: {{always: [images/]}}\n")
    assert said(unlinked_files_section(site, find_uses(site))) == [
        "static/downloads/own.pdf:0 used only by stories/two (draft)",
        "static/downloads/sheet.pdf:0",
    ]
