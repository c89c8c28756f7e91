"""What a style takes from elsewhere: urls and imports, however they are spelled.

Source: CSS Syntax Module Level 3, 4.3.7 (escapes) and 4.3.2 (comments).
"""

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\r\n\f])?|([^\r\n\f]))", re.IGNORECASE)
_URL = re.compile(r"""(?:url|src)\(\s*["']?\s*([^"')]*)""")
_SAFE_URL = re.compile(r"#|data:(?:image|font)/|data:application/(?:x-)?font")
_DANGERS = {
    "@import": "imports another stylesheet",
    "image-set(": "takes in pictures with image-set",
    "expression(": "has script in its style",
    "javascript:": "has script in its style",
    "-moz-binding": "has script in its style",
    "behavior:": "has script in its style",
}
_HIGHEST = 0x10FFFF


def css_dangers(text: str) -> Iterator[str]:
    """Yield what a stylesheet, or a style of one element, takes from elsewhere, as the end of a sentence.

    Urls of a part of the same file (`url(#shadow)`), and pictures and fonts in the file itself, are in order.
    """
    plain = _ESCAPE.sub(_unescaped, _COMMENT.sub("", text)).lower()
    for url in dict.fromkeys(_URL.findall(plain)):
        if not _SAFE_URL.match(url):
            yield f'takes in "{url.strip()}" in its style'
    yield from dict.fromkeys(what for sign, what in _DANGERS.items() if sign in plain)


def _unescaped(match: re.Match[str]) -> str:
    if match[2]:
        return match[2]
    number = int(match[1], 16)
    return chr(number) if 0 < number <= _HIGHEST else "\ufffd"
