"""Names of outputs: which the disks and hosts of this world can have, and which are kept for sitegen."""

import re

MOST_BYTES = 200
"""The most bytes of one part of a path, in UTF-8. Disks take 255; the rest is for the ends of temporary names."""

MOST_FOLDERS = 20
MOST_PATH_BYTES = 1_000

OURS = frozenset({"_headers", "_redirects", "robots.txt", "search", "sitemap.xml"})
"""The first parts of paths that sitegen writes itself."""

_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?: *\..*)?", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[^\w-]+")
_MENDED_CHARACTERS = 40
_MENDED_BYTES = 160
_MENDED_PARTS = 4


def why_refused(path: str) -> str:
    """Return why no output of a page or an old address can have a path, as the end of a sentence; empty if it can.

    `path` is decoded, and relative to the output folder; slashes at its ends say nothing. Source: "Naming Files, Paths,
    and Namespaces" (Microsoft, Win32) for what Windows cannot have.
    """
    parts = path.strip("/").split("/")
    reason = why_too_long(path)
    if reason:
        return reason
    if parts[0].casefold() in OURS:
        return "has a name that sitegen needs for itself"
    return next(filter(None, map(_why_part_refused, parts)), "")


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
    if part.startswith("."):
        return "has a part that begins with a period"
    if _NOT_ON_WINDOWS.search(part) or part.endswith((".", " ")) or _DEVICE.fullmatch(part):
        return "has a part that Windows cannot have as a name"
    return ""


def _mended_part(part: str) -> str:
    if part and not why_too_long(part, _MENDED_BYTES) and not _why_part_refused(part):
        return part
    stem, dot, ending = part.strip(". ").rpartition(".")
    stem = _NO_LETTERS.sub("-", stem or ending)[:_MENDED_CHARACTERS].strip("-") or "page"
    ending = _NO_LETTERS.sub("", ending)[:10] if dot else ""
    better = f"{stem}.{ending}" if ending else stem
    return f"page-{better}" if _DEVICE.fullmatch(better) else better
