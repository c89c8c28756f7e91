# ruff: noqa: INP001
"""Make a small picture of the first page of each tool's first download: python docs/samples/make_previews.py.

It needs pdftoppm (poppler), LibreOffice for slides and Word files, and the packages of requirements.txt. The pictures
go to static/images/previews/, each by the name of its tool.
"""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parents[2]
PREVIEWS = ROOT / "static" / "images" / "previews"
WIDE, EDGE = 480, "#c9c4b6"
INKS = (
    *("ffffff", "e8f1f1", "1b2733", "8d939a", "0b5d66", "5d9399", "aecbce", "b45309", "dbab88"),
    *("55534a", "aaa9a4", "8b8778", "b9b4a6", "c9c4b6", "e2dfd7", "d3dcdf"),
)
FIRST = re.compile(r"^\s+- file: (downloads/\S+)$", re.MULTILINE)


def main() -> None:
    """Draw a preview for every tool that has a file to download."""
    PREVIEWS.mkdir(parents=True, exist_ok=True)
    for page in sorted((ROOT / "content" / "tools").glob("*.md")):
        match = FIRST.search(page.read_text(encoding="utf-8"))
        if match:
            _preview(ROOT / "static" / match[1], PREVIEWS / f"{page.stem}.png")


def _preview(download: Path, picture: Path) -> None:
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        if download.suffix != ".pdf":
            _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", room, str(download))
            download = folder / f"{download.stem}.pdf"
        _run(
            "pdftoppm", "-png", "-f", "1", "-singlefile", "-scale-to-x", str(2 * WIDE), "-scale-to-y", "-1",
            str(download), str(folder / "page"),
        )  # fmt: skip
        with Image.open(folder / "page.png") as page:
            tall = round(page.height * WIDE / page.width)
            small = page.convert("RGB").resize((WIDE - 2, tall - 2), Image.Resampling.LANCZOS)
    framed = ImageOps.expand(small, 1, EDGE)
    inks = Image.new("P", (1, 1))
    inks.putpalette(bytes.fromhex("".join(INKS)))
    framed.quantize(palette=inks, dither=Image.Dither.NONE).save(picture, bits=4, optimize=True)


def _run(program: str, *arguments: str) -> None:
    path = shutil.which(program)
    if path is None:
        message = f"{program} is not installed"
        raise SystemExit(message)
    subprocess.run([path, *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    main()
