# ruff: noqa: INP001
"""Make the sample clip again: python -m docs.samples.make_video, with the packages of requirements.txt and ffmpeg.

Ten seconds without sound: a team climbs the five levels. The film, its poster and its captions go to static/videos/.
Another version of ffmpeg gives other bytes, and the same pictures.
"""

import io
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from sitegen.assets.films.caption_writer import Caption, write_captions

STATIC = Path(__file__).resolve().parents[2] / "static"
NAME = "sample-clip-five-levels"
WIDE, TALL, RATE, SECONDS = 1280, 720, 24, 10
PAPER, INK, SOFT = "#fdfcf9", "#1b2733", "#515c67"
OFF, ON, TEAM = "#d9d5cc", "#f0ab4f", "#6b2c5e"
LEFT, STEP, GROUND, RISE = 190, 200, 610, 78
FIRST, PACE = 1.5, 1.3
POSTER_AT = 9.5

CAPTIONS = (
    (0.0, FIRST, "Sample clip. It has no sound."),
    (FIRST, FIRST + PACE, "A team starts at Level 1."),
    (FIRST + PACE, FIRST + 2 * PACE, "It climbs to Level 2,"),
    (FIRST + 2 * PACE, FIRST + 3 * PACE, "Level 3,"),
    (FIRST + 3 * PACE, FIRST + 4 * PACE, "Level 4,"),
    (FIRST + 4 * PACE, FIRST + 5 * PACE, "and Level 5."),
    (FIRST + 5 * PACE, float(SECONDS), "Five levels, one step at a time."),
)


class Artist:
    """Draws the picture of a moment."""

    def __init__(self, font: Path) -> None:
        data = io.BytesIO()
        sent = TTFont(font)
        sent.flavor = None
        sent.save(data)
        self._data = data.getvalue()

    def picture(self, second: float) -> Image.Image:
        """Return the picture of a moment."""
        image = Image.new("RGB", (WIDE, TALL), PAPER)
        draw = ImageDraw.Draw(image)
        draw.text((LEFT, 70), "Sample clip", INK, self._font(72, 750))
        line = "Five levels, one step at a time" if second > FIRST + 5 * PACE else "A team on the Path to Performance"
        draw.text((LEFT, 165), line, SOFT, self._font(36, 400))
        for number in range(1, 6):
            self._step(draw, number, _eased((second - FIRST - (number - 1) * PACE) / 0.6))
        self._team(draw, max(0.0, second - FIRST) / PACE)
        return image

    def _step(self, draw: ImageDraw.ImageDraw, number: int, share: float) -> None:
        left, right = LEFT + (number - 1) * STEP, LEFT + number * STEP - 12
        high = GROUND - RISE * number
        draw.rectangle((left, high, right, GROUND), OFF)
        if share > 0:
            draw.rectangle((left, GROUND - RISE * number * share, right, GROUND), ON)
        draw.text((left + 18, GROUND - 62), f"Level {number}", INK, self._font(34, 750))

    def _team(self, draw: ImageDraw.ImageDraw, climbed: float) -> None:
        at = min(4.0, int(climbed) + _eased((climbed % 1.0) * 2 - 0.1) - 1 if climbed else -1.0)
        middle = LEFT + max(at, -0.8) * STEP + STEP / 2
        foot = GROUND - RISE * (max(at, 0.0) + 1) if at > -1 else GROUND
        foot -= 90 * (1 - abs(2 * (at % 1.0) - 1)) if at < 4 and at % 1.0 else 0  # noqa: PLR2004 - a hop between two steps
        for place in (-34, 0, 34):
            draw.ellipse((middle + place - 15, foot - 62, middle + place + 15, foot - 32), TEAM)
            draw.rounded_rectangle((middle + place - 15, foot - 30, middle + place + 15, foot - 2), 8, TEAM)

    def _font(self, size: int, weight: int) -> ImageFont.FreeTypeFont:
        font = ImageFont.truetype(io.BytesIO(self._data), size)
        font.set_variation_by_axes([weight])
        return font


def make_film(artist: Artist, path: Path) -> None:
    """Write the film: H.264 and a silent AAC track, so that every player takes it."""
    program = shutil.which("ffmpeg")
    if program is None:
        sys.exit("ffmpeg is not installed")
    command = [
        program, "-y", "-loglevel", "error",
        "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDE}x{TALL}", "-r", str(RATE), "-i", "-",
        "-f", "lavfi", "-i", "anullsrc=r=22050:cl=mono", "-t", str(SECONDS),
        "-c:v", "libx264", "-preset", "veryslow", "-tune", "animation", "-crf", "27", "-pix_fmt", "yuv420p",
        "-c:a", "aac", "-b:a", "8k", "-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact",
        "-threads", "1", str(path),
    ]  # fmt: skip
    subprocess.run(command, input=b"".join(_frames(artist)), check=True)


def main(folder: Path) -> None:
    """Write the film, its poster and its captions into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    artist = Artist(STATIC / "fonts" / "atkinson-hyperlegible-next.woff2")
    make_film(artist, folder / f"{NAME}.mp4")
    poster = artist.picture(POSTER_AT).resize((WIDE // 2, TALL // 2), Image.Resampling.LANCZOS)
    poster.save(folder / f"{NAME}.jpg", quality=80, optimize=True, progressive=True)
    (folder / f"{NAME}.vtt").write_bytes(write_captions(Caption(*caption) for caption in CAPTIONS))


def _frames(artist: Artist) -> Iterator[bytes]:
    return (artist.picture(number / RATE).tobytes() for number in range(RATE * SECONDS))


def _eased(share: float) -> float:
    held = min(1.0, max(0.0, share))
    return held * held * (3 - 2 * held)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else STATIC / "videos")
