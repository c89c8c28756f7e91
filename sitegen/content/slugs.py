"""Titles and file names to slugs: the last parts of addresses."""

import re

from sitegen.text import slugify

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc]")


def is_slug(text: str) -> bool:
    """Whether a text is made of small letters and digits, its words joined by single hyphens."""
    return _SLUG.fullmatch(text) is not None


def slug_of(text: str) -> str:
    """Give the slug of a title: `Nurses' Day` becomes `nurses-day`; empty without any letter or digit."""
    return slugify(_APOSTROPHES.sub("", text))
