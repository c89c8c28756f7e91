"""What the page of a reader's list is told of each page that can be kept (docs/my-list-format.md)."""

from collections.abc import Iterable, Mapping

import msgspec

from sitegen.model import Download, Record
from sitegen.render import views


class KeptFile(Record, frozen=True, kw_only=True):
    """A file to take along: `facts` is what is known of it in words, `pages` (0: not known) and `paper` for sums."""

    url: str
    label: str
    facts: str
    pages: int = 0
    paper: str = ""


class KeptPage(Record, frozen=True, kw_only=True):
    """A page that can be kept, by what stands between the slashes of its address, without the base path (`id`)."""

    id: str
    title: str
    kind: str
    label: str
    levels: tuple[str, ...] = ()
    language: str = ""
    files: tuple[KeptFile, ...] = ()


def kept_id(url: str) -> str:
    """Return the id under which a page is kept, of its address without the base path."""
    return url.strip("/")


def kept_page(url: str, card: views.Card, files: Iterable[KeptFile] = ()) -> KeptPage:
    """Return a page that stands in lists as `card`; `url` is its address without the base path."""
    return KeptPage(
        id=kept_id(url),
        title=card.title,
        kind=card.kind,
        label=card.kind_label,
        levels=card.levels,
        language=card.language,
        files=tuple(files),
    )


def kept_file(file: views.File, download: Download) -> KeptFile:
    """Return a file of a page as a list keeps it."""
    facts = ", ".join((file.format, *file.details))
    return KeptFile(url=file.url, label=file.label, facts=facts, pages=download.pages, paper=download.paper)


def kept_json(pages: Iterable[KeptPage], moved: Mapping[str, str]) -> bytes:
    """Write the file beside the page of the list; `moved` maps the old ids of pages to those that they have now.

    What is empty is left out.
    """
    items = {page.id: _filled(page) for page in sorted(pages, key=lambda page: page.id)}
    known = {old: new for old, new in sorted(moved.items()) if new in items and old not in items}
    return msgspec.json.encode({"items": items, "moved": known}) + b"\n"


def _filled(page: KeptPage) -> dict[str, object]:
    values = {name: getattr(page, name) for name in page.__struct_fields__ if name != "id"}
    values["files"] = [
        {name: value for name in file.__struct_fields__ if (value := getattr(file, name))} for file in page.files
    ]
    return {name: value for name, value in values.items() if value}
