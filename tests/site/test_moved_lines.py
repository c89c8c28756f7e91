"""Lines that move change no value: nothing is made again but the problems, whose lines follow."""

from pathlib import Path

import pytest

from sitegen.content.page_parser import find_page_places, parse_page
from sitegen.model import LocatedText
from sitegen.model.kinds import KINDS
from tests.site.small import SmallSite

ROOT = Path(__file__).parents[2]
NOTE = "# A line that says nothing.\n"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    small = SmallSite(tmp_path)
    small.tool(
        "huddle", "See [this](charter.md).\n", aliases=["/was/here/"], topics=["safety"], related="tools/charter"
    )
    assert not small.build().problems
    return small


def test_a_line_above_the_settings_makes_nothing_again_but_the_settings(site: SmallSite) -> None:
    site.write("site.yaml", NOTE + site.text("site.yaml"))
    result = site.build()
    assert (result.rendered, result.written) == (0, ())
    assert result.executed == (("config",),)


@pytest.mark.parametrize("above", ["title: ", "\nSee "])
def test_a_line_in_a_page_makes_nothing_again_but_the_page(site: SmallSite, above: str) -> None:
    path = "content/tools/huddle.md"
    more = "\n" if above.startswith("\n") else NOTE
    site.write(path, site.text(path).replace(above, more + above, 1))
    result = site.build()
    assert (result.rendered, result.written) == (0, ())
    assert result.executed == (("page", "tools/huddle.md"),)


WRONG = {
    "alias": ("content/tools/huddle.md", '"/was/here/"', '"/stories/"'),
    "ref": ("content/tools/huddle.md", '"tools/charter"', '"tools/nothing"'),
    "link": ("content/tools/huddle.md", "(charter.md)", "(nothing.md)"),
    "term": ("content/tools/huddle.md", '"safety"', '"nonsense"'),
    "redirect": ("site.yaml", '"/old/"', '"/was/here/"'),
    "order": ("site.yaml", '"kind": "story"', '"order": ["nothing"], "kind": "story"'),
}


@pytest.mark.parametrize("case", WRONG)
def test_the_line_of_a_problem_follows_its_file(site: SmallSite, case: str) -> None:
    path, right, wrong = WRONG[case]
    site.write(path, site.text(path).replace(right, wrong))
    before = site.build().problems
    start = "---\n" if path.endswith(".md") else ""
    site.write(path, site.text(path).replace(start, start + NOTE, 1))
    after, clean = site.build().problems, site.build_clean().problems
    assert after == clean
    assert [str(problem.location) for problem in after] != [str(problem.location) for problem in before]
    assert [problem.location.line for problem in after] == [problem.location.line + 1 for problem in before]


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS.values()])
def test_the_place_of_a_text_is_where_it_was_typed(kind: str) -> None:
    for file in sorted((ROOT / "content" / KINDS[kind].folder).glob("*.md"))[:10]:
        data, path = file.read_bytes(), f"{KINDS[kind].folder}/{file.name}"
        page, _ = parse_page(path, data, KINDS[kind].id)
        places, lines = find_page_places(path, data), data.decode().split("\n")
        typed = [*page.aliases, *(text for texts in (*page.terms.values(), *page.refs.values()) for text in texts)]
        typed += [item.file for item in page.downloads if item.file]
        for text in (text for text in typed if text.place):
            assert _typed_at(text, lines, places[text.place].line, places[text.place].column), (path, text)


def _typed_at(text: LocatedText, lines: list[str], line: int, column: int) -> bool:
    rest = lines[line - 1][column - 1 :].lstrip("\"'").removeprefix("/").removeprefix("static/")
    return rest.casefold().startswith(text.text.split()[0].removeprefix("/").casefold())
