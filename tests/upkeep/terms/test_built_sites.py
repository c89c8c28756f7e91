"""After a term is renamed, or merged, a whole site builds without a word, and its old addresses lead on."""

import shutil
from pathlib import Path

import pytest

from sitegen.building import PROJECT, Choices, build_site
from sitegen.upkeep.applying import apply
from sitegen.upkeep.site_files import read_site
from sitegen.upkeep.terms.renaming import rename_term
from tests.site.small import SmallSite


def change(site: Path, *words: str) -> None:
    """Rename a term in the files of a site."""
    taxonomy, old, new = words
    apply(site, rename_term(*read_site(site), taxonomy, (old, new), "", lambda _: True))


def pages_of(out: Path, part: str) -> set[str]:
    """Return the addresses of the finished site that have a part, without the further pages of lists."""
    paths = {path.parent.relative_to(out).as_posix() for path in out.rglob("index.html")}
    return {path for path in paths if f"/{part}/" in f"/{path}/" and "/page/" not in path}


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        (("topic", "quality", "care"), "topic/quality", "topic/care"),
        (("region", "North", "Far North"), "region/north", "region/far-north"),
        (("topic", "safety", "Quality"), "topic/safety", "topic/quality"),
        (("level", "1", "one"), "level/1", "level/one"),
    ],
)
def test_the_pages_of_a_term_are_where_it_leads(tmp_path: Path, words: tuple[str, ...], old: str, new: str) -> None:
    site = SmallSite(tmp_path)
    site.story(
        "linked", "See [these](/stories/topic/quality/) and [those](/tools/?topic=quality).\n", topics=["Quality"]
    )
    assert site.build().problems == []
    before = pages_of(site.out, old)
    assert before
    change(site.root, *words)
    assert site.build().problems == []
    after = {page.replace(old, new) for page in before}
    assert after <= pages_of(site.out, new)
    leading = site.out.joinpath("_redirects").read_text("utf-8")
    for page in before:
        assert f"/lmp/{page.replace(old, new)}/" in (site.out / page / "index.html").read_text("utf-8")
        assert f"/lmp/{page}/" in leading
    named = [path for path in site.out.rglob("*.html") if f"/{old}/" in path.read_text("utf-8")]
    assert named == []


@pytest.mark.long
@pytest.mark.parametrize(
    "words", [("topic", "quality", "better-care"), ("level", "2", "second"), ("topic", "history", "Quality")]
)
def test_the_shipped_site_builds_without_a_word(tmp_path: Path, words: tuple[str, ...]) -> None:
    site, out = tmp_path / "site", tmp_path / "public"
    for name in ("content", "static", "templates"):
        shutil.copytree(PROJECT / name, site / name)
    shutil.copy(PROJECT / "site.yaml", site)
    change(site, *words)
    assert not build_site(Choices(site=site, out=out, jobs=1)).problems
    leading = [line.split()[:2] for line in (out / "_redirects").read_text("utf-8").splitlines()]
    assert f"/library/{words[0]}/{words[1].lower()}/" in [source for source, _ in leading]
    addresses = {target.partition("#")[0] for _, target in leading if target.endswith("/")}
    assert [address for address in addresses if not (out / address[1:] / "index.html").is_file()] == []
