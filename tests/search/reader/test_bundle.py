"""The bundle: all files in one, where they are small enough."""

import json
from collections.abc import Iterator

from sitegen.search.reader.bundle import bundle_file

FILES = [("0a1b2c3d4e", b"caf\xc3\xa9"), ("cards/0.0a1b2c", b'["\\n"]')]


def test_it_has_the_name_of_the_table_and_each_file_as_a_text() -> None:
    made = json.loads(bundle_file("0a1b2c3d4e", FILES, 100))
    assert made == {"table": "0a1b2c3d4e", "files": {"0a1b2c3d4e": "caf\u00e9", "cards/0.0a1b2c": '["\\n"]'}}


def test_bytes_are_counted_before_packing_and_the_limit_is_allowed() -> None:
    size = sum(len(data) for _, data in FILES)
    assert bundle_file("0a1b2c3d4e", FILES, size)
    assert bundle_file("0a1b2c3d4e", FILES, size - 1) == b""
    assert bundle_file("0a1b2c3d4e", FILES, 0) == b""


def test_nothing_is_asked_for_beyond_the_limit() -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "one", b"12345"
        yield "two", b"12345"
        raise AssertionError

    assert bundle_file("one", files(), 9) == b""
