"""Published pictures say nothing of cameras, places and people, and show the same as before."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from sitegen.assets.pictures.metadata import without_metadata
from sitegen.assets.unreadable import UnreadableError

SECRET = b"Secret"
SIXTH = 6
"""Turned by a quarter, in the words of Exif."""


def exif(turn: int) -> bytes:
    data = Image.Exif()
    data[0x0112], data[0x010F], data[0x8298] = turn, "Secret Camera", "Secret Owner"
    data.get_ifd(0x8825).update({1: "N", 2: (37.0, 48.0, 30.0), 29: "Secret Day"})
    return data.tobytes()


def picture(format_: str, turn: int = SIXTH, size: tuple[int, int] = (24, 16), **options: Any) -> bytes:
    made = BytesIO()
    mode = "P" if format_ == "GIF" else "RGBA" if format_ == "PNG" else "RGB"
    image = Image.radial_gradient("L").resize(size).convert(mode)
    if format_ == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Author", "Secret", zip=False)
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", "Secret")
    else:
        options |= {"comment": SECRET, "xmp": b"<x:xmpmeta>Secret</x:xmpmeta>"}
    if format_ == "GIF":
        image.save(made, "GIF", save_all=True, append_images=[image.rotate(90)], loop=0, comment=SECRET)
    else:
        image.save(made, format_, exif=exif(turn), **options)
    return made.getvalue()


def pixels(data: bytes) -> list[bytes]:
    image = Image.open(BytesIO(data))
    frames = []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        frames.append(image.convert("RGBA").tobytes())
    return frames


PICTURES = {
    "jpeg": picture("JPEG"),
    "progressive": picture("JPEG", progressive=True),
    "profile": picture("JPEG", icc_profile=b"a profile"),
    "png": picture("PNG"),
    "webp": picture("WEBP"),
    "lossless": picture("WEBP", lossless=True),
    "avif": picture("AVIF"),
    "gif": picture("GIF"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_says_nothing_of_its_maker_and_shows_the_same(name: str) -> None:
    data = PICTURES[name]
    clean = without_metadata(data)
    assert SECRET in data
    assert SECRET not in clean
    assert pixels(clean) == pixels(data)
    assert without_metadata(clean) == clean
    image = Image.open(BytesIO(clean))
    assert not any(image.info.get(note, b"").strip(b"\0") for note in ("comment", "xmp", "photoshop", "Author"))
    assert not image.getexif().get_ifd(0x8825)


@pytest.mark.parametrize("name", ["jpeg", "progressive", "png", "webp"])
def test_a_turned_picture_stays_turned_and_an_upright_one_says_nothing(name: str) -> None:
    assert dict(Image.open(BytesIO(without_metadata(PICTURES[name]))).getexif()) == {0x0112: SIXTH}
    format_ = {"progressive": "JPEG"}.get(name, name.upper())
    assert "exif" not in Image.open(BytesIO(without_metadata(picture(format_, 1)))).info


def test_a_profile_of_colors_stays() -> None:
    assert Image.open(BytesIO(without_metadata(PICTURES["profile"]))).info["icc_profile"] == b"a profile"


def test_a_picture_that_moves_goes_on_moving() -> None:
    before, after = (Image.open(BytesIO(data)) for data in (PICTURES["gif"], without_metadata(PICTURES["gif"])))
    assert after.info["loop"] == before.info["loop"] == 0
    assert getattr(after, "n_frames", 1) == 2


@pytest.mark.parametrize("name", ["jpeg", "png"])
def test_what_follows_the_end_of_a_picture_is_left_out(name: str) -> None:
    assert without_metadata(PICTURES[name] + b"Secret film") == without_metadata(PICTURES[name])


def test_chunks_of_programs_are_left_out() -> None:
    data = PICTURES["png"]
    body = b"prVtSecret"
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    assert without_metadata(data[:33] + chunk + data[33:]) == without_metadata(data)


def test_notes_of_a_film_are_overwritten_in_their_place() -> None:
    def box(kind: bytes, *parts: bytes) -> bytes:
        body = b"".join(parts)
        return struct.pack(">I", len(body) + 8) + kind + body

    udta = box(b"udta", box(b"\xa9xyz", b"+37.8-122.4 Secret"))
    film = box(b"ftyp", b"isom") + box(b"moov", box(b"trak", udta), udta, box(b"meta", SECRET)) + box(b"mdat", b"Sec")
    clean = without_metadata(film + box(b"uuid", SECRET))
    assert SECRET not in clean
    assert b"122.4" not in clean
    assert len(clean) == len(film) + 14
    assert clean.endswith(box(b"mdat", b"Sec") + box(b"free", bytes(6)))


@pytest.mark.parametrize("name", PICTURES)
def test_a_file_that_is_cut_short_is_refused_or_says_nothing(name: str) -> None:
    data = PICTURES[name]
    for end in range(len(data)):
        try:
            clean = without_metadata(data[:end])
        except UnreadableError:
            continue
        assert SECRET not in clean


@given(st.binary(max_size=200), st.sampled_from([b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\0\0\0\x08ftyp"]))
def test_any_bytes_have_an_end(data: bytes, start: bytes) -> None:
    try:
        without_metadata(start + data)
    except UnreadableError:
        return
