"""Make slugs, the last parts of addresses, from titles and file names."""

import re

from sitegen.text import slugify

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc]")


def is_slug(text: str) -> bool:
    """Return whether a text is a slug: words of lower-case letters and digits, joined by single hyphens."""
    return _SLUG.fullmatch(text) is not None


def slug_of(text: str) -> str:
    """Return the slug of a title: `Nurses' Day` becomes `nurses-day`; empty without any letter or digit."""
    return slugify(_APOSTROPHES.sub("", text))
