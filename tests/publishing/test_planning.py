"""Plans: what is sent and deleted, in which order, what stays, and what others did."""

from collections.abc import Mapping

import pytest

from sitegen.publishing.planning import Plan, make_plan
from sitegen.publishing.release_contents import RELEASE_ID, Release
from sitegen.publishing.sending import finished_manifest
from sitegen.publishing.surveying import Survey
from sitegen.publishing.target_manifest import TargetManifest, sent_file
from tests.publishing.made_up import FIRST, SECOND, release_of


def manifest_of(release: Release, **parts: object) -> TargetManifest:
    """Return the manifest of a target that has a release."""
    files = {path: sent_file(file) for path, file in release.files.items()}
    return TargetManifest(release=release.id, files=files, **parts)  # type: ignore[arg-type]


def seen_as(release: Release, texts: Mapping[str, str | None], others: tuple[str, ...] = ()) -> Survey:
    """Return a survey of a target with the files of a release; `texts` replace some (None: deleted)."""
    digests = {path: file.digest for path, file in release.files.items()}
    for path, text in texts.items():
        if text is None:
            digests.pop(path, None)
        else:
            digests[path] = release_of({path: text}).files[path].digest
    return Survey(digests, {}, others)


def plan(
    old: Mapping[str, str],
    new: Mapping[str, str],
    texts: Mapping[str, str | None] | None = None,
    others: tuple[str, ...] = (),
) -> Plan:
    """Return what makes a target with one release have another one; `texts` and `others` as for `seen_as`."""
    return make_plan(release_of(new), manifest_of(release_of(old)), seen_as(release_of(old), texts or {}, others))


def test_a_first_release_is_sent_whole() -> None:
    first = make_plan(release_of(FIRST), TargetManifest(), Survey({}, {}, ()))
    assert set(first.sending) == {*FIRST, RELEASE_ID}
    assert (first.clearing, first.deleting, first.kept) == ((), (), {})


def test_what_is_there_already_is_not_sent() -> None:
    assert not plan(FIRST, FIRST).has_work


def test_files_come_before_the_pages_that_show_them_and_go_after_them() -> None:
    order = plan(FIRST, SECOND)
    assert order.sending == (
        *("assets/a.2.png", "assets/c.1.png", "assets/site.2.css"),
        *("downloads/b.pdf", "swap"),
        *("tools/c/index.html", "tools/a/index.html"),
        *("leaf/index.html", "tools/index.html", "index.html"),
        *(RELEASE_ID, "sitemap.xml"),
    )
    assert order.deleting == ("tools/b/index.html", "downloads/a.pdf")


def test_what_stands_in_the_way_goes_first() -> None:
    assert plan(FIRST, SECOND).clearing == ("leaf", "swap/index.html")
    assert plan({"Tools/index.html": "1"}, {"tools/index.html": "1"}).clearing == ("Tools/index.html",)


def test_old_fingerprinted_files_stay_for_two_releases() -> None:
    texts: dict[str, str] = {"index.html": "0", "assets/x.0.css": "0"}
    release = release_of(texts)
    manifest, there = manifest_of(release), {path: file.digest for path, file in release.files.items()}
    kept = []
    for number in range(1, 5):
        release = release_of({"index.html": str(number), f"assets/x.{number}.css": str(number)})
        made = make_plan(release, manifest, Survey(there, {}, ()))
        kept.append(set(made.kept))
        there |= {path: file.digest for path, file in release.files.items()}
        there = {path: digest for path, digest in there.items() if path not in made.deleting}
        again = make_plan(release, finished_manifest(release, manifest, made, {}), Survey(there, {}, ()))
        assert not again.has_work
        assert set(again.kept) == kept[-1], "the same release again takes no time from them"
        manifest = finished_manifest(release, manifest, made, {})
    assert kept == [
        {"assets/x.0.css"},
        {"assets/x.0.css", "assets/x.1.css"},
        {"assets/x.1.css", "assets/x.2.css"},
        {"assets/x.2.css", "assets/x.3.css"},
    ]


def test_an_old_file_that_comes_back_is_one_of_the_release_again() -> None:
    first, second = release_of(FIRST), release_of(SECOND)
    made = plan(FIRST, SECOND)
    manifest = finished_manifest(second, manifest_of(first), made, {})
    there = {path: file.digest for path, file in {**first.files, **second.files}.items()}
    back = make_plan(first, manifest, Survey(there, {}, ()))
    assert "assets/site.1.css" not in {*back.sending, *back.kept}
    assert {"assets/site.2.css", "assets/c.1.png"} <= set(back.kept)


@pytest.mark.parametrize(
    ("texts", "touched"),
    [
        ({"index.html": "theirs"}, ("index.html",)),
        ({"downloads/a.pdf": "theirs"}, ("downloads/a.pdf",)),
        ({"tools/b/index.html": None}, ("tools/b/index.html",)),
        ({"index.html": SECOND["index.html"]}, ()),
        ({"sitemap.xml": None, "tools/b/index.html": "theirs"}, ("sitemap.xml", "tools/b/index.html")),
    ],
)
def test_what_others_changed_or_deleted_is_named(texts: dict[str, str | None], touched: tuple[str, ...]) -> None:
    assert plan(FIRST, SECOND, texts).touched == touched


def test_what_a_cut_explains_was_touched_by_nobody() -> None:
    first, second = release_of(FIRST), release_of(SECOND)
    made = plan(FIRST, SECOND)
    coming = {path: second.files[path] for path in made.sending}
    manifest = manifest_of(first, coming=coming, leaving=(*made.clearing, *made.deleting))
    half: dict[str, str | None] = {path: SECOND[path] for path in made.sending[:5]} | {
        "leaf": None,
        "tools/b/index.html": None,
    }
    assert make_plan(second, manifest, seen_as(first, half)).touched == ()
    assert make_plan(first, manifest, seen_as(first, half)).touched == ()
    changed = {**half, "index.html": "theirs"}
    assert make_plan(second, manifest, seen_as(first, changed)).touched == ("index.html",)


@pytest.mark.parametrize(
    ("others", "blocked"),
    [
        (("theirs.txt", "tools/theirs.txt"), ()),
        (("tools/c",), ("tools/c",)),
        (("downloads/b.pdf/theirs",), ("downloads/b.pdf",)),
        (("leaf/index.html/theirs",), ("leaf/index.html",)),
    ],
)
def test_files_of_others_block_only_what_comes_where_they_are(
    others: tuple[str, ...], blocked: tuple[str, ...]
) -> None:
    assert plan(FIRST, SECOND, others=others).blocked == blocked


def test_a_file_of_others_with_the_path_of_a_new_one_blocks_it_unless_it_is_the_same() -> None:
    assert plan(FIRST, SECOND, {"downloads/b.pdf": "theirs"}).blocked == ("downloads/b.pdf",)
    assert plan(FIRST, SECOND, {"downloads/b.pdf": SECOND["downloads/b.pdf"]}).blocked == ()


def test_only_files_of_the_manifest_are_deleted() -> None:
    assert plan(FIRST, {"index.html": "x"}, others=("theirs.txt",)).deleting == (
        *("swap/index.html", "tools/index.html", "tools/a/index.html", "tools/b/index.html"),
        *("sitemap.xml", "downloads/a.pdf", "leaf"),
    )
