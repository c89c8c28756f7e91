"""`check --fix`: what is mended of a whole site, what is left, and that it can be taken back."""

from pathlib import Path

import pytest

from sitegen import cli
from sitegen.content.page_parser import parse_page
from sitegen.errors import Fix
from tests.site.small import SETTINGS, SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    made = SmallSite(tmp_path)
    made.page("stories", "new-name", "Text.\n", {"title": "Old name", "summary": "A story.", "date": "2017-01-01"})
    made.story("renamed", "Text.\n\n## End\n", aliases=["/stories/before/"])
    return made


def fix(site: SmallSite, *words: str) -> int:
    return cli.main(["check", "--fix", "--site", str(site.root), "--out", str(site.out), *words])


def change_settings(site: SmallSite, **changes: object) -> None:
    site.settings(SETTINGS | changes)


def write_mistakes(site: SmallSite) -> dict[str, tuple[str, str]]:
    """Write mistakes of each kind into a site; return what is wrong, and what it becomes, by file."""
    mistakes = {
        "content/stories/one.md": ('related: ["stories/before"]', 'related: ["stories/renamed"]'),
        "content/stories/two.md": (
            "[there](before.md#end), [it](old-name.md)",
            "[there](renamed.md#end), [it](new-name.md)",
        ),
        "content/stories/three.md": ("[there](/stories/old-name/)", "[there](/stories/new-name/)"),
        "content/stories/four.md": ('aliases: ["long/ago"]', 'aliases: ["/long/ago"]'),
        "content/golden-queries.yaml": ("[stories/old-name, stories/renamed]", "[stories/new-name, stories/renamed]"),
    }
    for path, (wrong, _) in mistakes.items():
        field, body = (wrong, "") if ": [" in wrong else ("tags: []", wrong)
        fields = f"---\ntitle: {path[16:-3]}\nsummary: A story.\ndate: 2017-01-01\n"
        page = f"{fields}{field}\n---\n{body}\n" if field == wrong else f"{fields}---\nSee {body}.\n"
        site.write(path, page if path.endswith(".md") else f"words: {wrong}\n")
    return mistakes


def test_each_kind_of_mistake_is_mended(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    mistakes = write_mistakes(site)
    before = {path: site.text(path) for path in mistakes}
    assert fix(site, "--yes") == 0
    assert "4 mended, none needs a person" in capsys.readouterr().out
    assert fix(site, "--yes") == 0  # links of finished pages, and golden queries, are looked at once there is a site
    assert "2 mended" in capsys.readouterr().out
    for path, (wrong, right) in mistakes.items():
        assert site.text(path) == before[path].replace(wrong, right)
    assert site.build().problems == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ({"files": {"always": ["static/downloads/"]}}, {"files": {"always": ["downloads/"]}}),
        (
            {"collections": SETTINGS["collections"] | {"stories": {"kind": "story", "order": ["old-name", "story-1"]}}},
            {"collections": SETTINGS["collections"] | {"stories": {"kind": "story", "order": ["new-name", "story-1"]}}},
        ),
    ],
)
def test_the_settings_are_mended(site: SmallSite, wrong: dict[str, object], right: dict[str, object]) -> None:
    change_settings(site, **right)
    after = site.text("site.yaml")
    change_settings(site, **wrong)
    assert fix(site, "--yes") == 0
    assert site.text("site.yaml") == after


def test_what_needs_a_person_is_left_and_counted(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.story("one", "[there](before.md), [nowhere](renamd.md), [elsewhere](../tools/nothing.md)\n")
    assert fix(site, "--yes") == 1
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "1 mended, 2 need a person. To see what is left, check again."
    assert said[-3].endswith("+ [there](renamed.md), [nowhere](renamd.md), [elsewhere](../tools/nothing.md)")
    before = site.text("content/stories/one.md")
    assert fix(site, "--yes") == 1
    assert capsys.readouterr().out.splitlines()[-1] == "There is nothing that can be mended without a person."
    assert site.text("content/stories/one.md") == before


def test_a_mending_can_be_taken_back_and_nothing_is_mended_unasked(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.story("one", "[there](before.md)\n")
    before = site.text("content/stories/one.md")
    assert fix(site) == 2
    assert "nobody is there to answer" in capsys.readouterr().err
    assert site.text("content/stories/one.md") == before
    assert fix(site, "--yes") == 0
    assert site.text("content/stories/one.md") != before
    assert cli.main(["undo", "--site", str(site.root), "--yes"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Taken back: mend 1 problem."
    assert site.text("content/stories/one.md") == before


def test_a_person_may_say_no(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site.story("one", "[there](before.md)\n")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.confirm", lambda _question: False)
    assert fix(site) == 1
    assert "(before.md)" in site.text("content/stories/one.md")


def test_a_fix_is_for_readers_of_text(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert fix(site, "--json") == 2
    assert "leave one of them out" in capsys.readouterr().err


def test_a_title_in_another_folder_is_a_guess(site: SmallSite) -> None:
    site.tool("one", related=["tools/old-name"])
    assert fix(site, "--yes") == 1
    assert "tools/old-name" in site.text("content/tools/one.md")


def test_a_page_that_a_golden_query_names_twice_is_named_once(site: SmallSite) -> None:
    site.write("content/golden-queries.yaml", "renamed: [stories/renamed, stories/renamed]  # both\n")
    assert fix(site, "--yes") == 0
    assert site.text("content/golden-queries.yaml") == "renamed: [stories/renamed]  # both\n"


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ("downloads\\a.pdf", Fix("value", "downloads\\a.pdf", "downloads/a.pdf")),
        ("..\\a.pdf", None),
        ("https://example.org/a.pdf", None),
    ],
)
def test_backslashes_of_a_path_are_mended_where_that_makes_one(typed: str, fix: Fix | None) -> None:
    page = f"---\ntitle: x\nsummary: A tool.\nbest_used: x\nroles: x\ndownloads: [{{file: '{typed}'}}]\n---\n"
    problems = parse_page("tools/x.md", page.encode(), "tool")[1]
    assert [problem.fix for problem in problems if "downloads" in problem.headline or "a.pdf" in problem.headline] == [
        fix
    ]
