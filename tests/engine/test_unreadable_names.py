"""Names in listings that no file can be read by."""

import os
from pathlib import Path

import pytest

from sitegen.engine.sources import Sources
from sitegen.engine.unreadable_names import LEADS_OUT, NO_FILE, ODD_NAME, why_unreadable
from tests.engine.test_sources import is_link_refused


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (LEADS_OUT, "a link on this path leads out"),
        (NO_FILE, "this is no file"),
        (ODD_NAME, "this file's name has characters"),
    ],
)
def test_a_marked_name_is_given_back_bare_with_its_reason(mark: str, said: str) -> None:
    reason = why_unreadable(f"name.md{mark}")
    assert reason is not None
    name, headline, hint = reason
    assert name == "name.md"
    assert headline.startswith(said)
    assert hint


@pytest.mark.parametrize("name", ["name.md", "folder/", "@", "|", "a@"])
def test_another_name_is_readable(name: str) -> None:
    assert why_unreadable(name) is None


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
@pytest.mark.parametrize("name", [b"a\x1fb", b"a\nb", b"\xff"])
def test_a_file_name_that_cannot_be_used_spoils_no_other(tmp_path: Path, name: bytes) -> None:
    (tmp_path / os.fsdecode(name)).touch()
    (tmp_path / "good.md").touch()
    listing = Sources({"folder": tmp_path}, {}).read(("folder", "")).value
    assert listing == (f"{os.fsdecode(name)!a}{ODD_NAME}", "good.md")


def test_a_link_to_itself_spoils_no_other_file(tmp_path: Path) -> None:
    if is_link_refused(tmp_path / "loop.md", Path("loop.md")):
        pytest.skip("no links here")
    (tmp_path / "good.md").touch()
    assert Sources({"folder": tmp_path}, {}).read(("folder", "")).value == ("good.md", f"loop.md{NO_FILE}")
