"""Parse what the target of a link means: a page, a file or an address of this site, or something outside it."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from sitegen.content.sanitize import SCHEMES
from sitegen.model.folders import CONTENT, STATIC
from sitegen.output_names import has_relative_parts, mended, why_no_file

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*+):")
_SAFE = "/%?&=+:@!$(),;*~"
_SITE = re.compile(r"www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|edu|gov|net|org)(?:/|$)", re.IGNORECASE)
_MAIL = re.compile(r"[^@/\s]+@[^@/\s]+\.[^@/\s]+")
_QUOTES = "\"'\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb\u2033`"
_CONTROL = re.compile(r"[\x00-\x1f\x7f\\]")


@dataclass(frozen=True, slots=True)
class InternalTarget:
    """A page (`stories/x.md`), a file (`static/x.pdf`) or an address (`/tools/`, perhaps with a query) of this site.

    Addresses and fragments are percent-encoded, so that they can stand in an attribute; paths are not.
    """

    target: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class ExternalTarget:
    """An address of another site, a mail address, or a telephone number; `scheme` is in lower case."""

    scheme: str


@dataclass(frozen=True, slots=True)
class FragmentTarget:
    """A place in the same page; an empty fragment is its top."""

    fragment: str


@dataclass(frozen=True, slots=True)
class BadTarget:
    """A target that cannot be right: what is wrong with it, and what would help."""

    headline: str
    hint: str = ""


def parse_target(target: str, folder: str) -> InternalTarget | ExternalTarget | FragmentTarget | BadTarget:
    """Parse the target of a link in a file of `folder` (`content/stories`). Raises nothing, whatever the target."""
    target = target.strip()
    scheme = _SCHEME.match(target)
    if scheme:
        return _read_scheme(target, scheme[1].lower())
    if target.startswith("#"):
        return FragmentTarget(target[1:])
    if (bare := target.strip(_QUOTES)) and bare != target:
        return BadTarget(f"the address {target} stands in quotes", f'write "{bare}"')
    path, _, fragment = target.partition("#")
    fragment = quote(fragment, safe=_SAFE)
    fault = _fault_of(target, path)
    if fault:
        return fault
    read = _read_address if path.startswith("/") else _read_relative
    return read(path, fragment, folder)


def parse_picture_target(target: str, folder: str) -> InternalTarget | ExternalTarget | BadTarget:
    """Parse the `src` of a picture: a file below static/, or a web address, whose picture is never shown."""
    meaning = parse_target(target, folder)
    if isinstance(meaning, InternalTarget) and meaning.target.startswith(f"{STATIC}/"):
        return meaning
    if isinstance(meaning, ExternalTarget) and meaning.scheme in {"http", "https"}:
        return meaning
    if isinstance(meaning, BadTarget) and (_SCHEME.match(target.strip()) or f"{STATIC}/" in target):
        return meaning
    up = "../" * (folder.count("/") + 1)
    return BadTarget(f'"{target}" is no picture below static/', f'write its path: "{up}static/images/..."')


def _fault_of(target: str, path: str) -> BadTarget | None:
    """Return what is wrong with the path of a link, whatever it leads to; None if nothing is."""
    bare = path.partition("?")[0]
    if not bare:
        return BadTarget("link without a target", "write where it leads")
    if path.startswith("//"):
        return BadTarget(f'link "{target}" has no scheme', f'write "https:{target}"')
    if _CONTROL.search(unquote(path)):
        return BadTarget(f'link "{target}" has a character that no address has', 'write "/" between folders')
    if "%2f" in bare.lower():
        return BadTarget(f'link "{target}" has a slash that is written as %2F', 'write "/" between folders')
    return None


def _read_scheme(target: str, scheme: str) -> ExternalTarget | BadTarget:
    if scheme in SCHEMES:
        return ExternalTarget(scheme)
    if len(scheme) == 1:
        return BadTarget(f'link "{target}" leads into one computer', "put the file below static/, and link to it there")
    if scheme == "data" and target[len("data:") :].lower().startswith("image/"):
        headline = f'the picture "{target}" stands in the text itself'
        return BadTarget(headline, "save the picture as a file below static/images/, and write its path")
    return BadTarget(f'link "{target}" has the scheme "{scheme}"', "use http, https, mailto or tel")


def _read_address(path: str, fragment: str, _folder: str) -> InternalTarget | BadTarget:
    path, question_mark, query = path.partition("?")
    address = posixpath.normpath(path)
    if address == f"/{STATIC}" or address.startswith(f"/{STATIC}/"):
        return _read_file(path, unquote(address[1:]), fragment)
    if has_relative_parts(address):
        return BadTarget(f'link "{path}" has periods that are written as %2E', "write the address where it leads")
    if address != "/" and "." not in posixpath.basename(address):
        address += "/"
    return InternalTarget(quote(address + question_mark + query, safe=_SAFE), fragment)


def _read_relative(path: str, fragment: str, folder: str) -> InternalTarget | BadTarget:
    path, question_mark, query = path.partition("?")
    full = posixpath.normpath(posixpath.join(folder, unquote(path)))
    if full.startswith(f"{STATIC}/"):
        return _read_file(path, full, fragment)
    if not full.startswith(f"{CONTENT}/") and full != CONTENT:
        return BadTarget(f'link "{path}" leaves content/ and static/', "link to a page, or to a file below static/")
    if not full.endswith(".md"):
        return _wrong_file(path, full)
    if question_mark:
        return BadTarget(f'link "{path}?{query}" has a query', f'write "{path}"')
    return InternalTarget(full.removeprefix(f"{CONTENT}/"), fragment)


def _read_file(path: str, full: str, fragment: str) -> InternalTarget | BadTarget:
    """Return the target of a link to a file, `full` from the site's root."""
    name = full.removeprefix(STATIC).removeprefix("/")
    reason = why_no_file(name) if name else ""
    if not reason:
        return InternalTarget(full, fragment)
    hint = "link to a file below static/"
    if not has_relative_parts(name):
        hint = f"give the file another name, and link to it there: {STATIC}/{mended(name)}"
    return BadTarget(f'link "{path}" {reason}', hint)


def _wrong_file(path: str, full: str) -> BadTarget:
    headline = f'link "{path}" leads to no Markdown file'
    stem, extension = posixpath.splitext(path.rstrip("/"))
    if _SITE.match(path):
        return BadTarget(headline, f'did you mean "https://{path}"?')
    if _MAIL.fullmatch(path):
        return BadTarget(headline, f'did you mean "mailto:{path}"?')
    if path.endswith("/"):
        return BadTarget(headline, f'write the address: "/{full.removeprefix(CONTENT).strip("/")}/"')
    if extension.lower() in {"", ".html", ".htm", ".md", ".markdown"}:
        return BadTarget(headline, f'did you mean "{stem}.md"?')
    return BadTarget(headline, "files lie below static/: write the path from here, with ../")
