"""Know the addresses of the pages there are, and of those that come in, to lead old links to them."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from sitegen.catalog.address_clashes import list_addresses
from sitegen.catalog.kits import kit_names, path_layout
from sitegen.catalog.old_addresses import alias_key
from sitegen.catalog.permalinks import page_url
from sitegen.content.frontmatter import split_file
from sitegen.importing.web_addresses import BROKEN, split_address
from sitegen.located.nodes import Mapping as Fields
from sitegen.located.nodes import items, one_line, value_at
from sitegen.model import Config
from sitegen.model.folders import CONTENT
from sitegen.output_names import has_relative_parts

_HOME_NAMES = frozenset({"index.html", "index.htm", "index.php", "default.aspx"})


class KnownPages:
    """Where addresses lead: to a page (`stories/x.md`), to an address of the site (`/tools/`), or nowhere."""

    def __init__(self, config: Config, files: Mapping[str, bytes]) -> None:
        self._config = config
        self._hosts = {split_address(config.site.base_url).netloc.casefold().removeprefix("www.")}
        self._targets: dict[str, str] = {"/": "/"}
        self._sources: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._headings: dict[tuple[str, str], str] = {}
        layout = path_layout(config.collections, config.taxonomies)
        for url in (*list_addresses(config.collections, config.site.galleries), *kit_names(layout)):
            self._targets[_key(url)] = url
        for redirect in config.site.redirects:
            self._targets.setdefault(_key(redirect.source.text), redirect.target.text)
        self._collections = {one.id: one for one in config.collections if not one.is_view}
        for path, data in files.items():
            if path.endswith(".md"):
                self._add_existing(path.removeprefix(f"{CONTENT}/"), data)

    @property
    def host(self) -> str:
        """The host of the site."""
        return next(iter(self._hosts))

    def url_of(self, path: str) -> str:
        """Return the address of a page by its path below content/."""
        folder, _, stem = path.removesuffix(".md").rpartition("/")
        collection = self._collections.get(folder)
        return page_url(collection, stem) if collection else f"/{folder}/{stem}/"

    def is_taken(self, url: str) -> bool:
        """Return whether something stands at an address, or leads on from it."""
        return _key(url) in self._targets

    def add(self, path: str, source: str, address: str, anchors: Iterable[tuple[str, str]] = ()) -> None:
        """Add a page that comes in, the name of its source, and the address that it had; those there are go first.

        `anchors` are old anchors of the page with their headings.
        """
        self._headings |= {(path, anchor): heading for anchor, heading in anchors}
        self._targets.setdefault(_key(self.url_of(path)), path)
        self._sources.setdefault(source, path)
        stem = _stem(source)
        for name in (stem, "/".join((*PurePosixPath(source).parent.parts[-1:], stem))):
            self._stems[name] = "" if self._stems.get(name, path) != path else path
        if address:
            self._hosts.add(split_address(address).netloc.casefold().removeprefix("www."))
            if old := split_address(address).path.strip("/"):
                self._targets.setdefault(_key(f"/{old}"), path)

    def find(self, target: str, source: str, address: str) -> str:
        """Return where a link of a source leads, which had an address on the web or none; empty if it is not known."""
        parts = split_address(target)
        if parts is BROKEN:
            return ""
        if parts.netloc:
            host = parts.netloc.casefold().removeprefix("www.")
            return self._targets.get(_key(parts.path or "/"), "") if host in self._hosts else ""
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(parts.path)))
        if not parts.path.startswith("/") and beside in self._sources:
            return self._sources[beside]
        if (path := self._stems.get(_stem(parts.path), "")) and _is_source_name(parts.path):
            return path
        base = split_address(address).path if address else "/"
        full = (
            parts.path
            if parts.path.startswith("/")
            else posixpath.normpath(posixpath.join(posixpath.dirname(base), parts.path))
        )
        return self._targets.get(_key(full), "") or self._by_folder(full)

    def _by_folder(self, path: str) -> str:
        """Return the source that an address names by its folder and its name, as those of other generators do."""
        pieces = path.strip("/").split("/")
        return self._stems.get("/".join((*pieces[-2:-1], _stem(pieces[-1]))), "") if len(pieces) > 1 else ""

    def heading_of(self, path: str, anchor: str) -> str:
        """Return the heading that an old anchor of a page stands for; empty where it is not known."""
        return self._headings.get((path, unquote(anchor)), "")

    def old_address(self, address: str) -> str:
        """Return the path of an address on the web, as an alias has it; empty where it is the home page, or none."""
        path = split_address(address).path if address else ""
        is_fit = path.strip("/") and not has_relative_parts(path) and not re.search(r'[\s?#\\<>"]', path)
        return path if is_fit else ""

    def leads_to(self, url: str, path: str) -> bool:
        """Return whether an address leads to a page, and to no other."""
        return self._targets.get(_key(url)) == path

    def is_own_host(self, target: str) -> bool:
        """Return whether a link leads to this site, or to the old one of a source."""
        netloc = split_address(target).netloc
        return not netloc or netloc.casefold().removeprefix("www.") in self._hosts

    def _add_existing(self, path: str, data: bytes) -> None:
        node = split_file(data, path)[0].node if b"slug" in data or b"aliases" in data else None
        fields = node if isinstance(node, Fields) else Fields()
        folder = path.rpartition("/")[0]
        slug = one_line(value_at(fields, "slug"))
        own = self.url_of(f"{folder}/{slug}.md" if slug else path)
        for url in (own, *(one_line(item) for item in items(value_at(fields, "aliases")))):
            self._targets[_key(url)] = path


def _stem(name: str) -> str:
    """Return the name of a source without its ending; that of its folder, where it is the page of a folder."""
    folder, _, base = unquote(name).rpartition("/")
    stem = base.rpartition(".")[0] if "." in base else base
    return folder.rpartition("/")[2] if stem in {"index", "_index"} else stem


def _is_source_name(path: str) -> bool:
    """Return whether a path names a file of another generator: by its ending, or by the day that begins its name."""
    return path.endswith((".md", ".markdown")) or re.match(r"\d{4}-\d\d-\d\d-", path.rpartition("/")[2]) is not None


def _key(url: str) -> str:
    path = url.split("?", 1)[0].split("#", 1)[0]
    folder, _, name = path.rpartition("/")
    if name.casefold() in _HOME_NAMES:
        path = f"{folder}/"
    stem, ending = posixpath.splitext(path)
    if ending.lower() in {".html", ".htm", ".aspx", ".php"}:
        path = stem
    return alias_key(path if path.startswith("/") else f"/{path}").casefold()
