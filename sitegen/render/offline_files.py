"""What browsers are told to save a site and to install it: the list of the shell, the manifest of the app."""

from collections.abc import Mapping
from hashlib import sha256

import msgspec

from sitegen.model import Record

THEME_COLOR, PAPER_COLOR = "#0b4a52", "#fdfcf9"
"""The colors of the bar above an installed site, and of its first screen: those of static/css/ in a light scheme."""


class AppIcon(Record, frozen=True):
    """An icon of the installed site: its link, its side in pixels (0: any), and whether it may be cut to a shape."""

    url: str
    side: int
    is_maskable: bool = False


def digest(data: bytes) -> str:
    """Return the digest by which a browser knows that a file is whole: 32 hex digits of its SHA-256."""
    return sha256(data).hexdigest()[:32]


def shell_json(files: Mapping[str, str]) -> bytes:
    """Write the list of the shell: the digest of each file by its link, and one digest of them all."""
    listed = dict(sorted(files.items()))
    whole = digest(msgspec.json.encode(listed))
    return msgspec.json.encode({"digest": whole, "files": listed}) + b"\n"


def app_manifest(title: str, description: str, *, language: str, home_url: str, icons: tuple[AppIcon, ...]) -> bytes:
    """Write the manifest of the installed site. Source: Web Application Manifest (W3C)."""
    manifest = {
        "id": home_url,
        "name": title,
        "description": description,
        "lang": language,
        "start_url": home_url,
        "scope": home_url,
        "display": "minimal-ui",
        "theme_color": THEME_COLOR,
        "background_color": PAPER_COLOR,
        "icons": [_icon(icon) for icon in icons],
    }
    return msgspec.json.encode({name: value for name, value in manifest.items() if value}) + b"\n"


def _icon(icon: AppIcon) -> dict[str, str]:
    return {
        "src": icon.url,
        "sizes": f"{icon.side}x{icon.side}" if icon.side else "any",
        "type": "image/png" if icon.side else "image/svg+xml",
        "purpose": "maskable" if icon.is_maskable else "any",
    }
