"""Pictures: which variants there are, what they are called, how a page names them."""

import pytest

from sitegen.assets.pictures import variants
from sitegen.assets.pictures.variants import Picture, Source, Variant
from sitegen.model import ImageFacts, ImageFormat

SMALL = ImageFacts(format="png", width=300, height=200, digest="0123456789")


def facts(width: int, format_: ImageFormat = "jpeg", *, has_alpha: bool = False) -> ImageFacts:
    return ImageFacts(format=format_, width=width, height=width // 2, has_alpha=has_alpha, digest="0123456789")


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1, (1,)),
        (300, (300,)),
        (400, (400,)),
        (504, (360, 504)),
        (900, (360, 900)),
        (1080, (360, 720, 1080)),
        (1440, (360, 720, 1440)),
        (6000, (360, 720, 1440)),
    ],
)
def test_a_picture_is_never_made_larger_and_no_two_widths_are_near(width: int, widths: tuple[int, ...]) -> None:
    assert variants.widths_of(facts(width)) == widths


def test_what_is_seen_through_stays_so() -> None:
    assert variants.formats_of(facts(9)) == ("avif", "webp", "jpg")
    assert variants.formats_of(facts(9, has_alpha=True)) == ("avif", "webp", "png")


@pytest.mark.parametrize("format_", ["svg", "gif"])
def test_drawings_and_moving_pictures_are_shown_as_they_are(format_: ImageFormat) -> None:
    drawing = facts(900, format_)
    assert list(variants.variants_of(drawing)) == []
    assert variants.picture_of("images/a.svg", drawing, "/lmp", "/lmp/images/a.svg") == Picture(
        src="/lmp/images/a.svg", width=900, height=450
    )


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("images/a.jpg", "assets/images/a-300.0123456789.avif"),
        ("images/teams/our team.v2.png", "assets/images/teams/our team.v2-300.0123456789.avif"),
        ("downloads/images/a.png", "assets/images/downloads/images/a-300.0123456789.avif"),
    ],
)
def test_a_variant_has_a_place_of_its_own(path: str, place: str) -> None:
    assert variants.variant_path(path, SMALL, Variant(300, "avif")) == place


def test_a_page_names_every_variant_and_the_size() -> None:
    start = "/lmp/assets/images/our%20team"
    assert variants.picture_of("images/our team.jpg", facts(1000), "/lmp", "/lmp/images/our%20team.jpg") == Picture(
        src=f"{start}-1000.0123456789.jpg",
        width=1000,
        height=500,
        srcset=f"{start}-360.0123456789.jpg 360w, {start}-1000.0123456789.jpg 1000w",
        sources=tuple(
            Source(
                f"image/{name}",
                f"{start}-360.0123456789.{name} 360w, {start}-1000.0123456789.{name} 1000w",
            )
            for name in ("avif", "webp")
        ),
    )


@pytest.mark.parametrize(("name", "is_one"), [("a.JPG", True), ("a.svg", True), ("a.pdf", False), ("jpg", False)])
def test_pictures_are_known_by_their_names(name: str, *, is_one: bool) -> None:
    assert variants.is_image(name) == is_one


@pytest.mark.parametrize(("width", "usual"), [(1079, 1079), (1080, 1080), (1081, 720)])
def test_a_page_shows_the_largest_variant_of_up_to_1080_pixels_where_there_is_no_choice(width: int, usual: int) -> None:
    picture = variants.picture_of("images/a.jpg", facts(width), "", "/images/a.jpg")
    assert picture.src == f"/assets/images/a-{usual}.0123456789.jpg"


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (800, 17_000, ["avif-360", "avif-800", "jpg-360", "jpg-800", "webp-360"]),
        (800, 16_383, ["avif-360", "avif-800", "jpg-360", "jpg-800", "webp-360", "webp-800"]),
        (70_000, 1, [f"{name}-{width}" for name in ("avif", "jpg", "webp") for width in (1440, 360, 720)]),
        (300, 32_768, ["avif-300", "jpg-300"]),
        (300, 65_500, ["jpg-300"]),
        (300, 65_501, []),
        (1, 70_000, []),
    ],
)
def test_a_variant_that_its_format_cannot_hold_is_not_made(width: int, height: int, expected: list[str]) -> None:
    tall = ImageFacts(format="jpeg", width=width, height=height)
    assert sorted(f"{one.format}-{one.width}" for one in variants.variants_of(tall)) == expected
    assert variants.can_be_shown(tall) == any("jpg" in name for name in expected)


def test_a_page_names_no_format_in_which_a_tall_picture_cannot_be() -> None:
    tall = ImageFacts(format="jpeg", width=300, height=30_000, digest="0123456789")
    shown = variants.picture_of("images/a.jpg", tall, "", "/images/a.jpg")
    assert [source.type for source in shown.sources] == ["image/avif"]
    assert shown.src.endswith("a-300.0123456789.jpg")


@pytest.mark.parametrize(
    ("width", "height", "full"),
    [
        (300, 200, 300),
        (2000, 1000, 2000),
        (2560, 100, 2560),
        (6000, 3000, 2560),
        (4000, 6000, 1706),
        (300, 16_000, 300),
    ],
)
def test_what_stands_for_a_file_itself_has_up_to_2560_pixels_a_side(width: int, height: int, full: int) -> None:
    private = ImageFacts(format="jpeg", width=width, height=height, variants_only=True)
    assert variants.full_variant(private) == Variant(full, "jpg")
    assert variants.full_variant(private) in variants.all_variants(private)
    assert len(set(variants.all_variants(private))) == len(variants.all_variants(private))


def test_a_file_that_is_published_itself_needs_no_full_variant() -> None:
    assert variants.all_variants(facts(6000)) == tuple(variants.variants_of(facts(6000)))
