"""The icons of the installed site: the team-level ladder, drawn in the sizes and shapes that systems ask for.

They are the drawing of static/icons/favicon.svg, which systems cannot show everywhere, and hold nothing but pixels.
"""

from io import BytesIO

SIDES = (192, 512)
"""The sides in pixels that browsers want before they install a site. Source: web.dev, "Add a web app manifest"."""

_BACKGROUND, _GOLD = (11, 74, 82), (240, 171, 79)
_GRID = 32
_CORNER = 4
_STEPS = ((4, 22), (9, 18), (14, 14), (19, 10), (24, 5))
"""Left edge and top of each step, in a square of 32; each is 4 wide, and ends at 27."""

_STEP, _FOOT = 4, 27
_SAFE = 0.64
"""How much of a side the ladder may take where systems cut icons to a circle. Source: W3C, "Icon masks"."""


def app_icon(side: int, *, is_maskable: bool = False) -> bytes:
    """Draw the icon as PNG; one that is maskable fills its square, with the ladder small enough for any shape."""
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (side, side), (*_BACKGROUND, 255 if is_maskable else 0))
    draw = ImageDraw.Draw(image)
    unit = side / _GRID
    if not is_maskable:
        draw.rounded_rectangle((0, 0, side - 1, side - 1), _CORNER * unit, fill=_BACKGROUND)
    scale = _SAFE if is_maskable else 1.0
    middle = _GRID / 2

    def pixel(at: float) -> int:
        return round((middle + (at - middle) * scale) * unit)

    for left, top in _STEPS:
        draw.rectangle((pixel(left), pixel(top), pixel(left + _STEP) - 1, pixel(_FOOT) - 1), fill=_GOLD)
    data = BytesIO()
    image.save(data, "PNG", optimize=True)
    return data.getvalue()
