"""What the texts of settings may be: ids, addresses, time zones, languages."""

import re
from urllib.parse import urlsplit

from sitegen.config.likely_addresses import likely_address, likely_web_address
from sitegen.config.zones import zone_hint
from sitegen.located.models import mistake
from sitegen.output_names import has_relative_parts

ID_HINT = "use small letters and digits, with single hyphens between words"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_MAIL = re.compile(r"mailto:[^\s@?]+@[^\s@?]+(?:\?\S*)?", re.IGNORECASE)
_ADDRESS = re.compile(r'/(?!/)[^\s?#\\<>"]*')
_WEB = re.compile(r'https?://[^\s/\\<>"]+(?:/[^\s\\<>"]*)?', re.IGNORECASE)


def is_id(text: str) -> bool:
    """Return whether a text is an id: words of lower-case letters and digits, joined by single hyphens."""
    return _ID.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Return whether a text is an address of the site: it starts with one slash, and has no query or fragment."""
    return _ADDRESS.fullmatch(text) is not None


def is_web(text: str) -> bool:
    """Return whether a text is a web address with the scheme http or https."""
    return _WEB.fullmatch(text) is not None


def on_one_line(text: str) -> str:
    """Return a text with single spaces, and none around it."""
    return " ".join(text.split())


def check_base_url(text: str) -> str:
    """Return the address of a site without a slash at its end; raise a mistake for what is none."""
    parts = urlsplit(text) if is_web(text) else None
    if parts is None:
        better = likely_web_address(text) or "https://www.example.org"
        raise mistake(f'"{text}" is no address of a site', f"write it with http or https: {better}")
    if parts.query or parts.fragment or "?" in text or "#" in text:
        raise mistake(f'"base_url" ends with a query or a fragment: "{text}"', 'leave out what follows "?" or "#"')
    return text.rstrip("/")


def check_zone(text: str) -> str:
    """Return the name of a time zone; raise a mistake for what is none."""
    hint = zone_hint(text)
    if hint is not None:
        raise mistake(f'unknown time zone "{text}"', hint)
    return text


def check_language(text: str) -> str:
    """Return the code of a language; raise a mistake for what is none."""
    if not _LANGUAGE.fullmatch(text):
        raise mistake(f'"{text}" is no code of a language', "write a code such as en, es or zh-Hans")
    return text


def check_feedback(text: str) -> str:
    """Return the address that feedback goes to; raise a mistake for what is none."""
    if not _MAIL.fullmatch(text) and not (is_web(text) and text.lower().startswith("https:")):
        better = f"mailto:{text}" if "@" in text and ":" not in text else "mailto:web@example.org"
        raise mistake(f'feedback cannot go to "{text}"', f"write a mail or https address: {better}")
    return text


def check_menu_url(text: str) -> str:
    """Return the address that a menu leads to; raise a mistake for what is none."""
    if text.startswith("/") and not text.startswith("//"):
        if has_relative_parts(text.partition("#")[0].partition("?")[0]):
            raise mistake(
                f'"{text}" goes up by periods, or has two slashes in a row', "write the address where it leads"
            )
        return text
    if is_web(text) or _MAIL.fullmatch(text):
        return text
    raise mistake(f'"{text}" is no address of a menu', f"write it like this: {likely_address(text)}")


def check_address(text: str) -> str:
    """Return the first part of addresses; raise a mistake for what cannot be one."""
    if not is_id(text):
        hint = "use small letters, digits and hyphens, without slashes"
        raise mistake(f'"{text}" cannot be the first part of addresses', hint)
    return text
