"""Hints about names, followed to the letter: the next build has nothing to say."""

from pathlib import Path
from typing import Any

import pytest

from sitegen.errors import Problem
from tests.site.small import SETTINGS, SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def errors(site: SmallSite) -> list[Problem]:
    return site.build().errors


def only_error(site: SmallSite) -> Problem:
    (problem,) = errors(site)
    return problem


def suggested(hint: str) -> str:
    assert hint.startswith('did you mean "'), hint
    return hint.split('"')[1]


def rename(site: SmallSite, old: str, new: str) -> None:
    (site.root / "content" / old).rename(site.root / "content" / new)


def test_a_link_to_a_page_that_was_renamed_is_hinted_to_be_typed_as_it_must_be(site: SmallSite) -> None:
    site.tool("board-guide", title="Board guide")
    site.tool("boards-guide-2", title="Another")
    site.story("story-1", "See [it](../tools/board-guide.md).\n")
    assert errors(site) == []
    rename(site, "tools/board-guide.md", "tools/see-your-work.md")
    problem = only_error(site)
    assert problem.hint == 'did you mean "../tools/see-your-work.md"?'
    site.story("story-1", f"See [it]({suggested(problem.hint)}).\n")
    assert errors(site) == []


def test_what_is_said_of_a_renamed_page_is_what_a_clean_build_says(site: SmallSite) -> None:
    site.tool("board-guide", title="Board guide")
    site.story("story-1", "See [it](../tools/board-guide.md).\n", related=["tools/board-guide"])
    assert errors(site) == []
    rename(site, "tools/board-guide.md", "tools/see-your-work.md")
    assert site.build().problems == site.build(clean=True).problems


def test_a_reference_to_a_page_that_was_renamed_names_the_new_file(site: SmallSite) -> None:
    site.tool("see-your-work", aliases=["/tools/board-guide/"])
    site.story("story-1", related=["tools/board-guide"])
    problem = only_error(site)
    site.story("story-1", related=[suggested(problem.hint)])
    assert errors(site) == []


def test_an_order_that_names_a_renamed_page_names_the_new_slug(site: SmallSite) -> None:
    site.tool("see-your-work", title="Board guide")

    def order(slug: str) -> None:
        tools = {**SETTINGS["collections"]["tools"], "order": [slug]}
        site.settings({**SETTINGS, "collections": {**SETTINGS["collections"], "tools": tools}})

    order("board-guide")
    order(suggested(only_error(site).hint))
    assert errors(site) == []


def with_topics(terms: dict[str, Any]) -> dict[str, Any]:
    topic = {**SETTINGS["taxonomies"]["topic"], "terms": terms}
    return {**SETTINGS, "taxonomies": {**SETTINGS["taxonomies"], "topic": topic}}


@pytest.mark.parametrize("word", ["Patient care", "safty first"])
def test_the_old_word_of_a_renamed_term_can_stay_where_also_has_it(word: str, site: SmallSite) -> None:
    site.story("story-1", topics=[word])
    assert f'if "{word}" is an older name' in only_error(site).hint.replace("If", "if")
    site.settings(with_topics({"quality": {"label": "Quality", "also": [word]}, "safety": "Safety"}))
    assert errors(site) == []


@pytest.mark.parametrize("typed", ["quality, safty", "Quality; safety", "quality and safety"])
def test_several_terms_on_a_line_become_the_list_of_the_hint(typed: str, site: SmallSite) -> None:
    site.story("story-1", topics=typed)
    before, _, listed = only_error(site).hint.partition("[")
    assert before == "write several as a list: "
    site.story("story-1", topics=listed.rstrip("]").split(", "))
    assert errors(site) == []


def test_a_term_of_signs_alone_is_told_and_words_mend_it(site: SmallSite) -> None:
    site.story("story-1", regions=["\u2605\u2605"])
    problem = only_error(site)
    assert (problem.headline, problem.hint) == (
        'the region "\u2605\u2605" has no letter or digit',
        "write it in words",
    )
    site.story("story-1", regions=["two stars"])
    assert errors(site) == []


def test_terms_that_differ_by_a_sign_have_pages_of_their_own_whatever_others_there_are(site: SmallSite) -> None:
    site.story("story-1", regions=["C#"])
    assert errors(site) == []
    assert (site.out / "stories/region/c-sharp/index.html").is_file()
    site.story("story-2", regions=["C", "C++", "1.0", "1-0", ".NET", "net"])
    assert errors(site) == []
    pages = {path.parent.name for path in site.out.glob("stories/region/*/index.html")}
    assert pages >= {"c", "c-sharp", "c-plus-plus", "1-point-0", "1-0", "dot-net", "net"}


def test_a_clash_of_old_addresses_is_told_beside_the_other_mistakes_of_both_pages(site: SmallSite) -> None:
    site.story("story-1", aliases=["/once/"], nonsense="x")
    site.page("stories", "story-2", "Text.\n", {"aliases": ["/once/"], "slug": "story-3", "nonsense": "x"})
    headlines = [problem.headline for problem in errors(site)]
    assert [line for line in headlines if "taken" in line] == [
        'the old address "/once/" is taken',
        'the address "/stories/story-3/" is taken',
    ]
    site.story("story-1", aliases=["/once/"])
    site.story("story-2")
    assert errors(site) == []


def test_a_missing_file_is_told_beside_the_other_mistakes_of_its_page(site: SmallSite) -> None:
    site.story("story-1", image={"src": "images/gone.jpg"}, nonsense="x")
    assert 'there is no file "images/gone.jpg" in static/' in [problem.headline for problem in errors(site)]


def test_files_whose_names_are_signs_alone_claim_no_address(site: SmallSite) -> None:
    for name in ("!", "\u2605"):
        site.write(f"content/stories/{name}.md", site.text("content/stories/story-1.md"))
    assert [problem.hint for problem in errors(site)] == ["rename it, with small letters, digits and hyphens"] * 2


def write_story(site: SmallSite, lines: str) -> None:
    start = "---\ntitle: Story\ndate: 2017-01-01\nsummary: A story.\n"
    site.write("content/stories/story-1.md", f"{start}{lines}\n---\n\nWhat the team did.\n")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("topics", "\n  \u2022 quality\n  \u2022 safety"),
        ("topics", "\n  -quality\n  -safety"),
        ("topics", "\n  quality\n  safety"),
        ("topics", " quality\n  - safety"),
        ("team_levels", " 1-2"),
        ("related", " tools/huddle, tools/charter"),
        ("channels", " news, hank"),
    ],
)
def test_a_list_in_another_form_becomes_the_list_of_the_hint(field: str, typed: str, site: SmallSite) -> None:
    write_story(site, f"{field}:{typed}")
    before, bracket, listed = only_error(site).hint.partition("[")
    assert before == "write several as a list: "
    write_story(site, f"{field}: {bracket}{listed}")
    assert errors(site) == []


def test_an_order_on_one_line_becomes_the_list_of_the_hint(site: SmallSite) -> None:
    def order(slugs: str | list[str]) -> None:
        tools = {**SETTINGS["collections"]["tools"], "order": slugs}
        site.settings({**SETTINGS, "collections": {**SETTINGS["collections"], "tools": tools}})

    order("huddle, charter")
    assert only_error(site).hint == "write several as a list: [huddle, charter]"
    order(["huddle", "charter"])
    assert errors(site) == []


def test_an_old_address_that_a_file_has_is_told_where_it_is_written(site: SmallSite) -> None:
    site.write("static/downloads/guide.txt", "How to.")
    site.story("story-1", "See [it](../../static/downloads/guide.txt).\n", aliases=["/downloads/guide.txt"])
    problem = only_error(site)
    assert problem.location.path == "content/stories/story-1.md"
    assert problem.headline == 'the old address "/downloads/guide.txt" is taken'
    site.story("story-1", "See [it](../../static/downloads/guide.txt).\n")
    assert errors(site) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("summary: One line\n  #2 goes on", 'summary: "One line #2 goes on"'),
        (r'summary: "The C:\new plan"', r"summary: 'The C:\new plan'"),
        ("image:\nsrc: images/a.jpg\ndecorative: true", None),
        ("published: false", "draft: true"),
        ("topics: [#quality, safety]", 'topics: ["#quality", safety]'),
        ("publish: 2016-11-01 noon", "publish: 2016-11-01 12:00"),
    ],
)
def test_a_field_is_mended_by_what_its_hint_says(wrong: str, right: str | None, site: SmallSite) -> None:
    def write(line: str) -> list[Problem]:
        start = "" if line.startswith("summary") else "summary: A story.\n"
        site.write("content/stories/story-1.md", f"---\ntitle: Story\ndate: 2016-01-01\n{start}{line}\n---\n\nText.\n")
        return errors(site)

    told = write(wrong)
    assert told
    if right is None:
        assert {problem.hint for problem in told} == {'begin it with two spaces, so that it belongs to "image"'}
        return
    shown = right.partition(": ")[2].strip("[]").partition(", ")[0]
    assert any(shown in problem.hint for problem in told)
    assert write(right) == []
