"""Make the pictures of the README again from the built site: .venv/bin/python -m tests.browser.make_pictures."""

import io
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser

from tests.browser.chromium import find_chromium, launch_flags
from tests.browser.driver import running_driver
from tests.browser.serving import served
from tests.browser.visits import DESK, PHONE, Scheme, visit

ROOT = Path(__file__).resolve().parents[2]
BUILT, PICTURES = ROOT / "public", ROOT / "docs" / "pictures"
WIDEST = 960
COLORS = 128


class View(NamedTuple):
    """What a picture shows: an address, on a screen of a size, in light or dark."""

    url: str
    size: tuple[int, int] = PHONE
    scheme: Scheme = "light"


VIEWS = {
    "home-phone": View("/"),
    "kit-phone": View("/path-to-performance/level-3/sponsorship/"),
    "search-phone": View("/search/?q=hudle"),
    "tool-phone": View("/tools/huddle-guide/"),
    "home-desktop": View("/", DESK),
    "filters-desktop": View("/tools/?topic=communication&level=2", DESK),
    "path-desktop": View("/path-to-performance/", DESK),
    "path-phone-dark": View("/path-to-performance/", PHONE, "dark"),
}
"""The pictures by the names of their files."""


def main() -> None:
    """Write every picture, and say how large it is."""
    with running_driver() as playwright, served(BUILT) as address:
        executable = str(find_chromium(playwright))
        with playwright.chromium.launch(executable_path=executable, args=launch_flags()) as browser:
            for name, view in VIEWS.items():
                path = PICTURES / f"{name}.png"
                path.write_bytes(take_picture(browser, address, view))
                print(path.relative_to(ROOT), path.stat().st_size)  # noqa: T201


def take_picture(browser: Browser, address: str, view: View) -> bytes:
    """Return the first screen of a page as a small PNG."""
    width, height = view.size
    is_phone = view.size == PHONE
    with browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=view.scheme, has_touch=is_phone, is_mobile=is_phone
    ) as context:
        page = context.new_page()
        visit(page, address + view.url)
        return shrink(page.screenshot(animations="disabled"))


def shrink(picture: bytes) -> bytes:
    """Return a picture in few colors, at most as wide as the README shows it on a dense screen."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.thumbnail((WIDEST, image.height), Image.Resampling.LANCZOS)
    small = io.BytesIO()
    image.quantize(COLORS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    main()
