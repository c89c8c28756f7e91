"""Caches of other salts are deleted, and nothing that a link in them leads to."""

from pathlib import Path

from sitegen.engine.caches import discard_caches


def test_all_but_what_is_kept_is_deleted_and_no_link_is_followed(tmp_path: Path) -> None:
    cache, outside = tmp_path / "cache", tmp_path / "outside"
    for folder in (cache / "old", cache / "new", outside):
        folder.mkdir(parents=True)
        (folder / "file").touch()
    (cache / "stray").touch()
    (cache / "link").symlink_to(outside, target_is_directory=True)
    discard_caches([cache, tmp_path / "missing"], keep="new")
    assert [path.name for path in cache.iterdir()] == ["new"]
    assert (cache / "new" / "file").exists()
    assert (outside / "file").exists()
