"""Tell links to other sites that surely lead nowhere, and files that are no pictures where one is shown."""

import re
from urllib.parse import urlsplit

from sitegen.content.link_targets import BadTarget

_TWO_SCHEMES = re.compile(r"https?:/*(?=https?(?::|//))", re.IGNORECASE)
_BROKEN_SCHEME = re.compile(r"(https?):?/*", re.IGNORECASE)
_THREE_SLASHES = re.compile(r"(https?):///+", re.IGNORECASE)
_OWN_COMPUTER = re.compile(
    r"https?://(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])(?::\d+)?(?P<path>/[^?#]*)?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_KINDS = {
    "a PDF": ("pdf",),
    "a document": ("doc", "docx", "odt", "rtf", "txt"),
    "a presentation": ("key", "odp", "pps", "ppsx", "ppt", "pptx"),
    "a table": ("csv", "ods", "xls", "xlsx"),
    "a film": ("avi", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "ogv", "webm", "wmv"),
    "a sound": ("m4a", "mp3", "ogg", "wav"),
    "a captions file": ("srt", "vtt"),
    "a packed file": ("7z", "gz", "rar", "zip"),
    "a page": ("htm", "html", "md"),
}
_KIND_OF_ENDING = {ending: kind for kind, endings in _KINDS.items() for ending in endings}


def find_doubt(target: str) -> BadTarget | None:
    """Return why a web address surely leads nowhere for readers, and what was meant; None where nothing says so."""
    if start := _TWO_SCHEMES.match(target):
        scheme = _BROKEN_SCHEME.match(target, start.end())
        better = f"{scheme[1].lower()}://{target[scheme.end() :]}" if scheme else target
        return BadTarget(f'the link "{target}" leads nowhere: it begins twice', f'write "{better}"')
    if slashes := _THREE_SLASHES.match(target):
        better = f"{slashes[1].lower()}://{target[slashes.end() :]}"
        return BadTarget(f'the link "{target}" leads nowhere: it has a slash too many', f'write "{better}"')
    if own := _OWN_COMPUTER.match(target):
        better = f"{own['path'] or '/'}{own['rest']}"
        headline = f'the link "{target}" leads into the computer of whoever reads it'
        return BadTarget(headline, f'for a page of this site, write "{better}"')
    return None


def is_like_address(text: str) -> bool:
    """Return whether a text is surely an address: of the web, of mail, or of a file."""
    if re.search(r"\s", text):
        return False
    is_web = re.match(r"(?:https?:|mailto:|tel:|www\.|/|\.\.?/)", text, re.IGNORECASE) is not None
    return is_web or text.endswith(".md")


def kind_of_no_picture(path: str) -> str:
    """Return what a file is by its ending ("a PDF"), if that is surely no picture; else an empty text."""
    name = urlsplit(path).path if "?" in path or "#" in path else path
    return _KIND_OF_ENDING.get(name.rpartition(".")[2].lower(), "") if "." in name else ""
