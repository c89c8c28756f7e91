"""Releases that are kept: ten of each target, each content once, and going back to one."""

from datetime import timedelta
from pathlib import Path

import pytest

from sitegen.errors import UsageError
from sitegen.publishing.finishing import finish, kept_release
from sitegen.publishing.kept_releases import MOST_KEPT, KeptReleases
from tests.publishing.made_up import FIRST, NOW, SECOND, Publisher, ready, release_of
from tests.site.small import files


@pytest.fixture
def site(tmp_path: Path) -> Publisher:
    """A publisher with some sources, whose two releases are kept."""
    site = Publisher(tmp_path)
    for path in ("site.yaml", "content/stories/x.md", "static/downloads/a.pdf", "content/stories/.x.md.swp"):
        (site.site / path).parent.mkdir(parents=True, exist_ok=True)
        (site.site / path).write_text(path)
    for texts in (FIRST, SECOND):
        finish(site.publish(texts), ready(texts), NOW)
    return site


def test_a_release_is_kept_with_its_sources_each_content_once(site: Publisher) -> None:
    kept = KeptReleases(site.site)
    assert [record.number for record in kept.all()] == [1, 2]
    assert set(kept.numbered(2).sources) == {"site.yaml", "content/stories/x.md", "static/downloads/a.pdf"}
    used = {file.digest for texts in (FIRST, SECOND) for file in release_of(texts).files.values()}
    used |= set(kept.numbered(1).sources.values())
    assert {Path(path).name for path in files(site.site / ".sitegen-keep/blobs")} == used


def test_publishing_the_same_again_keeps_nothing_new(site: Publisher) -> None:
    done = finish(site.publish(SECOND), ready(SECOND), NOW)
    assert done.kept.number == 2
    assert len(KeptReleases(site.site).all()) == 2


def test_a_kept_release_can_be_published_again(site: Publisher) -> None:
    again = kept_release(site.site, 1)
    assert again.release == release_of(FIRST)
    assert {path: bytes_of(again.source(path)).decode() for path in FIRST} == FIRST
    done = finish(site.publish(FIRST), again, NOW)
    assert (done.kept.number, done.kept.again, done.kept.sources) == (3, 1, KeptReleases(site.site).numbered(1).sources)
    assert FIRST.items() <= site.texts().items()


def test_ten_releases_of_each_target_are_kept_and_nothing_that_none_needs(site: Publisher) -> None:
    kept = KeptReleases(site.site)
    kept.record("trial", release_of(FIRST), NOW)
    for number in range(MOST_KEPT):
        texts = {"index.html": str(number)}
        kept.keep_files({path: ready(texts).source(path) for path in release_of(texts).files}, release_of(texts))
        kept.record("live", release_of(texts), NOW + timedelta(days=number))
    kept.forget_unused()
    assert [(record.number, record.target) for record in kept.all()] == [
        (3, "trial"),
        *((number, "live") for number in range(4, 4 + MOST_KEPT)),
    ]
    assert kept.numbered(3).release == release_of(FIRST)
    digests = {file.digest for record in kept.all() for file in record.release.files.values()}
    assert {Path(path).name for path in files(site.site / ".sitegen-keep/blobs")} == digests


@pytest.mark.parametrize("damage", ["delete", "change"])
def test_a_release_that_is_not_whole_is_refused(site: Publisher, damage: str) -> None:
    blob = KeptReleases(site.site).blob(release_of(FIRST).files["downloads/a.pdf"].digest)
    if damage == "delete":
        blob.unlink()
    else:
        blob.write_text("other bytes")
    with pytest.raises(UsageError, match=r"release 1 is not whole: .sitegen-keep has lost /downloads/a.pdf"):
        kept_release(site.site, 1)


def test_a_number_that_no_release_has_is_refused(site: Publisher) -> None:
    with pytest.raises(UsageError) as caught:
        kept_release(site.site, 9)
    assert caught.value.problems[0].hint == "there are these: 1, 2"


def test_a_damaged_record_is_none(site: Publisher) -> None:
    (site.site / ".sitegen-keep/releases/000001.json").write_text("[")
    assert [record.number for record in KeptReleases(site.site).all()] == [2]


def bytes_of(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()
