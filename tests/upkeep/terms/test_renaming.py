"""A term gets another id: its entry, the values of pages, links, views, its own page, old addresses."""

import pytest

from sitegen.errors import EditError, UsageError
from tests.upkeep.terms.sample_site import SETTINGS, after, lines, page, rename


@pytest.mark.parametrize(
    ("old", "new", "label", "entry"),
    [
        ("quality", "care", "", "care: {label: Quality, also: [clinical quality, quality]}"),
        ("Clinical Quality", "care", "", "care: {label: Quality, also: [clinical quality, quality]}"),
        ("quality", "care", "Care", "care: {label: Care, also: [clinical quality, quality]}"),
        ("quality", "clinical-quality", "", "clinical-quality: {label: Quality, also: [clinical quality, quality]}"),
        ("safety", "work", "", "work: / label: Safety at Work / also: [safety]  # injuries, too"),
        ("safety", "work", "Work", "work: / label: Work / also: [safety, Safety at Work]  # injuries, too"),
        ("cost", "money", "", "'money': / label: Cost / also: [cost]"),
        ("service", "help", "", "help: {also: [member experience, service], label: Service}"),
        ("safety", "safety", "Work", "safety: / label: Work / also: [Safety at Work]  # injuries, too"),
        ("quality", "quality", "Care", "quality: {label: Care, also: [clinical quality]}"),
    ],
)
def test_its_entry_keeps_its_place_and_its_words(old: str, new: str, label: str, entry: str) -> None:
    known = after(rename("topic", old, new, label=label)).splitlines()
    position = {"quality": 8, "safety": 9, "cost": 10, "service": 11, "Clinical Quality": 8}[old]
    assert [line.strip() for line in known[position : position + entry.count(" / ") + 1]] == entry.split(" / ")
    assert known[:position] == SETTINGS.splitlines()[:position]


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ("topics: quality  # why", "topics: care  # why"),
        ("topics: [safety, 'quality']", "topics: [safety, 'care']"),
        ("topics:\n- quality\n- safety", "topics:\n- care\n- safety"),
        ("topics: [Quality, clinical-quality]", "topics: [Quality, clinical-quality]"),
        ("dimensions: quality", "dimensions: quality"),
    ],
)
def test_values_that_are_spelled_as_the_old_id_get_the_new_one(typed: str, changed: str) -> None:
    changes = rename("topic", "quality", "care", one=page(f"{typed}\n"))
    known = after(changes, "content/stories/one.md") or page(f"{typed}\n").decode()
    assert known == page(f"{changed}\n").decode()


def test_values_that_are_spelled_as_the_old_label_get_a_new_one() -> None:
    changes = rename("topic", "quality", "care", label="Best care", one=page("topics: [Quality, safety]\n"))
    assert lines(changes, "content/stories/one.md") == ["topics: [Best care, safety]"]


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ("/stories/topic/quality/", "/stories/topic/care/"),
        ("/stories/topic/quality", "/stories/topic/care"),
        ("/stories/topic/quality/page/2/#x", "/stories/topic/care/page/2/#x"),
        ("/stories/topic/quality/issue/2017/", "/stories/topic/care/issue/2017/"),
        ("/stories/level/1/topic/quality/", "/stories/level/1/topic/care/"),
        ("/stories/?topic=quality&level=1", "/stories/?topic=care&level=1"),
        ("/stories/topic/quality-of-life/", "/stories/topic/quality-of-life/"),
        ("/path/topic/quality/", "/path/topic/quality/"),
        ("https://example.org/stories/topic/quality/", "https://example.org/stories/topic/quality/"),
        ("quality.md", "quality.md"),
    ],
)
def test_links_in_bodies_and_fields_lead_to_the_new_pages(typed: str, changed: str) -> None:
    typed_page = page(f"links: [{{label: x, url: '{typed}'}}]\n", f"See [this]({typed}).\n")
    changes = rename("topic", "quality", "care", one=typed_page)
    known = after(changes, "content/stories/one.md") or typed_page.decode()
    assert known.encode() == page(f"links: [{{label: x, url: '{changed}'}}]\n", f"See [this]({changed}).\n")


def test_views_menus_and_golden_queries_follow() -> None:
    golden = {"content/golden-queries.yaml": b"care: [/stories/topic/quality/, stories/one]\n"}
    changes = rename("topic", "quality", "care", others=golden, one=page("topics: quality\n"))
    assert lines(changes, "content/golden-queries.yaml") == ["care: [/stories/topic/care/, stories/one]"]
    assert "where: {topics: [care, safety]}" in after(changes)
    assert "- {label: Care, url: /stories/topic/care/}" in after(changes)


def test_each_old_address_leads_to_the_new_one() -> None:
    one = page("topics: [quality, safety]\nissue: Fall 2017\nchannels: hank\nteam_levels: 2\n")
    changes = rename("topic", "quality", "care", one=one, two=page("topics: quality\nissue: x\ndraft: true\n"))
    assert lines(changes)[-5:] == [
        "redirects:",
        "/care/topic/quality/: /care/topic/care/",
        "/stories/level/2/topic/quality/: /stories/level/2/topic/care/",
        "/stories/topic/quality/: /stories/topic/care/",
        "/stories/topic/quality/issue/fall-2017/: /stories/topic/care/issue/fall-2017/",
    ]


def test_an_address_that_has_a_page_again_leads_nowhere_else() -> None:
    one = page("topics: quality\n")
    there = after(rename("topic", "quality", "care", one=one)).replace("  /stories/t", "  /Stories/t")
    back = rename("topic", "care", "quality", settings=there, one=page("topics: care\n"))
    assert "/stories/topic/care/: /stories/topic/quality/" in after(back)
    assert "/topic/quality/:" not in after(back)
    assert "quality: {label: Quality, also: [clinical quality, quality, care]}" in after(back)


def test_a_level_is_renamed_with_its_page_and_its_kits() -> None:
    changes = rename(
        "level",
        "1",
        "start",
        others={"content/levels/level-1.md": page("weight: 1\n", "[kit](/path/level-1/training/)\n")},
    )
    assert after(changes, "content/levels/level-1.md") == ""
    moved = after(changes, "content/levels/level-start.md")
    assert "aliases: [/path/level-1/]" in moved
    assert "[kit](/path/level-start/training/)" in moved
    assert "/path/level-1/sponsorship/: /path/level-start/sponsorship/" in lines(changes)
    assert '"start": {label: Level 1, also: ["1"]}' in after(changes)


def test_a_dimension_is_renamed_where_a_level_asks_for_it_and_where_its_page_has_a_slug() -> None:
    level = page("requires:\n- {text: x, dimension: training}\n- {text: y, dimension: Training}\n")
    own = page("slug: training\n")
    changes = rename(
        "dimension",
        "training",
        "learning",
        others={"content/levels/level-1.md": level, "content/dimensions/a-name.md": own},
    )
    assert lines(changes, "content/levels/level-1.md") == ["- {text: x, dimension: learning}"]
    assert "slug: learning\naliases: [/path/training/]" in after(changes, "content/dimensions/a-name.md")
    assert "/path/level-2/training/: /path/level-2/learning/" in lines(changes)


@pytest.mark.parametrize(
    ("words", "label", "headline", "hint"),
    [
        (("topics!", "a", "b"), "", 'there is no topic "a"', "choose one of: quality, safety, cost, service"),
        (("topc", "quality", "b"), "", 'there is no taxonomy "topc"', 'did you mean "topic"?'),
        (("zzz", "quality", "b"), "", 'there is no taxonomy "zzz"', "choose one of: topic, issue, level, dimension"),
        (("topic", "qualty", "b"), "", 'there is no topic "qualty"', 'did you mean "Quality"?'),
        (("topic", "quality", "Best care"), "", '"Best care" cannot be the id', 'write best-care --label "Best care"'),
        (("topic", "quality", "Quality"), "", '"Quality" means "quality" already', "write its new id"),
        (("topic", "quality", "quality"), "", '"quality" is its id already', "add --label"),
        (("topic", "quality", "con"), "", 'the id "con"', "write another id, such as"),
        (("topic", "quality", "care"), "Safety", '"Safety" means "safety" already', "choose another label"),
        (("issue", "Fall 2017", "x"), "", 'there is no issue "Fall 2017"', "no page has one"),
        (("issue", "Fall 2017", "x"), "y", 'the terms of "issue" have no labels', "leave out --label"),
    ],
)
def test_what_cannot_be_renamed_is_said_in_words(
    words: tuple[str, str, str], label: str, headline: str, hint: str
) -> None:
    with pytest.raises(UsageError) as refusal:
        rename(*words, label=label)
    assert headline in refusal.value.problems[0].headline
    assert hint in refusal.value.problems[0].hint


def test_a_file_with_errors_stops_the_rename_with_its_place() -> None:
    with pytest.raises(EditError) as refusal:
        rename("topic", "quality", "care", one=b"---\ntitle: [x\n---\n")
    assert str(refusal.value.problems[0].location) == "content/stories/one.md:2:8"
