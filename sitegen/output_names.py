"""What a path may be, wherever one is named, and which names outputs can have on the disks and hosts of this world."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

MOST_BYTES = 200
"""The most bytes of one part of a path, in UTF-8. Disks take 255; the rest is for the ends of temporary names."""

MOST_FOLDERS = 20
MOST_PATH_BYTES = 1_000

OURS = frozenset(
    {
        "_headers",
        "_nginx.conf",
        "_redirects",
        "manifest.webmanifest",
        "my-list",
        "offline.html",
        "offline.json",
        "release-id.txt",
        "robots.txt",
        "search",
        "service-worker.js",
        "sitemap.xml",
        "web.config",
    }
)
"""The first parts of paths that sitegen writes itself."""

WELL_KNOWN = ".well-known"
"""The one folder of static/ whose name begins with a period and that is published. Source: RFC 8615."""

_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
_NOT_IN_NAMES = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_DEVICE = re.compile(r"(?:con(?:in\$|out\$)?|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?: *\..*)?", re.IGNORECASE)
_ON_WINDOWS = "has a part that Windows cannot have as a name"
_NO_LETTERS = re.compile(r"[^\w-]+")
_MENDED_CHARACTERS = 40
_MENDED_BYTES = 160
_MENDED_PARTS = 4


def why_no_path(path: str) -> str:
    r"""Return why a text cannot be a path from one of the site's folders, as the end of a sentence; empty if it can.

    What front matter, bodies, shortcodes, settings and links name is all decided here. A path does not leave its
    folder, in any spelling (`..`, `%2e%2e`, `\`, `C:`, `//`), and means the same file on every system. Source:
    "Naming Files, Paths, and Namespaces" (Microsoft, Win32) for what Windows cannot have.
    """
    if _size(path) > MOST_PATH_BYTES:
        return f"has {_size(path):,} bytes, {MOST_PATH_BYTES:,} at most"
    if path.startswith("/"):
        return "begins with a slash"
    return next(filter(None, map(_why_no_part, path.split("/"))), "")


def why_no_file(path: str) -> str:
    """Return why a text cannot be the path of a file below static/, as the end of a sentence; empty if it can."""
    return why_no_path(path.removeprefix(f"{WELL_KNOWN}/"))


def has_relative_parts(path: str) -> bool:
    """Return whether a path or address has a part that is empty, `.` or `..`, as typed or once it is decoded.

    One slash at each end is no empty part.
    """
    if path == "/":
        return False
    parts = path.removeprefix("/").removesuffix("/").split("/")
    spellings = (spelling for part in parts for spelling in _spellings(part))
    return any(not {"", ".", ".."}.isdisjoint(spelling.split("/")) for spelling in spellings)


def why_refused(path: str) -> str:
    """Return why no output of a page or an old address can have a path, as the end of a sentence; empty if it can.

    `path` is decoded, and relative to the output folder; slashes at its ends say nothing.
    """
    parts = path.strip("/").split("/")
    reason = why_too_long(path)
    if reason:
        return reason
    if parts[0].casefold() in OURS:
        return "has a name that sitegen needs for itself"
    return next(filter(None, map(_why_part_refused, parts)), "") if path.strip("/") else ""


def why_too_long(path: str, most_bytes: int = MOST_BYTES) -> str:
    """Return why a path is too long or too deep, as the end of a sentence; empty if it is not."""
    parts = path.strip("/").split("/")
    longest = max(map(_size, parts))
    if longest > most_bytes:
        whose = "has" if len(parts) == 1 else "has a part of"
        return f"{whose} {longest:,} bytes, {most_bytes} at most"
    if len(parts) - 1 > MOST_FOLDERS:
        return f"lies {len(parts) - 1:,} folders deep, {MOST_FOLDERS} at most"
    if _size(path) > MOST_PATH_BYTES:
        return f"has {_size(path):,} bytes, {MOST_PATH_BYTES:,} at most"
    return ""


def mended(path: str) -> str:
    """Return a path near to one that is refused, which is not; it has no slashes at its ends."""
    first, *others = path.strip("/").split("/")
    parts = [_mended_part(part) for part in (first, *others[-_MENDED_PARTS + 1 :])]
    if parts[0].casefold() in OURS:
        parts[0] = f"old-{parts[0].lstrip('_')}"
    return "/".join(parts)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _why_part_refused(part: str) -> str:
    if _NOT_ON_WINDOWS.search(part) and not part.startswith("."):
        return _ON_WINDOWS
    return _why_no_part(part)


def _why_no_part(part: str) -> str:
    return next(filter(None, map(_why_no_name, _spellings(part))), "")


def _why_no_name(name: str) -> str:
    visible = name if name.isascii() else "".join(char for char in name if unicodedata.category(char) != "Cf")
    if not visible:
        return "has an empty part between its slashes" if not name else "has a part that nobody can see"
    if visible.startswith("."):
        return "has a part that begins with a period"
    if "/" in name:
        return "has a slash that is written as %2F"
    if _NOT_IN_NAMES.search(name):
        return "has a character that no name can have"
    if "\\" in name or ":" in name or visible.endswith((".", " ")) or _DEVICE.fullmatch(visible):
        return _ON_WINDOWS
    return ""


def _spellings(part: str) -> Iterator[str]:
    """Yield a part as typed, and decoded as long as that makes a difference: hosts and browsers may do so, too."""
    yield part
    while "%" in part and (decoded := unquote(part)) != part:
        part = decoded
        yield part


def _mended_part(part: str) -> str:
    if part and not why_too_long(part, _MENDED_BYTES) and not _why_part_refused(part):
        return part
    stem, dot, ending = part.strip(". ").rpartition(".")
    stem = _NO_LETTERS.sub("-", stem or ending)[:_MENDED_CHARACTERS].strip("-") or "page"
    ending = _NO_LETTERS.sub("", ending)[:10] if dot else ""
    better = f"{stem}.{ending}" if ending else stem
    return f"page-{better}" if _DEVICE.fullmatch(better) else better
