"""Blocks, names of shards, and packed bytes."""

import zlib

from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.reader.payloads import name_shards, pack, write_block


def test_blocks_leave_places_for_ids_that_are_not_there() -> None:
    assert write_block([(9, "a"), (11, "b")], 8) == b'[null,"a",null,"b"]'


def test_shards_with_the_same_digest_get_other_names() -> None:
    whole = bytes(range(16))
    names = [place.name for place in name_shards([("a", "", 0, whole), ("b", "", 1, whole)])]
    assert names == ["00010203", "01020304"]


def test_packed_bytes_name_no_time_and_no_system() -> None:
    assert pack(b"text")[:10].hex() == "1f8b08000000000002ff"


@given(st.binary(max_size=300))
def test_packed_bytes_come_out_as_they_went_in(data: bytes) -> None:
    assert zlib.decompress(pack(data), 31) == data
    assert zlib.decompress(pack(data, lines=True), 31) == data
