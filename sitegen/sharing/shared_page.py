"""Make one file of a finished page: it loads nothing, runs nothing, and says what it is."""

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import Stylesheet

from sitegen.errors import UsageError
from sitegen.model import Record
from sitegen.render.dates import file_size
from sitegen.sharing.inlined_files import ReadFile, inline_pictures, inline_styles

GENERATOR = "sitegen share"
"""What the file says it was made by: so a later one may be written over it."""

MOST_BYTES = 10_000_000
"""What mail programs and mail servers let through."""

_WIDTHS = (1200, 800, 480, 1)
_SCHEMES = {"http", "https", "mailto", "tel"}
_DEAD = ("script", "template", "form", "button", "dialog", "iframe", "object", "embed", "audio", "base")
_DEAD_CLASSES = ("actions", "feedback", "skip")
_BANNER_STYLE = (
    ".shared-mark{border:.2rem solid;margin:0 0 1rem;padding:.75rem 1rem;font-weight:600}"
    ".shared-mark p{margin:.25rem 0}"
)


class SharedFacts(Record, frozen=True, kw_only=True):
    """What a shared page says of itself: sentences, the address of the page, and that of the site (`base_url`)."""

    sentences: tuple[str, ...]
    url: str
    base_url: str


def shared_html(html: str, facts: SharedFacts, read: ReadFile) -> str:
    """Return a finished page as one file, smaller than `MOST_BYTES`.

    Raises UsageError where it cannot be so small.
    """
    sizes: dict[str, int] = {}
    text = ""
    for width in _WIDTHS:
        text, sizes = _shared(html, facts, read, width)
        if len(text.encode()) <= MOST_BYTES:
            return text
    largest = sorted(sizes, key=lambda address: -sizes[address])[:3]
    headline = f"the page with its pictures has {file_size(len(text.encode()))}, more than an e-mail takes"
    raise UsageError(headline, hint=f"make these pictures smaller: {', '.join(largest)}")


def _shared(html: str, facts: SharedFacts, read: ReadFile, width: int) -> tuple[str, dict[str, int]]:
    soup = BeautifulSoup(html, "html.parser")
    address = urlsplit(facts.url).path
    style = inline_styles(soup, address, read) + _BANNER_STYLE
    _remove_dead_parts(soup)
    _replace_films(soup, facts.url)
    sizes = inline_pictures(soup, address, read, width)
    _clean_attributes(soup, facts)
    _mark(soup, facts.sentences)
    _write_head(soup, style)
    return str(soup), sizes


def _remove_dead_parts(soup: BeautifulSoup) -> None:
    for tag in soup.find_all(_DEAD):
        tag.decompose()
    for tag in soup.find_all(class_=_DEAD_CLASSES):
        if not tag.decomposed:
            tag.decompose()
    for tag in soup.find_all("noscript"):
        tag.unwrap()
    for tag in soup.find_all(["link", "meta"]):
        if tag.name == "link" or tag.get("name") not in ("viewport", "description", "color-scheme"):
            tag.decompose()


def _replace_films(soup: BeautifulSoup, url: str) -> None:
    """Put a link to the page where a film plays: a film is too large for a mail."""
    for film in soup.find_all("video"):
        note, link = soup.new_tag("p"), soup.new_tag("a", href=url)
        link.string = "The film is not in this copy; it plays on the site."
        note.append(link)
        film.replace_with(note)


def _clean_attributes(soup: BeautifulSoup, facts: SharedFacts) -> None:
    for tag in soup.find_all():
        for name in [*tag.attrs]:
            if name == "style" or name.startswith("on"):
                del tag[name]
        if tag.name in ("a", "area") and "href" in tag.attrs:
            _make_absolute(tag, facts.url)
        elif tag.name in ("use", "image") and not str(tag.get("href", "")).startswith(("#", "data:")):
            tag.decompose()


def _make_absolute(link: Tag, url: str) -> None:
    href = str(link["href"])
    if href.startswith("#"):
        return
    absolute = urljoin(url, href)
    if urlsplit(absolute).scheme in _SCHEMES:
        link["href"] = absolute
    else:
        del link["href"]


def _mark(soup: BeautifulSoup, sentences: Sequence[str]) -> None:
    mark = soup.new_tag("aside")
    mark["class"] = "shared-mark"
    mark["aria-label"] = "About this copy"
    for sentence in sentences:
        line = soup.new_tag("p")
        line.string = sentence
        mark.append(line)
    if soup.body:
        soup.body.insert(0, mark)


def _write_head(soup: BeautifulSoup, style: str) -> None:
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    tag = soup.new_tag("style")
    tag.append(Stylesheet(style))
    metas = [{"charset": "utf-8"}, {"http-equiv": "Content-Security-Policy", "content": policy}]
    named = {"generator": GENERATOR, "robots": "noindex", "referrer": "no-referrer"}
    metas += [{"name": name, "content": content} for name, content in named.items()]
    if soup.head:
        for number, attributes in enumerate(metas):
            soup.head.insert(number, soup.new_tag("meta", attrs=attributes))
        soup.head.append(tag)
