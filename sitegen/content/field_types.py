"""Define the types of front-matter values: each normalizes a text, or rejects it with a headline and a hint."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

from sitegen.content.days import parse_duration
from sitegen.content.slugs import is_slug, slug_of
from sitegen.located.models import mistake
from sitegen.output_names import has_relative_parts, mended, why_no_file

_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LANGUAGES = {
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "hindi": "hi",
    "korean": "ko",
    "russian": "ru",
    "spanish": "es",
    "espa\u00f1ol": "es",
    "tagalog": "tl",
    "vietnamese": "vi",
}
_ADDRESS = re.compile(r'/[^\s?#\\<>"]+')
_WEB = re.compile(r"https?://|www\.", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]|file:", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_EXAMPLE_URL = "https://www.example.org/page"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _duration(value: object) -> int:
    seconds = parse_duration(str(value).strip())
    if seconds is None:
        raise mistake(f'"{value}" is not a duration', "write minutes and seconds like this: 3:20")
    return seconds


def _slug(text: str) -> str:
    if not is_slug(text):
        better = slug_of(text)
        hint = f"write {better}" if better else "use small letters, digits and hyphens"
        raise mistake(f'"{text}" cannot be part of an address', hint)
    return text


def _address(text: str) -> str:
    """Check an address of this site, without its domain."""
    if ", " in text:
        raise mistake(f'"{text}" is more than one address', f"write them as a list: [{text}]")
    if _WEB.match(text):
        path = "/" + text.partition("://")[2].partition("/")[2] if "://" in text else "/" + text.partition("/")[2]
        hint = f"leave out the name of the site: {path}" if _ADDRESS.fullmatch(path) else "begin it with /"
        raise mistake(f'"{text}" is not an address of this site', hint)
    if not text.startswith("/"):
        raise mistake(f'the address "{text}" does not begin with /', f"write /{text}", better=_as_address(text))
    if not _ADDRESS.fullmatch(text) or has_relative_parts(text):
        raise mistake(f'"{text}" cannot be an address', "write it like this: /stories/old-name")
    return text


def _as_address(text: str) -> str:
    """Return an address that was typed without its first slash; empty where that makes none."""
    address = f"/{text}"
    return address if _ADDRESS.fullmatch(address) and not has_relative_parts(address) else ""


def _lang(text: str) -> str:
    if _LANG.fullmatch(text):
        return text
    better = _LANGUAGES.get(text.casefold(), text.replace("_", "-"))
    hint = f"write {better}" if _LANG.fullmatch(better) else "write a code like en, es or es-MX"
    raise mistake(f'"{text}" is not a language code', hint)


def _file(text: str) -> str:
    """Return the path of a file below static/, without `static/` itself."""
    if _DRIVE.match(text):
        raise mistake(
            f'"{text}" is a file of one computer',
            "copy it into the folder static and write its path from there on",
        )
    if "://" in text:
        raise mistake(f'"{text}" is not a file of this site', "put the file into the folder static and write its path")
    if "\\" in text:
        better = text.replace("\\", "/")
        is_certain = not why_no_file(better.removeprefix("static/"))
        raise mistake(f'"{text}" has backslashes', f"write {better}", better=better if is_certain else "")
    path = text.removeprefix("/").removeprefix("static/")
    if path.startswith("/") or path.endswith("/") or has_relative_parts(path):
        raise mistake(f'"{text}" is not the path of a file below static', "write it like this: downloads/huddle.pdf")
    reason = why_no_file(path)
    if reason:
        hint = f"give the file another name, and write that: {mended(path)}"
        raise mistake(f'"{text}" cannot be the path of a file: it {reason}', hint)
    return path


def _captions(path: str) -> str:
    if not path.lower().endswith(".vtt"):
        raise mistake(f'"{path}" is not a captions file', "make a captions file whose name ends with .vtt")
    return path


def _number(text: str) -> str:
    if not _NUMBER.fullmatch(text):
        raise mistake(f'"{text}" is not a number that a bar can be drawn from', "write digits alone: 242,500 or 3.5")
    return text


def _url(text: str) -> str:
    """Check a web address or a mail address."""
    scheme = text.partition(":")[0].lower()
    if scheme in {"http", "https"} and _has_host(text):
        return text
    if _MAIL.fullmatch(text):
        return text
    if "@" in text and "/" not in text and " " not in text and ":" not in text:
        raise mistake(f'"{text}" is not a web address', f"write mailto:{text}")
    if _has_host(f"https://{text}") and "." in text.partition("/")[0] and ":" not in text:
        raise mistake(f'the web address "{text}" does not begin with https://', f"write https://{text}")
    raise mistake(f'"{text}" is not a web address', f"write it like this: {_EXAMPLE_URL}")


def _has_host(text: str) -> bool:
    if re.search(r'[\s<>"\\]', text):
        return False
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


Line = Annotated[str, AfterValidator(_on_one_line), Field(json_schema_extra={"type": ["string", "number", "boolean"]})]
"""A text on one line: line breaks and repeated spaces become one space."""

Number = Annotated[Line, AfterValidator(_number)]
"""A number as it is shown: digits, with commas between thousands, and with a decimal point."""

Choice = BeforeValidator(lambda value: value.casefold() if isinstance(value, str) else value)
"""Lower-cases what is typed, for a Literal whose values may be typed in any case."""

Slug = Annotated[str, AfterValidator(_slug), Field(json_schema_extra={"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})]
Address = Annotated[str, AfterValidator(_address), Field(json_schema_extra={"pattern": "^/"})]
Lang = Annotated[str, AfterValidator(_lang)]
FilePath = Annotated[str, AfterValidator(_file)]
CaptionsPath = Annotated[str, AfterValidator(_file), AfterValidator(_captions)]
Url = Annotated[str, AfterValidator(_url)]
Duration = Annotated[int, BeforeValidator(_duration)]
