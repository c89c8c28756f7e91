"""A damaged list of our files in the output stops no build, and nothing that is not ours is deleted by it."""

from pathlib import Path

import pytest

from sitegen.engine.output import MANIFEST, OutputFolder
from tests.engine.workshop import small_site


@pytest.mark.parametrize(
    "line", ["\0", "a\0b", "a\x7f", "../a", "/etc/a", "a//b", "./a", "a/", "w" * 256, "d/" * 2001 + "a"]
)
def test_a_line_of_a_damaged_manifest_that_is_no_path_of_ours_is_left_out(tmp_path: Path, line: str) -> None:
    (tmp_path / MANIFEST).write_bytes(b"# head\nb\n\xff\xfe\n" + line.encode() + b"\na/c\n")
    assert OutputFolder(tmp_path).read_manifest() == {"a/c", "b"}


@pytest.mark.parametrize("data", [b"\0\0\n", b"../../a\n", b"w" * 300, b"\xff" * 99, b"", b"a/index.html/deep\n"])
def test_a_site_whose_list_of_files_is_damaged_builds_again(tmp_path: Path, data: bytes) -> None:
    shop = small_site(tmp_path)
    shop.build_right()
    (shop.out / MANIFEST).write_bytes(data)
    shop.page("b", title="Beta", terms="x z")
    shop.build_right()
    assert shop.build_right().executed == ()
