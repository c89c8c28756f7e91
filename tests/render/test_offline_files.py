"""What browsers are told to save a site and to install it."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from sitegen.render.offline_files import PAPER_COLOR, THEME_COLOR, AppIcon, app_manifest, digest, shell_json

ROOT = Path(__file__).parents[2]
FILES = {"/b/": digest(b"b"), "/": digest(b"home")}


def whole_digest(files: dict[str, str]) -> str:
    value = json.loads(shell_json(files))["digest"]
    assert isinstance(value, str)
    return value


def test_the_shell_is_its_files_with_what_a_browser_can_compare_them_by() -> None:
    listed = json.loads(shell_json(FILES))["files"]
    assert listed == {"/": hashlib.sha256(b"home").hexdigest()[:32], "/b/": hashlib.sha256(b"b").hexdigest()[:32]}


def test_the_order_of_files_says_nothing() -> None:
    assert shell_json(FILES) == shell_json(dict(reversed(FILES.items())))


@pytest.mark.parametrize("other", [{"/": digest(b"home")}, FILES | {"/": digest(b"other")}, FILES | {"/c/": "0"}])
def test_any_other_files_have_another_digest(other: dict[str, str]) -> None:
    assert whole_digest(other) != whole_digest(FILES)


def test_the_manifest_has_all_that_browsers_want_to_install_a_site() -> None:
    icons = (AppIcon("/lmp/icon.png", 512, is_maskable=True), AppIcon("/lmp/icon.svg", 0))
    assert json.loads(app_manifest("A site", "", language="en", home_url="/lmp/", icons=icons)) == {
        "id": "/lmp/",
        "name": "A site",
        "lang": "en",
        "start_url": "/lmp/",
        "scope": "/lmp/",
        "display": "minimal-ui",
        "theme_color": "#0b4a52",
        "background_color": "#fdfcf9",
        "icons": [
            {"src": "/lmp/icon.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
            {"src": "/lmp/icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
        ],
    }


def test_its_colors_are_those_of_the_pages() -> None:
    head = (ROOT / "templates/partials/head.html").read_text("utf-8")
    assert f'(prefers-color-scheme: light)" content="{THEME_COLOR}"' in head
    light = re.search(r"--paper: (\S+);", (ROOT / "static/css/10-tokens.css").read_text("utf-8"))
    assert light
    assert light[1] == PAPER_COLOR
