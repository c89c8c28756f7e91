"""References to pages that were renamed: the page that goes by the old name now."""

import pytest

from sitegen.catalog.renamed_pages import PageNames, names_of_pages, page_hint, renamed_page
from sitegen.model import Entry, LocatedText, Redirect

ALIAS = "tools/by-alias.md"


def entry(path: str, url: str = "", *aliases: str) -> Entry:
    return Entry(
        path=path,
        collection=path.partition("/")[0],
        kind="tool",
        url=url or f"/{path.removesuffix('.md')}/",
        listed=True,
        aliases=tuple(map(LocatedText, aliases)),
    )


ENTRIES = (
    entry(ALIAS, "", "/tools/First-Name", "/elsewhere/second"),
    entry("tools/by-slug.md", "/tools/third-name/"),
    entry("tools/by-redirect.md"),
    entry("tools/by-title.md"),
    entry("tools/by-words.md"),
    entry("tools/fourth-names.md"),
    entry("stories/one.md"),
    entry("stories/two.md"),
    entry("practices/far.md", "/other/far/"),
)
TITLES = {one.path: one.path for one in ENTRIES} | {
    "tools/by-title.md": "The Nurses\u2019 Fourth Name",
    "tools/by-words.md": "A visit of the sponsor, prepared",
    "stories/one.md": "Told twice",
    "stories/two.md": "Told twice",
    "practices/far.md": "Far away",
}
REDIRECTS = (
    Redirect(LocatedText("/tools/sixth-name"), LocatedText("/tools/by-redirect/")),
    Redirect(LocatedText("/tools/away"), LocatedText("https://example.org/")),
)
NAMES = names_of_pages(ENTRIES, TITLES, REDIRECTS)
PATHS = tuple(one.path for one in ENTRIES)


@pytest.mark.parametrize(
    ("missing", "renamed"),
    [
        ("tools/first-name.md", ALIAS),
        ("elsewhere/second.md", ALIAS),
        ("tools/third-name.md", "tools/by-slug.md"),
        ("tools/sixth-name.md", "tools/by-redirect.md"),
        ("tools/the-nurses-fourth-name.md", "tools/by-title.md"),
        ("stories/the-nurses-fourth-name.md", "tools/by-title.md"),
        ("practices/far-away.md", "practices/far.md"),
        ("stories/told-twice.md", ""),
        ("tools/away.md", ""),
        ("tools/nothing.md", ""),
    ],
)
def test_a_page_is_known_by_its_aliases_its_slug_redirects_to_it_and_its_title(missing: str, renamed: str) -> None:
    assert renamed_page(missing, NAMES) == renamed


def test_a_title_in_the_same_folder_counts_before_the_same_title_elsewhere() -> None:
    entries = (entry("tools/a.md"), entry("stories/b.md"))
    names = names_of_pages(entries, dict.fromkeys(("tools/a.md", "stories/b.md"), "Huddles"), ())
    assert renamed_page("stories/huddles.md", names) == "stories/b.md"


@pytest.mark.parametrize(
    ("missing", "hint"),
    [
        ("tools/first-name.md", 'did you mean "tools/by-alias"?'),
        ("tools/fourth-name.md", 'did you mean "tools/fourth-names"?'),
        ("tools/sponsor-visit.md", 'did you mean "tools/by-words"?'),
        ("tools/by-title-2.md", 'did you mean "tools/by-title"?'),
        ("tools/zzz.md", "look in content/tools for the name of its file"),
    ],
)
def test_the_page_of_the_old_name_comes_before_the_nearest_word(missing: str, hint: str) -> None:
    assert page_hint(missing, PATHS, NAMES) == hint


def test_a_page_that_cannot_be_named_there_is_not_hinted_at() -> None:
    stories = [path for path in PATHS if path.startswith("stories/")]
    assert page_hint("tools/first-name.md", stories, NAMES) == "look in content/tools for the name of its file"


def test_a_site_without_pages_has_no_names() -> None:
    assert page_hint("tools/a.md", (), PageNames({}, {}, {})) == "look in content/tools for the name of its file"
