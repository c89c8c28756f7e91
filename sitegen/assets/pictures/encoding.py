"""Pictures decoded and encoded, with Pillow: upright, without what cameras write into them, the same bytes each time.

Whatever the bytes are, `read_image` answers with facts or a problem.
"""

import re
import warnings
from hashlib import blake2b
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sitegen.assets import safe_xml
from sitegen.assets.pictures.metadata import without_metadata
from sitegen.assets.pictures.variants import MOST_PIXELS_A_SIDE, WEB_ENDINGS, can_be_shown
from sitegen.assets.unfit_files import describe
from sitegen.assets.unreadable import UnreadableError
from sitegen.errors import Location, Problem, Severity
from sitegen.model import ImageFacts, ImageFormat

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 60_000_000
"""A picture with more pixels is refused: it would take a gigabyte to open, and no page shows so many."""

_FORMATS: dict[str, ImageFormat] = {
    "AVIF": "avif",
    "BMP": "bmp",
    "GIF": "gif",
    "JPEG": "jpeg",
    "MPO": "jpeg",
    "PNG": "png",
    "TIFF": "tiff",
    "WEBP": "webp",
}
_ENCODERS: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", {"quality": 56, "speed": 8, "max_threads": 1, "autotiling": False, "codec": "aom"}),
    "webp": ("WEBP", {"quality": 76, "method": 4}),
    "jpg": ("JPEG", {"quality": 78, "optimize": True, "progressive": True}),
    "png": ("PNG", {"compress_level": 9}),
}
_SCHEME = repr(_ENCODERS).encode()
_NUMBER = re.compile(r"\s*(\d*\.?\d+)\s*(?:px)?\s*")
_OPENED = tuple(name for name in _FORMATS if name != "MPO")
"""Pillow names a JPEG with further pictures in it, as telephones make them, MPO, and opens it with JPEG."""

_MOVING = frozenset({"AVIF", "GIF", "PNG", "WEBP"})
_SIXTEEN_BITS = 65_535
_SAVE_AGAIN = "save it again as JPEG or PNG, and put that file in its place"
_ENDINGS = {"avif": "AVIF", "gif": "GIF", "jpeg": "JPEG", "jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
_ENDINGS |= {"bmp": "BMP", "jfif": "JPEG", "jpe": "JPEG", "tif": "TIFF", "tiff": "TIFF"}


def read_image(path: str, data: bytes) -> tuple[ImageFacts | None, tuple[Problem, ...]]:
    """Return the facts of a picture, None if it cannot be shown, and its problems; `path` is the one they name."""
    name = path.rpartition("/")[2]
    if name.lower().endswith(".svg"):
        return _drawing(path, name, data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _photo(name, data), ()
    except _TooLargeError as error:
        why, hint = f"it has {error.width} x {error.height} pixels", "make it smaller: 2880 pixels is wide enough"
    except _TooTallError as error:
        why = f"with {error.width} x {error.height} pixels it is too tall for any format that every browser knows"
        hint = f"cut it into pieces of at most {MOST_PIXELS_A_SIDE['webp']:,} pixels each"
    except Exception as error:  # noqa: BLE001 - whatever a library meets in bytes that anybody may have made
        why, hint = _why(error, name, data), _SAVE_AGAIN
    return None, (_problem(path, f'the picture "{name}" cannot be shown: {why}', hint),)


def encode(data: bytes, width: int, format_: str) -> bytes:
    """Encode one variant of a picture that `read_image` accepted: `width` in pixels, `format_` a file extension."""
    from PIL.Image import Resampling

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = _upright(_open(data))
    mode = "RGBA" if _has_alpha(image) and format_ != "jpg" else "RGB"
    image = _in_srgb(image, mode)
    height = max(1, round(image.height * width / image.width))  # as variants.height_of has it
    if image.size != (width, height):
        image = image.resize((width, height), Resampling.LANCZOS, reducing_gap=3.0)
    name, options = _ENCODERS[format_]
    made = BytesIO()
    image.save(made, name, **options)
    return made.getvalue()


class _TooTallError(Exception):
    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        super().__init__()


class _TooLargeError(Exception):
    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        super().__init__()


def _photo(name: str, data: bytes) -> ImageFacts:
    image = _open(data)
    if image.width * image.height > MOST_PIXELS:
        raise _TooLargeError(image.width, image.height)
    has_notes = without_metadata(data) != data
    digest = blake2b(_SCHEME + data, digest_size=5).hexdigest()
    is_moving = image.format in _MOVING and getattr(image, "is_animated", False)
    is_for_print, made_as = image.mode == "CMYK", image.format or ""
    upright = _upright(image)
    has_notes = has_notes or bool(image.getexif())
    is_for_web = name.lower().endswith(WEB_ENDINGS) and made_as not in {"BMP", "TIFF"} and not is_for_print
    format_ = "gif" if is_moving else _FORMATS[made_as]
    facts = ImageFacts(
        format=format_,
        width=upright.width,
        height=upright.height,
        has_alpha=_has_alpha(upright),
        variants_only=not is_moving and (has_notes or not is_for_web) and format_ != "gif",
        digest=digest,
    )
    if not can_be_shown(facts):
        raise _TooTallError(facts.width, facts.height)
    return facts


def _open(data: bytes) -> "Image":
    from PIL import Image

    return Image.open(BytesIO(data), formats=_OPENED)


def _upright(image: "Image") -> "Image":
    """Decode a picture, turned upright, in eight bits a color."""
    from PIL import ImageOps

    image.load()
    return _in_eight_bits(ImageOps.exif_transpose(image))


def _in_eight_bits(image: "Image") -> "Image":
    """Convert grays of more than eight bits, which Pillow would cut off at 255, and the colors of Lab."""
    if image.mode == "LAB":
        from PIL import ImageCms

        lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, lab, srgb, outputMode="RGB") or image
    if image.mode != "F" and not image.mode.startswith("I"):
        return image
    numbers = image.convert("F")
    most = float(numbers.getextrema()[1])  # type: ignore[arg-type]
    if image.mode == "F":
        most = max(most, 1.0)
    elif image.mode != "I" or most <= _SIXTEEN_BITS:
        most = _SIXTEEN_BITS
    scale = 255 / most
    return numbers.point(lambda value: value * scale + 0.5).convert("L")


def _has_alpha(image: "Image") -> bool:
    """Return whether any part of a picture is transparent."""
    if not image.has_transparency_data:
        return False
    low, _ = image.convert("RGBA").getchannel("A").getextrema()
    return low != 255  # noqa: PLR2004 - seen through nowhere


def _in_srgb(image: "Image", mode: str) -> "Image":
    """Convert a picture to sRGB, and drop its profile and metadata."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "RGBA", "L"}:
        from PIL import ImageCms

        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            out = "RGBA" if image.mode == "RGBA" else "RGB"
            image = ImageCms.profileToProfile(image, own, srgb, outputMode=out) or image
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass  # a profile that cannot be read says nothing
    plain = image.convert(mode)
    plain.info.clear()
    return plain


def _drawing(path: str, name: str, data: bytes) -> tuple[ImageFacts | None, tuple[Problem, ...]]:
    """Return the facts of a drawing, its size from its root element; it is shown as it is."""
    try:
        attributes = safe_xml.first_element(data, "svg")
    except UnreadableError:
        headline = f'the picture "{name}" cannot be shown: it is no SVG drawing'
        return None, (_problem(path, headline, "export it again as SVG, or correct the end of its name"),)
    width, height = _size(attributes)
    facts = ImageFacts(
        format="svg", width=width, height=height, has_alpha=True, digest=blake2b(data, digest_size=5).hexdigest()
    )
    if width and height:
        return facts, ()
    headline = f'the picture "{name}" does not say how large it is, so the page jumps when it comes'
    return facts, (_problem(path, headline, "export it again with a viewBox", "warning"),)


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    sides = box[2:] if len(box) == 4 else [attributes.get("width", ""), attributes.get("height", "")]  # noqa: PLR2004
    numbers = [_NUMBER.fullmatch(side) for side in sides]
    width, height = (min(round(float(one[1])), 100_000) if one else 0 for one in numbers)
    return (width, height) if width and height else (0, 0)


def _why(error: Exception, name: str, data: bytes) -> str:
    from PIL import Image, UnidentifiedImageError

    if isinstance(error, Image.DecompressionBombError):
        return "it has far too many pixels"
    if isinstance(error, UnidentifiedImageError):
        ending = name.rpartition(".")[2].lower()
        if what := describe(data):
            return f"it is not a {_ENDINGS.get(ending, 'picture')} file but {what}"
        return f"it is not a {_ENDINGS.get(ending, 'picture')} file, or damaged"
    return "it is damaged or not complete"


def _problem(path: str, headline: str, hint: str, severity: Severity = "error") -> Problem:
    return Problem(location=Location(path), headline=headline, hint=hint, kind="AssetError", severity=severity)
