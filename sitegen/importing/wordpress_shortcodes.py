"""Take the marks of plug-ins out of a text of WordPress; what stood between two of them stays."""

import re

from sitegen.importing.import_records import Notes

_SHORTCODE = re.compile(r"(?<!\[)\[(?P<name>/?[a-z][a-z0-9_-]{1,30})(?P<arguments>\s[^\[\]]*)?/?\](?![\](])")
_KNOWN = frozenset({"gallery", "playlist", "audio", "video", "embed", "caption", "more", "toc", "archives", "contact"})
_SILENT = frozenset({"embed"})


def without_shortcodes(content: str, notes: Notes) -> str:
    """Return content without marks of plug-ins, which are noted; words in square brackets that are none stay."""
    closed = {match["name"].removeprefix("/") for match in _SHORTCODE.finditer(content) if match["name"][0] == "/"}

    def removed(match: re.Match[str]) -> str:
        name = match["name"].removeprefix("/")
        is_mark = name in closed or name in _KNOWN or "=" in (match["arguments"] or "") or "_" in name or "-" in name
        if not is_mark:
            return match[0]
        notes.leave_out("a mark of WordPress", match[0])
        if not match["name"].startswith("/") and name not in _SILENT:
            notes.ask(f'a mark of WordPress stood here: "{match[0][:80]}"', "put in what it showed")
        return "" if _is_in_word(match) else " "

    return _SHORTCODE.sub(removed, content)


def _is_in_word(match: re.Match[str]) -> bool:
    """Return whether a mark ends in the middle of a word, as that of a large first letter does."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return match["name"][0] == "/" and before.isupper() and after.islower()
