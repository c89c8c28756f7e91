"""Split addresses of the web, whatever somebody wrote as one."""

from urllib.parse import SplitResult, urlsplit

BROKEN = SplitResult("broken", "", "", "", "")
"""The parts of what cannot be split."""


def split_address(text: str) -> SplitResult:
    """Return the parts of an address; `BROKEN` where it is none, as `http://[x` is."""
    try:
        return urlsplit(text)
    except ValueError:
        return BROKEN
