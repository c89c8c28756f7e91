"""`new`: a file with the fields of its kind, at the right place, right as it stands."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sitegen import cli
from sitegen.building import Choices, build_site
from sitegen.commands import new_page as newpage
from sitegen.commands.new_page import create
from sitegen.errors import ConfigError, UsageError
from sitegen.model.kinds import KINDS

FOLDERS = {kind: f"{kind}s" for kind in KINDS}
HEAD = "title: Site\nbase_url: https://example.org\ntimezone: Pacific/Kiritimati\ncollections:\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    lines = (f"  {folder}: {{kind: {kind}}}\n" for kind, folder in FOLDERS.items())
    (root / "site.yaml").write_text(HEAD + "".join(lines) + "  news: {from: storys}\n", "utf-8")
    return root


@pytest.mark.parametrize("kind", FOLDERS)
def test_a_new_page_of_every_kind_builds(kind: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", "--site", str(site), kind, "How we \u201chuddle\u201d: 10 minutes a day #1"]) == 0
    path = site / "content" / FOLDERS[kind] / "how-we-huddle-10-minutes-a-day-1.md"
    assert capsys.readouterr().out == (
        f"Made {path}: open it, fill it in, and take out the line 'draft: true' when it is ready.\n"
    )
    out = site.parent / "public"
    problems = build_site(Choices(site=site, out=out, jobs=1)).problems
    assert [problem.headline[:20] for problem in problems] == ['"summary" is missing']
    assert not (out / FOLDERS[kind] / path.stem).exists()


def test_a_new_page_is_shown_among_drafts(site: Path) -> None:
    path = create(site, "story", "Boards")
    assert build_site(Choices(site=site, out=site.parent / "public", jobs=1, drafts=True)).committed
    page = (site.parent / "public" / "storys" / path.stem / "index.html").read_text("utf-8")
    assert "Boards" in page


def test_its_day_is_the_day_in_the_time_zone_of_the_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: ZoneInfo | None = None) -> "Clock":  # type: ignore[override]
            return cls(2017, 10, 5, 12, tzinfo=ZoneInfo("UTC")).astimezone(tz)

    monkeypatch.setattr(newpage, "datetime", Clock)
    assert "date: 2017-10-06\n" in create(site, "story", "Boards").read_text("utf-8")


def test_a_folder_that_is_not_there_yet_is_made(site: Path) -> None:
    assert create(site, "story", "Boards") == site / "content/storys/boards.md"


@pytest.mark.parametrize(
    ("kind", "title", "headline", "hint"),
    [
        ("storry", "Boards", 'there is no kind "storry"', 'did you mean "story"?'),
        (
            "xyz",
            "Boards",
            'there is no kind "xyz"',
            "choose one of: dimension, focus-area, level, page, region, story, tool, toolkit, video",
        ),
        ("story", "...", "the title has no letters", 'write it in quotes: new story "How we huddle"'),
        ("story", "", "the title has no letters", 'write it in quotes: new story "How we huddle"'),
    ],
)
def test_what_cannot_be_made_is_reported(kind: str, title: str, headline: str, hint: str, site: Path) -> None:
    with pytest.raises(UsageError) as caught:
        create(site, kind, title)
    problem = caught.value.problems[0]
    assert (problem.headline, problem.hint) == (headline, hint)


def test_a_file_that_is_there_is_never_written_over(site: Path) -> None:
    path = create(site, "story", "Boards")
    path.write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="is there already"):
        create(site, "story", "Boards!")
    assert path.read_text("utf-8") == "mine"


def test_a_folder_without_a_site_is_reported(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no site\.yaml"):
        create(tmp_path, "story", "Boards")


def test_a_wrong_site_yaml_is_reported_first(site: Path) -> None:
    (site / "site.yaml").write_text("title: x\n", "utf-8")
    with pytest.raises(ConfigError, match="base_url"):
        create(site, "story", "Boards")


@pytest.mark.parametrize("typed", ["Story", "STORY"])
def test_a_kind_may_be_typed_in_any_case(typed: str, site: Path) -> None:
    assert create(site, typed, "Ten minutes") == site / "content" / "storys" / "ten-minutes.md"


def test_a_title_needs_no_quotes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", "--site", str(site), "story", "Pharmacy", "cuts", "waits"]) == 0
    assert "pharmacy-cuts-waits.md" in capsys.readouterr().out
    text = (site / "content/storys/pharmacy-cuts-waits.md").read_text("utf-8")
    assert "title: Pharmacy cuts waits\n" in text


def test_a_title_in_another_script_makes_an_address_in_latin_letters(site: Path) -> None:
    path = create(site, "story", "\u041d\u0430\u0448\u0430 \u043a\u043e\u043c\u0430\u043d\u0434\u0430")
    assert path.name == "nasha-komanda.md"
    assert build_site(Choices(site=site, out=site.parent / "public", jobs=1)).committed


TAKEN = "choose another title, or the last part of the address yourself, such as --slug "


@pytest.mark.parametrize(
    ("title", "headline", "slug"),
    [
        ("Topic", 'the slug "topic" is reserved for lists', "about-topic"),
        ("Page", 'the slug "page" is reserved for lists', "about-page"),
        ("Con", 'the slug "con" has a part that Windows cannot have as a name', "page-con"),
        ("x" * 300, f'the slug "{"x" * 300}" has a part of 300 bytes, 200 at most', "x" * 40),
        ("By slug", 'the address "/storys/by-slug/" is taken by content/storys/other.md', "about-by-slug"),
        ("Once", 'the address "/storys/once/" is taken by content/tools/mover.md', "about-once"),
        ("Gone", 'the address "/storys/gone/" is taken by site.yaml', "about-gone"),
        ("\u0627", "no address can be made of the title", "how-we-huddle"),
    ],
)
def test_a_title_whose_address_is_taken_or_reserved_is_answered_with_a_slug_that_works(
    title: str, headline: str, slug: str, site: Path
) -> None:
    settings = (site / "site.yaml").read_text("utf-8")
    settings += "redirects: {/storys/gone: /tools/}\ntaxonomies:\n  topic: {field: topics, terms: any}\n"
    (site / "site.yaml").write_text(settings, "utf-8")
    for path, line in (("storys/other.md", "slug: by-slug"), ("tools/mover.md", "aliases: [/storys/once]")):
        (site / "content" / path).parent.mkdir(exist_ok=True)
        (site / "content" / path).write_text(f"---\ntitle: Other\n{line}\n---\n", "utf-8")
    with pytest.raises(UsageError) as caught:
        create(site, "story", title)
    (problem,) = caught.value.problems
    assert problem.headline.startswith(headline[:100])
    assert problem.hint.endswith(f"--slug {slug}")
    assert create(site, "story", title, slug=problem.hint.rpartition(" ")[2]).name == f"{slug}.md"


@pytest.mark.parametrize(
    ("slug", "hint"),
    [("How We Huddle", "write --slug how-we-huddle"), ("!", "use small letters, digits and hyphens")],
)
def test_a_slug_that_cannot_be_part_of_an_address_is_refused(slug: str, hint: str, site: Path) -> None:
    with pytest.raises(UsageError, match="cannot be part of an address") as caught:
        create(site, "story", "Boards", slug=slug)
    assert caught.value.problems[0].hint == hint
