"""Terms and lists: what typed values mean, which pages a list shows, and in which order."""

from collections.abc import Sequence

import msgspec
import pytest

from sitegen.catalog import taxonomy
from sitegen.errors import Location
from sitegen.model import Collection, Entry, LocatedText, Sort, Taxonomy, Term, WhyUnlisted

SERVICE = Term("service", "Customer Service", ("member experience",))
TOPICS = taxonomy.make_vocabulary(
    Taxonomy(id="topic", label="Topic", field="topics", terms=(Term("quality", "Quality"), SERVICE))
)
LEVELS = taxonomy.make_vocabulary(
    Taxonomy(id="level", label="Team level", field="team_levels", terms=(Term("1", "Level 1", ("L1",)),))
)
REGIONS = taxonomy.make_vocabulary(Taxonomy(id="region", label="Region", field="regions", is_open=True))


def marks(*texts: str) -> list[LocatedText]:
    return [LocatedText(text, str(number)) for number, text in enumerate(texts, 1)]


def entry(
    path: str, *, listed: bool = True, date: str = "", weight: int | None = None, **terms: Sequence[str]
) -> Entry:
    folder = path.partition("/")[0]
    values = {name: tuple(ids) for name, ids in terms.items() if name != "channels"}
    channels = {"channels": tuple(terms["channels"])} if "channels" in terms else {}
    url = f"/{path.removesuffix('.md')}/"
    return Entry(
        path=path,
        collection=folder,
        kind="story",
        url=url,
        listed=listed,
        sort_date=date,
        weight=weight,
        terms=values,
        fields=channels,
    )


def paths(entries: Sequence[Entry]) -> list[str]:
    return [entry.path for entry in entries]


@pytest.mark.parametrize(
    "typed",
    [
        "service",
        "Customer Service",
        "customer service",
        "CUSTOMER-SERVICE",
        "Member Experience",
        " member  experience ",
    ],
)
def test_a_term_is_known_by_id_label_and_synonym_in_any_case(typed: str) -> None:
    assert taxonomy.match(marks(typed), TOPICS).ids == ("service",)


def test_terms_keep_the_order_written_and_stand_once() -> None:
    matched = taxonomy.match(marks("Quality", "member experience", "quality", "Service"), TOPICS)
    assert matched == taxonomy.Matched(("quality", "service"), (), ())


def test_an_unknown_value_keeps_its_place() -> None:
    matched = taxonomy.match(marks("quality", "qualty"), TOPICS)
    assert matched == taxonomy.Matched(("quality",), (), (LocatedText("qualty", "2"),))


@pytest.mark.parametrize("typed", ["1", "L1", "level 1", "Level-1"])
def test_a_number_is_a_term_like_any_other(typed: str) -> None:
    assert taxonomy.match(marks(typed), LEVELS).ids == ("1",)


def test_an_open_taxonomy_takes_every_word_and_merges_case_and_spelling() -> None:
    matched = taxonomy.match(marks("South Bay", "north", "SOUTH-BAY", "\u65e5\u672c"), REGIONS)
    assert matched.ids == ("south-bay", "north", "65e5672c")
    assert matched.spellings == ("South Bay", "north", "\u65e5\u672c")


def test_a_view_selects_the_term_of_an_open_taxonomy_that_was_typed() -> None:
    conditions = [("regions", "C#"), ("topics", "Customer Service"), ("kind", "story")]
    assert taxonomy.view_conditions_as_terms(conditions, {"regions": REGIONS, "topics": TOPICS}) == (
        ("regions", "c-sharp"),
        ("topics", "service"),
        ("kind", "story"),
    )


def test_a_value_without_letters_is_unknown_even_in_an_open_taxonomy() -> None:
    assert taxonomy.match(marks("?!"), REGIONS).unknown == (LocatedText("?!", "1"),)


def spelled(*texts: str) -> Entry:
    matched = taxonomy.match(marks(*texts), REGIONS)
    return Entry(
        path="s/x.md",
        collection="s",
        kind="story",
        url="/s/x/",
        listed=True,
        terms={"region": matched.ids},
        spellings={"region": matched.spellings},
    )


@pytest.mark.parametrize(
    ("entries", "terms"),
    [
        ([], ()),
        ([spelled("north"), spelled("North"), spelled("North")], (Term("north", "North"),)),
        ([spelled("north"), spelled("North")], (Term("north", "North"),)),
        ([spelled("b", "a"), spelled("c")], (Term("a", "a"), Term("b", "b"), Term("c", "c"))),
    ],
)
def test_an_open_term_is_labelled_as_most_write_it(entries: list[Entry], terms: tuple[Term, ...]) -> None:
    assert taxonomy.open_terms(entries, "region") == terms


PAGES = [
    entry("stories/a.md", date="2017-01-02", weight=2, channels=["news"], topic=["quality"]),
    entry("stories/b.md", date="2017-01-03", weight=1, channels=["hank", "news"], topic=["quality", "service"]),
    entry("stories/c.md", date="2017-01-03", weight=2),
    entry("stories/d.md", listed=False, date="2017-01-09", channels=["news"], topic=["quality"]),
    entry("tools/e.md", topic=["service"]),
]
TITLES = {"stories/a.md": "Über", "stories/b.md": "the end", "stories/c.md": "Zebra", "tools/e.md": "\u00c9gal"}
FOLDER = Collection(id="stories", title="Stories", kind="story")
VIEW = Collection(id="library", title="Library", sources=("stories", "tools"))


@pytest.mark.parametrize(
    ("collection", "where", "expected"),
    [
        (FOLDER, [], ["stories/a.md", "stories/b.md", "stories/c.md"]),
        (VIEW, [], ["stories/a.md", "stories/b.md", "stories/c.md", "tools/e.md"]),
        (VIEW, [("channels", "news")], ["stories/a.md", "stories/b.md"]),
        (VIEW, [("channels", "news"), ("channels", "hank")], ["stories/b.md"]),
        (VIEW, [("topics", "service")], ["stories/b.md", "tools/e.md"]),
        (VIEW, [("topics", "service"), ("channels", "news")], ["stories/b.md"]),
        (VIEW, [("topics", "nothing")], []),
        (VIEW, [("issue", "1")], []),
    ],
)
def test_a_view_shows_the_listed_pages_that_meet_every_condition(
    collection: Collection, where: list[tuple[str, str]], expected: list[str]
) -> None:
    assert paths(taxonomy.members(PAGES, collection, where, {"topics": "topic"})) == expected


@pytest.mark.parametrize(
    ("sort", "order", "expected"),
    [
        ("date", (), "b c a e"),
        ("title", (), "e b a c"),
        ("weight", (), "b a c e"),
        ("date", ("e", "a"), "e a b c"),
        ("weight", ("c", "unknown"), "c b a e"),
    ],
)
def test_a_list_is_sorted_with_the_named_ones_first_and_ties_by_path(
    sort: Sort, order: tuple[str, ...], expected: str
) -> None:
    collection = Collection(id="library", title="Library", sort=sort, order=order)
    listed = [page for page in reversed(PAGES) if page.listed]
    pages = taxonomy.ordered(listed, collection, TITLES.__getitem__)
    assert " ".join(page.path.rpartition("/")[2][0] for page in pages) == expected


def test_a_page_without_a_weight_comes_after_every_other() -> None:
    weights = {"a": None, "b": 0, "c": -1, "d": 1_000_000_000, "e": None}
    pages = [entry(f"s/{name}.md", weight=weight) for name, weight in weights.items()]
    ordered = taxonomy.ordered(pages, Collection(id="s", title="S", sort="weight"), str)
    assert paths(ordered) == ["s/c.md", "s/b.md", "s/d.md", "s/a.md", "s/e.md"]


def test_titles_are_asked_only_where_titles_are_sorted_by() -> None:
    def fail(path: str) -> str:
        raise AssertionError(path)

    assert taxonomy.ordered(PAGES, Collection(id="x", title="X", sort="date"), fail)


def test_tables_hold_the_positions_of_each_term_in_list_order() -> None:
    assert taxonomy.tables(PAGES[:3], ["topic", "level"]) == taxonomy.Tables(
        ("stories/a.md", "stories/b.md", "stories/c.md"),
        {"topic": {"quality": (0, 1), "service": (1,)}, "level": {}},
    )


@pytest.mark.parametrize(("is_by_count", "expected"), [(False, ["b", "a", "c", "d"]), (True, ["c", "a", "b", "d"])])
def test_terms_stand_as_given_or_by_count_then_label(*, is_by_count: bool, expected: list[str]) -> None:
    known = [Term("b", "beta"), Term("a", "Alpha"), Term("c", "gamma"), Term("d", "delta")]
    terms = taxonomy.term_order(known, {"c": 3, "b": 1, "a": 1}, is_by_count=is_by_count)
    assert [term.id for term in terms] == expected


def test_pages_of_a_group_stand_together_and_those_of_none_last() -> None:
    entries = [
        Entry(
            path=f"s/{name}.md",
            collection="s",
            kind="story",
            url=f"/s/{name}/",
            listed=True,
            sort_date=date,
            terms={"issue": issue} if issue else {},
        )
        for name, date, issue in [
            ("a", "2017-05", ("old",)),
            ("b", "2017-04", ()),
            ("c", "2017-03", ("new", "old")),
            ("d", "2017-02", ("old",)),
        ]
    ]
    home = Collection(id="s", title="S", kind="story", group_by="issue")
    assert [one.path for one in taxonomy.ordered(entries, home, str)] == ["s/a.md", "s/d.md", "s/c.md", "s/b.md"]


def test_the_newest_pages_are_the_dated_ones_or_else_the_first() -> None:
    dated = [entry("s/a.md", date="2017-01-01"), entry("s/b.md"), entry("s/c.md", date="2018-01-01")]
    assert taxonomy.newest_or_first(dated, 2) == ("s/c.md", "s/a.md")
    assert taxonomy.newest_or_first([entry("s/b.md"), entry("s/a.md")], 1) == ("s/b.md",)


def test_what_is_new_leaves_out_the_magazine_and_what_is_not_shown() -> None:
    entries = [
        entry("s/a.md", date="2017-01-01"),
        entry("s/b.md", date="2018-01-01", channels=["hank"]),
        entry("s/c.md", date="2019-01-01", listed=False),
        entry("s/d.md", date="2017-01-02", channels=["news"]),
        entry("s/e.md"),
    ]
    assert taxonomy.newest_pages(entries, 9, 9) == ("s/d.md", "s/a.md")
    assert taxonomy.newest_pages(entries, 1, 9) == ("s/d.md",)
    first_days = {entries[4].url: "2017-01-01", entries[0].url: "2019-01-01"}
    assert taxonomy.newest_pages(entries, 9, 9, first_days) == ("s/d.md", "s/e.md", "s/a.md")


def test_what_is_new_is_of_several_kinds_while_there_are_others() -> None:
    entries = [entry(f"s/{day}.md", date=f"2018-01-0{day}") for day in (1, 2, 3, 4)]
    tools = [msgspec.structs.replace(entry(f"t/{day}.md", date=f"2017-01-0{day}"), kind="tool") for day in (1, 2)]
    assert taxonomy.newest_pages([*entries, *tools], 4, 2) == ("s/4.md", "s/3.md", "t/2.md", "t/1.md")
    assert taxonomy.newest_pages([*entries, tools[0]], 4, 2) == ("s/4.md", "s/3.md", "s/2.md", "t/1.md")


def test_what_is_missing_stands_last_and_is_not_new() -> None:
    missing = msgspec.structs.replace(entry("s/a.md", date="2019-01-01"), is_missing=True)
    entries = [missing, entry("s/b.md", date="2018-01-01"), entry("s/c.md", date="2017-01-01")]
    for sort in ("date", "title", "weight"):
        collection = Collection(id="s", title="S", kind="story", sort=sort)
        assert [one.path for one in taxonomy.ordered(entries, collection, str)] == ["s/b.md", "s/c.md", "s/a.md"]
    named = Collection(id="s", title="S", kind="story", order=("a",))
    assert next(one.path for one in taxonomy.ordered(entries, named, str)) == "s/a.md"
    assert taxonomy.newest_pages(entries, 9, 9) == ("s/b.md", "s/c.md")
    assert taxonomy.newest_or_first(entries, 9) == ("s/b.md", "s/c.md")
    assert taxonomy.newest_or_first([missing], 9) == ()


def test_a_slug_in_an_order_whose_page_was_renamed_is_answered_with_the_new_one() -> None:
    entries = [entry("tools/old-ways.md"), entry("tools/new.md")]
    (problem,) = taxonomy.order_problems(
        entries,
        Collection(id="tools", title="T"),
        marks("old-way"),
        lambda _slug: Location("site.yaml"),
        lambda path: "tools/new.md" if path == "tools/old-way.md" else "",
    )
    assert problem.hint == 'did you mean "new"?'


def test_a_slug_in_an_order_is_looked_for_in_the_collections_that_a_view_shows() -> None:
    entries = [entry("tools/a.md", listed=False), entry("stories/b.md")]
    for collection in (Collection(id="tools", title="T"), Collection(id="view", title="V", sources=("tools",))):
        problems = taxonomy.order_problems(
            entries, collection, marks("a", "b"), lambda slug: Location("site.yaml", int(slug.place))
        )
        assert [(problem.location.line, problem.headline) for problem in problems] == [
            (2, f'"b" is the slug of no page of "{collection.id}"')
        ]


@pytest.mark.parametrize(("why", "severity"), [("draft", "warning"), ("wrong", "error")])
def test_a_slug_of_an_order_may_be_that_of_a_draft_that_cannot_be_read(why: WhyUnlisted, severity: str) -> None:
    unreadable = Entry(path="s/x.md", collection="s", kind="story", url="/s/x/", listed=False, why_unlisted=why)
    collection = Collection(id="s", title="S", kind="story")
    problems = taxonomy.order_problems([unreadable], collection, marks("b"), lambda _: Location("site.yaml"))
    assert [problem.severity for problem in problems] == [severity]
