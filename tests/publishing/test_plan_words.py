"""What a plan says of itself: counts, titles, moves."""

from collections.abc import Mapping

import msgspec
import pytest

from sitegen.publishing.plan_summary import summarize
from sitegen.publishing.plan_words import plan_lines
from sitegen.publishing.planning import make_plan
from sitegen.publishing.release_contents import Release, make_release
from sitegen.publishing.surveying import Survey
from sitegen.publishing.target_manifest import TargetManifest, sent_file
from tests.publishing.made_up import release_of

OLD = {"index.html": "1", "tools/a/index.html": "1", "tools/b/index.html": "1", "sitemap.xml": "1"}
TITLES = {f"tools/{name}/index.html": f"Guide {name.upper()}" for name in "abcdefghijklmnop"}


def lines(old: Mapping[str, str], new: Release, base: str = "") -> list[str]:
    """Return the lines on what makes a target with some texts have a release."""
    before = release_of(old, TITLES)
    manifest = TargetManifest(
        release=before.id, files={path: sent_file(file) for path, file in before.files.items()} if old else {}
    )
    seen = Survey({path: file.digest for path, file in manifest.files.items()}, {}, ())
    return list(plan_lines(summarize(make_plan(new, manifest, seen), new, manifest, base)))


def with_redirect(texts: Mapping[str, str], path: str, link: str) -> Release:
    """Return a release in which the page at a path leads on."""
    files = release_of(texts, TITLES).files
    return make_release({**files, path: msgspec.structs.replace(files[path], role="redirect", title=link)})


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (OLD, ["No page of yours changes."]),
        ({**OLD, "index.html": "2"}, ["No page of yours changes; 1 list; 1 other file; 1 kB to send."]),
        (
            {**OLD, "tools/b/index.html": "2", "tools/c/index.html": "1"},
            [
                "1 page new, 1 changed; 1 other file; 1 kB to send.",
                "  New: Guide C (/tools/c/)",
                "  Changed: Guide B (/tools/b/)",
            ],
        ),
        (
            {"index.html": "1", "tools/a/index.html": "1"},
            [
                "1 page gone; 1 other file; 1 kB to send; 2 files to delete.",
                "  Gone: Guide B (/tools/b/)",
            ],
        ),
    ],
)
def test_a_plan_is_told_by_title(new: dict[str, str], said: list[str]) -> None:
    assert lines(OLD, release_of(new, TITLES)) == said


@pytest.mark.parametrize("base", ["", "/lmp"])
def test_a_page_whose_old_address_leads_on_has_moved(base: str) -> None:
    new = {**OLD, "tools/c/index.html": "1", "tools/b/index.html": "to c"}
    release = with_redirect(new, "tools/b/index.html", f"{base}/tools/c/#part")
    assert lines(OLD, release, base) == [
        "1 page moved; 2 other files; 1 kB to send.",
        "  Guide C moves to /tools/c/, and its old address /tools/b/ leads there.",
    ]


def test_a_page_whose_old_address_leads_elsewhere_is_gone() -> None:
    release = with_redirect({**OLD, "tools/b/index.html": "away"}, "tools/b/index.html", "https://example.org/")
    assert "  Gone: Guide B (/tools/b/)" in lines(OLD, release)


def test_of_many_pages_the_first_ten_are_named() -> None:
    said = lines({}, release_of(dict.fromkeys(TITLES, "1"), TITLES))
    assert said[0].startswith("16 pages new; ")
    assert len(said) == 12
    assert said[-1] == "  and 6 more"
