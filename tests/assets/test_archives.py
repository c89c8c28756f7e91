"""ZIP archives whose bytes depend on what is in them alone."""

import io
import zipfile

import pytest

from sitegen.assets.archives import archive, archive_names, archive_size

FILES = {"a.pdf": b"one", "b/\u00e9.docx": b"two" * 1000, "empty": b""}


def test_an_archive_holds_its_files_in_order_as_they_are() -> None:
    with zipfile.ZipFile(io.BytesIO(archive(FILES))) as opened:
        assert opened.testzip() is None
        assert {info.filename: opened.read(info) for info in opened.infolist()} == FILES
        assert opened.namelist() == list(FILES)


def test_nothing_in_it_depends_on_the_machine_or_the_day() -> None:
    with zipfile.ZipFile(io.BytesIO(archive(FILES))) as opened:
        facts = {
            (info.date_time, info.compress_type, info.create_system, info.external_attr, info.extra)
            for info in opened.infolist()
        }
    assert facts == {((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, 3, 0o100644 << 16, b"")}


@pytest.mark.parametrize("count", range(len(FILES) + 1))
def test_its_size_is_known_before_it_is_made(count: int) -> None:
    some = dict(list(FILES.items())[:count])
    assert archive_size({name: len(data) for name, data in some.items()}) == len(archive(some))


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["downloads/a.pdf", "downloads/b.pdf"], ["a.pdf", "b.pdf"]),
        (["downloads/a.pdf", "downloads/a.pdf"], ["a.pdf"]),
        (["downloads/a.pdf", "downloads/old/A.PDF"], ["a.pdf", "downloads-old-A.PDF"]),
        ([], []),
    ],
)
def test_each_file_has_a_name_of_its_own(paths: list[str], names: list[str]) -> None:
    assert list(archive_names(paths).values()) == names
