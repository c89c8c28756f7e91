# ruff: noqa: INP001
"""Make the two files of the text font that pages load from the whole one: python docs/samples/make_fonts.py.

It needs the packages of requirements.txt. Pages load the first file, with the letters of English; browsers ask for the
second where a page has others of Western Europe. The whole font stays, for pictures that go along with links.
"""

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
WHOLE = FONTS / "atkinson-hyperlegible-next.woff2"
WEIGHTS = (400, 750)
"""Weights above would cost a third more, for the font has a drawing of its own for the heaviest."""

ENGLISH = {*range(0x20, 0x7F), *map(ord, "\u00a0\u00b7\u00d7\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026")}
"""What the texts of the site are written in; `unicode-range` in static/css/15-fonts.css says the same."""


def main() -> None:
    """Write both files, and say how large they are."""
    every = set(TTFont(WHOLE).getBestCmap())
    for ending, characters in (("english", ENGLISH), ("more", every - ENGLISH)):
        path = WHOLE.with_stem(f"{WHOLE.stem}-{ending}")
        write_part(path, characters)
        print(path.name, path.stat().st_size)  # noqa: T201


def write_part(path: Path, characters: set[int]) -> None:
    """Write the font with some of its characters, in the weights that the styles use."""
    font = TTFont(WHOLE, recalcTimestamp=False)
    options = Options()
    options.layout_features = ["kern", "tnum"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"wght": WEIGHTS})
    font.flavor = "woff2"
    font.save(path)


if __name__ == "__main__":
    main()
