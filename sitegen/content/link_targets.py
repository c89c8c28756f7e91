"""What a link's target means: a page, a file, an address of this site, or something outside."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from sitegen.content.sanitize import SCHEMES
from sitegen.model.folders import CONTENT, STATIC

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*+):")
_SAFE = "/%?&=+:@!$(),;*~"
_SITE = re.compile(r"www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|edu|gov|net|org)(?:/|$)", re.IGNORECASE)
_MAIL = re.compile(r"[^@/\s]+@[^@/\s]+\.[^@/\s]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\\]")


@dataclass(frozen=True, slots=True)
class Inside:
    """A page (`stories/x.md`), a file (`static/x.pdf`) or an address (`/tools/`, with any query) of this site.

    An address and a fragment are percent-encoded, so that they can stand in an attribute; a path is not.
    """

    target: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Outside:
    """An address of another site, a mail address or a telephone number."""

    scheme: str


@dataclass(frozen=True, slots=True)
class Here:
    """A place in the same page; the fragment is empty for its top."""

    fragment: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A target that cannot be: what is wrong with it, and what would help."""

    headline: str
    hint: str = ""


def read_target(target: str, folder: str) -> Inside | Outside | Here | Fault:
    """Read the target of a link in a file of `folder` (`content/stories`)."""
    target = target.strip()
    scheme = _SCHEME.match(target)
    if scheme:
        return _read_scheme(target, scheme[1].lower())
    if target.startswith("#"):
        return Here(target[1:])
    path, _, fragment = target.partition("#")
    fragment = quote(fragment, safe=_SAFE)
    if not path.partition("?")[0]:
        return Fault("link without a target", "write where it leads")
    if path.startswith("//"):
        return Fault(f'link "{target}" has no scheme', f'write "https:{target}"')
    if _CONTROL.search(unquote(path)):
        return Fault(f'link "{target}" has a character that no address has', 'write "/" between folders')
    read = _read_address if path.startswith("/") else _read_relative
    return read(path, fragment, folder)


def read_picture(target: str, folder: str) -> Inside | Outside | Fault:
    """Read the `src` of a picture; pictures lie below static/, and those of other sites are never shown."""
    meaning = read_target(target, folder)
    if isinstance(meaning, Inside) and meaning.target.startswith(f"{STATIC}/"):
        return meaning
    if isinstance(meaning, Outside) and meaning.scheme in {"http", "https"}:
        return meaning
    if isinstance(meaning, Fault) and _SCHEME.match(target.strip()):
        return meaning
    up = "../" * (folder.count("/") + 1)
    return Fault(f'"{target}" is no picture below static/', f'write its path: "{up}static/images/..."')


def _read_scheme(target: str, scheme: str) -> Outside | Fault:
    if scheme in SCHEMES:
        return Outside(scheme)
    if len(scheme) == 1:
        return Fault(f'link "{target}" leads into one computer', "put the file below static/, and link to it there")
    return Fault(f'link "{target}" has the scheme "{scheme}"', "use http, https, mailto or tel")


def _read_address(path: str, fragment: str, _folder: str) -> Inside | Fault:
    path, mark, query = path.partition("?")
    address = posixpath.normpath(path)
    if address == f"/{STATIC}" or address.startswith(f"/{STATIC}/"):
        return Inside(unquote(address[1:]), fragment)
    if address != "/" and "." not in posixpath.basename(address):
        address += "/"
    return Inside(quote(address + mark + query, safe=_SAFE), fragment)


def _read_relative(path: str, fragment: str, folder: str) -> Inside | Fault:
    path, mark, query = path.partition("?")
    full = posixpath.normpath(posixpath.join(folder, unquote(path)))
    if full.startswith(f"{STATIC}/"):
        return Inside(full, fragment)
    if not full.startswith(f"{CONTENT}/") and full != CONTENT:
        return Fault(f'link "{path}" leaves content/ and static/', "link to a page, or to a file below static/")
    if not full.endswith(".md"):
        return _wrong_file(path, full)
    if mark:
        return Fault(f'link "{path}?{query}" has a query', f'write "{path}"')
    return Inside(full.removeprefix(f"{CONTENT}/"), fragment)


def _wrong_file(path: str, full: str) -> Fault:
    headline = f'link "{path}" leads to no Markdown file'
    stem, extension = posixpath.splitext(path.rstrip("/"))
    if _SITE.match(path):
        return Fault(headline, f'did you mean "https://{path}"?')
    if _MAIL.fullmatch(path):
        return Fault(headline, f'did you mean "mailto:{path}"?')
    if path.endswith("/"):
        return Fault(headline, f'write the address: "/{full.removeprefix(CONTENT).strip("/")}/"')
    if extension.lower() in {"", ".html", ".htm", ".md", ".markdown"}:
        return Fault(headline, f'did you mean "{stem}.md"?')
    return Fault(headline, "files lie below static/: write the path from here, with ../")
