"""Pictures decoded and encoded."""

import io
import warnings
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from sitegen.assets.pictures import variants
from sitegen.assets.pictures.encoding import encode, read_image
from sitegen.errors import Problem
from sitegen.model import ImageFacts

ORIENTATION, LATITUDE = 0x0112, 0x8825


def made(format_: str = "JPEG", size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: Any) -> bytes:
    """Return a picture: left half red, right half blue."""
    image = Image.new(mode, size, "red" if mode != "L" else 90)
    if mode != "L":
        image.paste("blue", (size[0] // 2, 0, *size))
    data = io.BytesIO()
    image.save(data, format_, **options)
    return data.getvalue()


def facts(data: bytes, name: str = "a.jpg") -> ImageFacts:
    """Return the facts of a picture that is in order."""
    image, problems = read_image(f"static/images/{name}", data)
    assert problems == ()
    assert image
    return image


def shown(data: bytes, width: int = 40, format_: str = "png") -> Image.Image:
    """Return a variant, opened."""
    image = Image.open(io.BytesIO(encode(data, width, format_)))
    image.load()
    return image


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_size_and_format_are_read(format_: str) -> None:
    image = facts(made(format_))
    assert (image.format, image.width, image.height, image.has_alpha) == (format_.lower(), 40, 20, False)
    assert len(image.digest) == 10


def test_what_is_seen_through_is_known_by_its_pixels() -> None:
    half = Image.new("RGBA", (2, 1), (255, 0, 0, 255))
    data = io.BytesIO()
    half.save(data, "PNG")
    assert not facts(data.getvalue(), "a.png").has_alpha
    half.putpixel((0, 0), (255, 0, 0, 99))
    data = io.BytesIO()
    half.save(data, "PNG")
    assert facts(data.getvalue(), "a.png").has_alpha


def test_a_moving_picture_is_told_from_others() -> None:
    data = io.BytesIO()
    frames = [Image.new("P", (4, 4), colour) for colour in (0, 1)]
    frames[0].save(data, "GIF", save_all=True, append_images=frames[1:])
    assert facts(data.getvalue(), "a.gif").format == "gif"


@pytest.mark.parametrize("format_", ["avif", "webp", "jpg", "png"])
def test_a_variant_has_its_width_and_format_and_nothing_that_a_camera_wrote(format_: str) -> None:
    exif = Image.Exif()
    exif[LATITUDE] = {1: "N"}
    exif[0x010F] = "A camera"
    image = shown(made(exif=exif, comment=b"Jane's phone"), 20, format_)
    assert image.size == (20, 10)
    assert image.format == variants.TYPES[format_].removeprefix("image/").upper()
    assert dict(image.getexif()) == {}
    assert not {"comment", "icc_profile", "xmp"} & image.info.keys()


@pytest.mark.parametrize(("orientation", "corner"), [(1, "red"), (3, "blue"), (6, "red"), (8, "blue")])
def test_a_picture_is_turned_as_the_camera_was_held(orientation: int, corner: str) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    data = made(exif=exif, quality=95)
    image = facts(data)
    assert (image.width, image.height) == ((40, 20) if orientation in (1, 3) else (20, 40))
    red, _, blue = shown(data, image.width).convert("RGB").getpixel((1, 1))  # type: ignore[misc]
    assert ("red" if red > blue else "blue") == corner


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = made(size=(90, 60))
    for format_ in ("avif", "webp", "jpg", "png"):
        assert encode(data, 45, format_) == encode(data, 45, format_)


def test_other_bytes_have_another_digest() -> None:
    assert facts(made(quality=80)).digest != facts(made(quality=81)).digest


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "RGBA", "1"])
def test_every_sort_of_colours_can_be_shown(mode: str) -> None:
    format_ = "JPEG" if mode == "CMYK" else "PNG"
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "red").convert(mode).save(data, format_)
    for ending in ("avif", "webp", "jpg", "png"):
        assert shown(data.getvalue(), 8, ending).size == (8, 8)


def test_a_profile_of_colours_is_taken_into_account_and_left_out() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = shown(made("PNG", icc_profile=profile))
    assert "icc_profile" not in image.info
    assert image.convert("RGB").getpixel((1, 1)) in {(254, 0, 0), (255, 0, 0)}


def test_a_profile_that_cannot_be_read_says_nothing() -> None:
    assert shown(made("PNG", icc_profile=b"nonsense")).size == (40, 20)


# -- drawings


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 30 20"', (30, 20)),
        ('viewBox="0,0,30.4,19.6" width="3" height="2"', (30, 20)),
        ('width="30px" height="20"', (30, 20)),
    ],
)
def test_a_drawing_has_the_size_of_its_view_box(attributes: str, size: tuple[int, int]) -> None:
    drawing = f'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" {attributes}><path/></svg>'
    image = facts(drawing.encode(), "a.svg")
    assert (image.format, image.width, image.height) == ("svg", *size)


@pytest.mark.parametrize("attributes", ["", 'width="50%" height="50%"', 'viewBox="0 0 x y"', 'viewBox="0 0 0 9"'])
def test_a_drawing_without_a_size_is_a_warning(attributes: str) -> None:
    image, (problem,) = read_image("static/a.svg", f"<svg {attributes}/>".encode())
    assert image
    assert (image.width, image.height) == (0, 0)
    assert not problem.is_error


# -- any bytes

PNG = made("PNG")


@given(
    data=st.one_of(
        st.binary(max_size=100),
        st.binary(max_size=60).map(lambda bits: PNG[:8] + bits),
        st.builds(lambda at, bits: PNG[:at] + bits + PNG[at + len(bits) :], st.integers(0, 99), st.binary(max_size=9)),
        st.integers(0, 200).map(lambda end: made()[:end]),
    ),
    name=st.sampled_from(["a.png", "a.jpg", "a.svg", "a.webp"]),
)
def test_any_bytes_give_a_picture_that_can_be_made_or_a_problem(data: bytes, name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        image, problems = read_image(f"static/{name}", data)
        assert image is not None or is_error(problems)
        if image and image.format != "svg":
            for variant in variants.variants_of(image):
                assert encode(data, variant.width, variant.format)


def is_error(problems: tuple[Problem, ...]) -> bool:
    (problem,) = problems
    return problem.is_error and problem.kind == "AssetError" and bool(problem.hint)


@pytest.mark.parametrize("size", [(40, 17_000), (70_000, 1), (2, 32_768), (2, 65_500)])
def test_every_variant_of_a_long_picture_can_be_made(size: tuple[int, int]) -> None:
    data = made("PNG", size)
    known = facts(data, "a.png")
    for variant in variants.variants_of(known):
        with Image.open(io.BytesIO(encode(data, variant.width, variant.format))) as image:
            assert image.width == variant.width


def test_a_picture_that_is_too_tall_for_every_browser_is_told() -> None:
    image, (problem,) = read_image("static/images/a.png", made("PNG", (2, 70_000)))
    assert image is None
    words = "with 2 x 70000 pixels it is too tall for any format that every browser knows"
    assert problem.headline == f'the picture "a.png" cannot be shown: {words}'
    assert problem.hint == "cut it into pieces of at most 16,383 pixels each"


@pytest.mark.parametrize(
    ("format_", "name"), [("TIFF", "a.tif"), ("BMP", "a.bmp"), ("JPEG", "a.jfif"), ("TIFF", "a.jpg")]
)
def test_a_picture_that_not_every_browser_shows_is_shown_in_the_usual_variants(format_: str, name: str) -> None:
    data = made(format_)
    picture = facts(data, name)
    assert (picture.width, picture.height, picture.variants_only) == (40, 20, True)
    for variant in variants.all_variants(picture):
        image = shown(data, variant.width, variant.format).convert("RGB")
        red, _, blue = image.getpixel((1, 1))  # type: ignore[misc]
        assert (red > 200, blue < 60) == (True, True)


@pytest.mark.parametrize("format_", ["PNG", "TIFF"])
@pytest.mark.parametrize(("gray", "light"), [(0, 0), (0x4000, 64), (0x8000, 128), (0xFFFF, 255)])
def test_a_gray_of_sixteen_bits_is_as_light_as_it_says(format_: str, gray: int, light: int) -> None:
    data = io.BytesIO()
    Image.new("I;16", (8, 8), gray).save(data, format_)
    image = facts(data.getvalue(), f"a.{format_.lower()}")
    assert not image.has_alpha
    red, green, blue = shown(data.getvalue(), 8).convert("RGB").getpixel((3, 3))  # type: ignore[misc]
    assert red == green == blue
    assert abs(red - light) <= 1


@pytest.mark.parametrize(("mode", "color"), [("F", 1.0), ("LAB", (255, 128, 128))])
def test_odd_modes_of_tiff_are_shown(mode: str, color: Any) -> None:
    data = io.BytesIO()
    Image.new(mode, (8, 8), color).save(data, "TIFF")
    assert facts(data.getvalue(), "a.tif").variants_only
    assert min(shown(data.getvalue(), 8).convert("RGB").getpixel((3, 3))) > 250  # type: ignore[arg-type]


def test_cmyk_is_shown_in_its_colors_and_not_published_itself() -> None:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "red").convert("CMYK").save(data, "JPEG")
    assert facts(data.getvalue()).variants_only
    red, green, blue = shown(data.getvalue(), 8).convert("RGB").getpixel((3, 3))  # type: ignore[misc]
    assert (red > 200, max(green, blue) < 60) == (True, True)


def test_a_photo_with_a_second_picture_behind_it_is_one_picture() -> None:
    data = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(data, "MPO", save_all=True, append_images=[Image.new("RGB", (40, 20))])
    image = facts(data.getvalue())
    assert (image.format, image.variants_only) == ("jpeg", True)
    assert shown(data.getvalue(), 40).size == (40, 20)


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_with_camera_data_is_published_as_variants_only(format_: str) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 3
    assert facts(made(format_, exif=exif), f"a.{format_.lower()}").variants_only
    assert not facts(made(format_), f"a.{format_.lower()}").variants_only
