"""`rename`, `replace` and `undo`: what is shown, asked and answered, and their exit codes."""

from pathlib import Path

import pytest

from sitegen import cli

PAGE = "---\ntitle: Huddles\n---\nHuddle at 7:00, [again](huddles.md).\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content" / "stories").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text(
        "title: Site\nbase_url: https://example.org\ncollections: {stories: {kind: story, title: Stories}}\n", "utf-8"
    )
    (tmp_path / "content" / "stories" / "huddles.md").write_text(PAGE, "utf-8")
    return tmp_path


def run(site: Path, *words: str) -> int:
    return cli.main([words[0], "--site", str(site), *words[1:]])


def test_a_rename_is_shown_and_can_be_taken_back(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "rename", "stories/huddles", "short-huddles", "--yes") == 0
    assert capsys.readouterr().out.splitlines() == [
        "content/stories/huddles.md becomes content/stories/short-huddles.md",
        "  + aliases: [/stories/huddles/]",
        "  - Huddle at 7:00, [again](huddles.md).",
        "  + Huddle at 7:00, [again](short-huddles.md).",
        "Done. To take it back: python3 build.py undo",
    ]
    assert run(site, "undo", "--yes") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Taken back: rename stories/huddles to stories/short-huddles."
    assert [path.name for path in (site / "content/stories").iterdir()] == ["huddles.md"]
    assert (site / "content/stories/huddles.md").read_text("utf-8") == PAGE
    assert run(site, "undo", "--yes") == 2


def test_a_term_is_renamed_and_that_is_taken_back(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = (site / "site.yaml").read_text("utf-8")
    settings += "taxonomies: {level: {field: team_levels, terms: {one: One, two: Two}}}\n"
    (site / "site.yaml").write_text(settings, "utf-8")
    assert run(site, "rename-term", "level", "one", "first", "--label", "First", "--yes") == 0
    assert "first: {label: First, also: [one]}" in (site / "site.yaml").read_text("utf-8")
    assert capsys.readouterr().out.splitlines()[-1] == "Done. To take it back: python3 build.py undo"
    assert run(site, "rename-term", "level", "two", "first", "--yes") == 0
    assert run(site, "undo", "--yes") == run(site, "undo", "--yes") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Taken back: rename the level one to first."
    assert (site / "site.yaml").read_text("utf-8") == settings
    assert run(site, "rename-term", "level", "three", "first", "--yes") == 2
    assert 'there is no level "three"' in capsys.readouterr().err


def test_words_are_replaced_where_they_were_asked_for(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site, "replace", "7:00", "7:30", "--in", "stories", "--yes") == 0
    assert (site / "content/stories/huddles.md").read_text("utf-8") == PAGE.replace("7:00", "7:30")
    assert "  + Huddle at 7:30, [again](huddles.md)." in capsys.readouterr().out
    assert run(site, "replace", "Huddles", "Meetings: short", "--yes") == 0
    assert 'title: "Meetings: short"' in (site / "content/stories/huddles.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("replace", "huddle at", "x", "--yes"), 'no page has "huddle at"'),
        (("replace", "", "x", "--yes"), "there is no text to look for"),
        (("replace", "Huddle", "x", "--in", "tools", "--yes"), "no page lies in content/tools"),
        (("rename", "stories/nothing", "x", "--yes"), 'there is no page "stories/nothing"'),
        (("replace", "Huddle", "x"), "nobody is there to answer"),
    ],
)
def test_wrong_usage_changes_nothing(
    site: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, *words) == 2
    assert said in capsys.readouterr().err
    assert (site / "content/stories/huddles.md").read_text("utf-8") == PAGE
    assert not (site / ".sitegen-keep").exists()


@pytest.mark.parametrize(("answer", "changed"), [(True, True), (False, False)])
def test_a_person_is_asked_first(site: Path, monkeypatch: pytest.MonkeyPatch, *, answer: bool, changed: bool) -> None:
    questions: list[str] = []

    def ask(question: str) -> bool:
        questions.append(question)
        return answer

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("click.confirm", ask)
    assert run(site, "replace", "7:00", "7:30") == 0
    assert questions == ["Change 1 file?"]
    assert ("7:30" in (site / "content/stories/huddles.md").read_text("utf-8")) == changed
